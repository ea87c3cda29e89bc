import type { BoilerplateRule } from '../rule.ts';

export const archiveStamp: BoilerplateRule = {
  name: 'archive-stamp',
  why: 'What a library or a desk stamps on a text: when it came in, where its pictures lie.',
  lines: ['Date received', 'No publication date'],
  starts: [
    'Date received:',
    'No publication date:',
    'Received by Parl Library',
    'Vision is available at:',
    'Vision available at:',
    'Footage is available at:',
    'Imagery is available at:',
    'Images are available at:',
    'Photos are available at:',
    'Photographs are available at:',
    '更新时间戳',
  ],
  maxWords: 12,
  confidence: 0.9,
  examples: {
    strip: [
      'No publication date: received by Parl Library on 03/02/2021',
      'Date received: 15 March 2021',
      'Vision is available at: https://media.example/f/1',
      '(更新时间戳: 1700000000000)',
    ],
    keep: [
      'The date received wide attention.',
      'Received by the Queen at noon',
      'No publication date has been set.',
      'Vision is everything, coach says',
    ],
  },
};
