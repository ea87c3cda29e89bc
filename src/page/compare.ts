import { diffWords, diffWordsWithSpace, type ChangeObject } from 'diff';
import { element, visibleText } from './element.ts';

/** Beyond this a comparison word by word is not readable, nor quick. In UTF-16 code units of both texts. */
const MAX_UNITS = 60_000;
const MAX_MILLISECONDS = 400;
// scripts without spaces need a dictionary to find words
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uf900-\ufaff]/;

/** Two texts word by word; undefined when they are too long or too different for it. */
function diff(before: string, after: string): ChangeObject<string>[] | undefined {
  if (before.length + after.length > MAX_UNITS) return undefined;
  const options = { timeout: MAX_MILLISECONDS };
  if (!unspaced.test(before)) return diffWordsWithSpace(before, after, options);
  return diffWords(before, after, {
    ...options,
    intlSegmenter: new Intl.Segmenter(undefined, { granularity: 'word' }),
  });
}

/** One side of a comparison. */
export interface Side {
  readonly heading: Node;
  readonly text: string;
}

/** Two texts side by side, with the words that only one of them has marked. */
export function compare(left: Side, right: Side): HTMLElement {
  const changes = diff(left.text, right.text);
  const own = (side: 'removed' | 'added'): Node[] =>
    (changes ?? []).flatMap((change) => {
      if (!change.removed && !change.added) return visibleText(change.value);
      if (!change[side]) return [];
      return [element('mark', { class: side }, ...visibleText(change.value))];
    });
  const draw = ({ heading, text }: Side, side: 'removed' | 'added'): HTMLElement =>
    element(
      'div',
      { class: 'side' },
      element('p', { class: 'side-heading' }, heading),
      element(
        'p',
        { class: 'text', dir: 'auto' },
        ...(changes === undefined ? visibleText(text) : own(side)),
      ),
    );
  const isEqual = left.text === right.text;
  const note = isEqual
    ? 'Equal to the letter.'
    : changes === undefined
      ? 'These texts are too long to be compared word by word.'
      : undefined;
  return element(
    'div',
    { class: 'compare' },
    draw(left, 'removed'),
    draw(right, 'added'),
    note === undefined ? undefined : element('p', { class: 'dim note' }, note),
  );
}
