/** Full stops, question and exclamation marks of the scripts that news is written in. */
const sentenceEnds = '.!?…。！？｡؟۔।።';
/** Quotes and brackets that may stand behind the end of a sentence. */
const closers = `"'”’»)]）」』〉》›`;
const openers = `"“„«‘'「『‚‹《`;

/** Whether the text from `start` to `end` ends a sentence: a full stop or its like, then only closers. */
export function endsSentence(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && closers.includes(text[last])) last--;
  return sentenceEnds.includes(text[last]);
}

/** Whether a character opens a quotation. */
export function opensQuote(character: string | undefined): boolean {
  return character !== undefined && openers.includes(character);
}

/** Whether a code unit is a lower-case letter of a script that has case. */
export function isLowerCase(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  const character = String.fromCharCode(unit);
  return character !== character.toUpperCase() && character === character.toLowerCase();
}

/** Whether a code unit is an upper-case letter. */
export function isUpperCase(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const character = String.fromCharCode(unit);
  return character !== character.toLowerCase() && character === character.toUpperCase();
}
