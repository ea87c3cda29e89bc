import type { BoilerplateRule } from '../rule.ts';

export const storyRating: BoilerplateRule = {
  name: 'story-rating',
  why: 'What readers voted a story to be, as sites stamp it over each.',
  contains: ['of readers think this story is', 'of readers found this story', 'of readers rated this story'],
  maxWords: 14,
  examples: {
    strip: [
      '48 % of readers think this story is Fact. Add your two cents.',
      '12 of readers found this story useful',
      '90% of readers rated this story true',
    ],
    keep: [
      'Many of our readers think so.',
      'Readers think this story is the best of the year, the jury wrote.',
      'Half of readers never finish a story.',
    ],
  },
};
