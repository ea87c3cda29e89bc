import { describe, expect, it } from 'vitest';
import { SourceEvidence } from '../../../../src/boilerplate/line-model/source-evidence.ts';

/** A line: sentence, title, short line, row of figures, or a lexicon line of group 1 or 2. */
type Line = 'sentence' | 'title' | 'short' | 'figures' | 'rule 1' | 'rule 2';

function kindOf(...lines: readonly Line[]): string {
  const evidence = new SourceEvidence();
  evidence.clear();
  for (const line of lines) {
    if (line === 'sentence') evidence.add(25, true, false, 0);
    else if (line === 'title') evidence.add(9, false, false, 0);
    else if (line === 'short') evidence.add(2, false, false, 0);
    else if (line === 'figures') evidence.add(3, false, true, 0);
    else evidence.add(3, false, false, line === 'rule 1' ? 1 : 2);
  }
  return evidence.decide();
}

const times = (count: number, line: Line): Line[] => Array<Line>(count).fill(line);
const text = times(6, 'sentence');

describe('SourceEvidence', () => {
  it('takes text alone, a share button and a list inside an article for an article', () => {
    expect(kindOf('title', ...text)).toBe('article');
    expect(kindOf('title', 'rule 1', ...text, 'rule 2', 'rule 2')).toBe('article');
    expect(kindOf('title', ...text, ...times(30, 'short'), ...text)).toBe('article');
    expect(kindOf()).toBe('article');
  });

  it('takes a long menu before or behind the text for a page', () => {
    expect(kindOf(...times(20, 'short'), ...text)).toBe('page');
    expect(kindOf(...text, ...times(20, 'short'))).toBe('page');
    expect(kindOf(...text, ...times(19, 'short'))).toBe('article');
  });

  it('takes a shorter menu for one when a rule knows a line of the file', () => {
    expect(kindOf('rule 1', ...times(7, 'short'), ...text)).toBe('page');
    expect(kindOf('rule 1', ...times(6, 'short'), ...text)).toBe('article');
    expect(kindOf(...times(8, 'short'), ...text)).toBe('article');
  });

  it('takes furniture of several sorts and a short menu for a page', () => {
    expect(kindOf('rule 1', 'short', 'short', 'short', ...text, 'rule 2', 'rule 1')).toBe('page');
    expect(kindOf('rule 1', 'short', 'short', 'short', ...text, 'rule 1', 'rule 1')).toBe('article');
  });

  it('takes what begins and ends with a paragraph for an article, whatever widgets stand inside', () => {
    const widgets: Line[] = ['rule 1', 'rule 2', 'short', 'short', 'rule 1'];
    expect(kindOf('sentence', ...widgets, 'sentence')).toBe('article');
    expect(kindOf('title', 'sentence', ...widgets, 'sentence')).toBe('page');
    expect(kindOf('sentence', ...widgets, 'sentence', 'rule 1')).toBe('page');
  });

  it('takes no row of figures for a line of a menu', () => {
    expect(kindOf(...text, ...times(40, 'figures'))).toBe('article');
  });

  it('begins anew with each file', () => {
    const evidence = new SourceEvidence();
    for (let i = 0; i < 30; i++) evidence.add(2, false, false, 1);
    expect(evidence.decide()).toBe('page');
    evidence.clear();
    evidence.add(25, true, false, 0);
    expect(evidence.decide()).toBe('article');
  });
});
