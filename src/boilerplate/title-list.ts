import { rules } from './rules/index.ts';

/** What a block may be in a list of other articles that ends a file. */
export const OTHER = 0;
/** A line that says that titles follow, such as "More from this author:". */
export const LEAD = 1;
/** A line that may be the title of another article. */
export const TITLE = 2;

const MAX_LEAD_WORDS = 8;
const MIN_TITLE_WORDS = 4;
const MAX_TITLE_WORDS = 25;
const MAX_NUMBER_SHARE = 0.4;
/** Least words of the titles of a list on average: what is shorter may be facts of the article. */
const MIN_MEAN_WORDS = 5;

const leads: ReadonlySet<string> = new Set([
  'related-links',
  'related-teaser',
  'further-titles',
  'most-read',
  'read-more',
]);
const isLead = Uint8Array.from(rules, ({ name }) => (leads.has(name) ? 1 : 0));

/**
 * What a block may be in a list of titles.
 *
 * @param words where two letters of a script without spaces count as one
 * @param numbers words that begin with a digit; a row of results or prices is no title
 * @param endsLikeTitle it has no full stop at its end, as titles have none; a question mark may be
 * @param rule number of the rule that takes the block, -1 when none does
 */
export function titleListRole(words: number, numbers: number, endsLikeTitle: boolean, rule: number): number {
  if (rule >= 0) return isLead[rule] === 1 && words <= MAX_LEAD_WORDS ? LEAD : OTHER;
  if (!endsLikeTitle || words < MIN_TITLE_WORDS || words > MAX_TITLE_WORDS) return OTHER;
  return numbers > MAX_NUMBER_SHARE * words ? OTHER : TITLE;
}

/** Roles and words of the blocks of one file, and which of them are taken out already. */
export interface ListBlocks {
  readonly count: number;
  readonly role: Uint8Array;
  readonly words: Float32Array;
  readonly isTaken: (block: number) => boolean;
}

/**
 * The first block of the list of titles that ends a file, -1 when it ends with none: behind a line that leads to other articles
 * nothing stands but titles and what is taken out. Its titles are those of the blocks from there on that have that role.
 */
export function findTitleList({ count, role, words, isTaken }: ListBlocks): number {
  let lead = -1;
  let titles = 0;
  let titleWords = 0;
  let led = 0;
  let ledWords = 0;
  for (let block = count - 1; block >= 0; block--) {
    if (isTaken(block)) {
      if (role[block] !== LEAD) continue;
      lead = block;
      led = titles;
      ledWords = titleWords;
    } else if (role[block] === TITLE) {
      titles++;
      titleWords += words[block];
    } else break;
  }
  return led > 0 && ledWords >= MIN_MEAN_WORDS * led ? lead : -1;
}
