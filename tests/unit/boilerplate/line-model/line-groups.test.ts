import { describe, expect, it } from 'vitest';
import {
  COMMENTS,
  lineGroupCount,
  lineGroups,
  OTHER_ARTICLES,
  pageGroups,
} from '../../../../src/boilerplate/line-model/line-groups.ts';
import { rules } from '../../../../src/boilerplate/rules/index.ts';

const groupOf = (name: string): number => lineGroups[rules.findIndex((rule) => rule.name === name)];
const pageGroupOf = (name: string): number => pageGroups[rules.findIndex((rule) => rule.name === name)];

describe('the groups of rules', () => {
  it('give every family one', () => {
    expect(lineGroups).toHaveLength(rules.length);
    expect(lineGroups.every((group) => group > 0 && group < lineGroupCount)).toBe(true);
  });

  it('know forms for comments and links to other articles', () => {
    expect([groupOf('comment-form'), groupOf('related-links')]).toEqual([COMMENTS, OTHER_ARTICLES]);
    expect(groupOf('navigation')).not.toBe(groupOf('copyright'));
  });

  it('take nothing that letters and reports have, too, for a sign of a page', () => {
    expect([pageGroupOf('contact-line'), pageGroupOf('photo-credit')]).toEqual([0, 0]);
    expect(pageGroupOf('navigation')).toBe(groupOf('navigation'));
  });
}); // prettier-ignore
