import type { BoilerplateRule } from '../rule.ts';

export const publisherLine: BoilerplateRule = {
  name: 'publisher-line',
  why: 'The name of a syndicating publisher as a line of its own, between the stories of a feed too.',
  lines: [
    'TipRanks',
    'Benzinga',
    'Bloomberg',
    'Bloomberg News',
    'InvestorPlace',
    'MarketWatch',
    'GuruFocus.com',
    'Zacks Investment Research',
    'Zacks Equity Research',
    'The Motley Fool',
    'Simply Wall St.',
    'GlobeNewswire',
    'Business Wire',
    'Yahoo Finance',
    'Yahoo Finance Video',
    "Before It's News ©",
  ],
  confidence: 0.9,
  examples: {
    strip: ['TipRanks', 'Bloomberg', 'InvestorPlace'],
    keep: ['Bloomberg buys rival', 'The fool on the hill', 'Benzinga Pro subscribers saw it first.'],
  },
};
