type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next';

/** A quotation mark for a string, `0` for a number or a word, or the mark itself. */
interface Token {
  readonly kind: string;
  readonly end: number;
}

/**
 * Where a text stops being JSON, as an offset; its length when it only ends too soon. `JSON.parse` does not say
 * it for every error.
 */
export function findJsonError(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    const next: Expected | null = token && step(expected, token.kind, open);
    if (token?.end === text.length + 1) return text.length;
    if (token === null || next === null) return at;
    expected = next;
    at = skipSpace(text, token.end);
    if (expected === 'next' && open.length === 0) break;
  }
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at])) at++;
  return at;
}

const word = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)/y;

/** The token at an offset, or null; one that ends behind the end of the text is cut off. */
function readToken(text: string, start: number): Token | null {
  if ('{}[]:,'.includes(text[start])) return { kind: text[start], end: start + 1 };
  if (text[start] === '"') return readString(text, start);
  word.lastIndex = start;
  return word.test(text) ? { kind: '0', end: word.lastIndex } : null;
}

function readString(text: string, start: number): Token | null {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return { kind: '"', end: at + 1 };
    if (text[at] < ' ') return null;
    if (text[at] === '\\' && !'"\\/bfnrtu'.includes(text[++at] ?? '"')) return null;
  }
  return { kind: '"', end: text.length + 1 };
}

/** What may follow the token, or null when the token may not stand here. */
function step(expected: Expected, kind: string, open: string[]): Expected | null {
  if (kind === '}' || kind === ']') {
    const opener = kind === '}' ? '{' : '[';
    const mayEnd = expected === 'next' || expected === (kind === '}' ? 'keyOrEnd' : 'valueOrEnd');
    return mayEnd && open.pop() === opener ? 'next' : null;
  }
  switch (expected) {
    case 'key':
    case 'keyOrEnd':
      return kind === '"' ? 'colon' : null;
    case 'colon':
      return kind === ':' ? 'value' : null;
    case 'next':
      if (kind !== ',') return null;
      return open.at(-1) === '{' ? 'key' : 'value';
    case 'value':
    case 'valueOrEnd':
      if (kind === '"' || kind === '0') return 'next';
      if (kind !== '{' && kind !== '[') return null;
      open.push(kind);
      return kind === '{' ? 'keyOrEnd' : 'valueOrEnd';
  }
}
