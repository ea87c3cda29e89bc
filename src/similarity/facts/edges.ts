import { agencies, creditWords, functionWords } from './fact-words.ts';
import { hasNoCase } from './slips.ts';
import { CHARACTER, DATE_TOKEN, NUMBER_TOKEN, type Tokens } from './token.ts';

/** A dateline, wire prefix, label or list number ends within this many words, or letters of a script without spaces. */
const MAX_PREFIX = 12;
const MAX_PREFIX_LETTERS = 36;
/** A credit at the end has at most this many words. */
const MAX_CREDIT = 24;

const bylines = new Set(['by', 'von', 'por', 'par', 'de', 'di', 'door', 'av']);
/** How Chinese and Japanese wire prefixes end or what they name. */
const wireLetters = /社|央视|央視|网|網|报|報|讯|訊|电|電|消息|新闻|新聞|记者|記者/;

/**
 * Whether the first `length` tokens are what a page or an agency sets in front of a text: a dateline, a wire prefix, a
 * speaker, a list number. It ends at a mark and holds nothing but names, dates and labels.
 */
export function isPrefix({ list, text, fromStart }: Tokens, length: number): boolean {
  if (!fromStart || length === 0 || length >= list.length) return false;
  const prefix = list.slice(0, length);
  const { gap } = list[length];
  if (prefix.some(({ kind }) => kind === CHARACTER)) {
    const words = text.slice(0, list[length].start);
    return length <= MAX_PREFIX_LETTERS && /[）)】：:、\s-]$|[电電讯訊]$/.test(words) && (wireLetters.test(words) || /[：】]\s*$/.test(words));
  } // prettier-ignore
  if (length > MAX_PREFIX) return false;
  const isByline = bylines.has(prefix[0].key);
  if (!/[-:|)\]】、]\s*["“„«‘'(]*$/.test(gap) && !(isByline && gap.includes(','))) {
    return (
      length === 1 && prefix[0].kind === NUMBER_TOKEN && /^[.)]/.test(gap) && /^#\d{1,3}$/.test(prefix[0].key)
    );
  }
  if (length === 1 && prefix[0].kind === NUMBER_TOKEN)
    return /^#\d{1,3}$/.test(prefix[0].key) && /^[.)]/.test(gap);
  const hasDate = prefix.some(({ kind }) => kind === DATE_TOKEN);
  const namesAgency = prefix.some(({ key }) => agencies.has(key));
  return prefix.every(
    ({ kind, capital, key, word }) =>
      capital ||
      kind === DATE_TOKEN ||
      (kind === NUMBER_TOKEN && (hasDate || namesAgency)) ||
      agencies.has(key) ||
      functionWords.has(key) ||
      (hasNoCase(word) && (namesAgency || length <= 4)) ||
      isByline,
  );
}

/** Whether the first `length` tokens are the number of a list or a chapter: "1.", "(2)", "3、". */
export function isListNumber({ list, text, fromStart }: Tokens, length: number): boolean {
  if (!fromStart || length !== 1 || list.length < 2 || !/^#\d{1,3}$/.test(list[0].key)) return false;
  const mark = text.slice(list[0].end, list[0].end + 1);
  return /[.)）、．]/.test(mark) && list[0].end - list[0].start <= 3;
}

/** Whether the tokens from `from` on credit the source of a text: "Copyright 2021 …", "— N. N., Reuters", "Reporting by …". */
export function isCredit({ list, toEnd }: Tokens, from: number): boolean {
  const length = list.length - from;
  if (!toEnd || length === 0 || from === 0 || length > MAX_CREDIT) return false;
  if (!list[from].opensSentence && !/[-([|©.!?。"”»]/.test(list[from].gap)) return false;
  const names = list.slice(from);
  return names.some(({ key, capital }, index) => creditWords.has(key) && (index < 4 || capital) || (agencies.has(key) && capital) || (agencies.has(key) && hasNoCase(key)))
    && !names.slice(1).some(({ opensSentence }, index) => opensSentence && index > 12);
} // prettier-ignore
