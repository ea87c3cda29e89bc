type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next';

// Each alternative begins with a character of its own, so the expression never goes back.
const token =
  // oxlint-disable-next-line no-control-regex -- JSON forbids control characters in strings
  /[ \t\r\n]*(?:("(?:[^"\\\u0000-\u001f]|\\["\\/bfnrtu])*")|(true|false|null|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)|([{}[\]:,]))/y;

/**
 * Where a text stops being JSON, as an offset; its length when it only ends too soon. `JSON.parse` does not say
 * it for every error.
 */
export function findJsonError(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  token.lastIndex = 0;
  for (;;) {
    const at = token.lastIndex;
    const found = token.exec(text);
    const start = skipSpace(text, at);
    if (found === null) return start;
    const next = step(expected, found, open);
    if (next === null) return start;
    expected = next;
    if (expected === 'next' && open.length === 0) return skipSpace(text, token.lastIndex);
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? 'x')) at++;
  return at;
}

/** What may follow the token, or null when the token may not stand here. */
function step(
  expected: Expected,
  [, string, literal, mark]: RegExpExecArray,
  open: string[],
): Expected | null {
  if (mark === '}' || mark === ']') {
    const opener = mark === '}' ? '{' : '[';
    const mayEnd = expected === 'next' || expected === (mark === '}' ? 'keyOrEnd' : 'valueOrEnd');
    return mayEnd && open.pop() === opener ? 'next' : null;
  }
  switch (expected) {
    case 'key':
    case 'keyOrEnd':
      return string === undefined ? null : 'colon';
    case 'colon':
      return mark === ':' ? 'value' : null;
    case 'next':
      if (mark !== ',') return null;
      return open.at(-1) === '{' ? 'key' : 'value';
    case 'value':
    case 'valueOrEnd':
      if (string !== undefined || literal !== undefined) return 'next';
      if (mark !== '{' && mark !== '[') return null;
      open.push(mark);
      return mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
  }
}
