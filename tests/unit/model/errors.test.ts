import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CleancopyError, formatMessage, messageCodes, showSafely } from '../../../src/model/errors.ts';

describe('formatMessage', () => {
  test('puts the values into the sentence', () => {
    expect(formatMessage('OUTPUT_FOLDER_MISSING', { output: 'a/b.json', folder: 'a' })).toBe(
      'The output a/b.json cannot be made: there is no folder a; create it first.',
    );
  });

  test.each(messageCodes)('has a sentence for %s without a gap when every value is there', (code) => {
    const values = new Proxy({}, { get: () => 'VALUE' });
    const sentence = formatMessage(code, values as never);
    expect(sentence).not.toMatch(/[{}]|undefined/);
    expect(sentence.length).toBeGreaterThan('VALUE'.length);
  });

  test('shows a value that looks like a placeholder as it is', () => {
    expect(formatMessage('UNREADABLE', { cause: '{cause}$&' })).toBe('It could not be read: {cause}$&.');
  });

  test('makes values harmless for a terminal', () => {
    const message = formatMessage('UNREADABLE', { cause: '\u001b]0;owned\u0007\r\n\u009b31m\u202e' });
    expect(message).toBe('It could not be read: \\x1b]0;owned\\x07\\x0d\\x0a\\x9b31m\\u202e.');
  });
});

describe('the catalogue of messages', () => {
  const folder = fileURLToPath(new URL('../../../src', import.meta.url));
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('errors.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const example = (code: (typeof messageCodes)[number]): string =>
    formatMessage(code, new Proxy({}, { get: (_, name) => String(name) }) as never);

  test.each(messageCodes)('%s is said somewhere', (code) => {
    expect(source).toContain(`'${code}'`);
  });

  test('says each thing in one sentence or a few, and no two things alike', () => {
    const sentences = messageCodes.map(example);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Za-z`{].*[\w.?)]$/);
  });
});

describe('showSafely', () => {
  test('leaves ordinary text of any script as it is', () => {
    for (const text of ['a/b c.txt', 'Größe „x“', '漢字かな', 'עברית', '😀', ''])
      expect(showSafely(text)).toBe(text);
  });

  test('shows half a character as its number', () => {
    expect(showSafely('a\ud800b')).toBe('a\\ud800b');
  });

  test('cuts very long text', () => {
    expect(showSafely('x'.repeat(10_000))).toBe(`${'x'.repeat(500)}…`);
  });
});

describe('CleancopyError', () => {
  test('carries code, arguments, sentence and cause', () => {
    const cause = new Error('inner');
    const error = new CleancopyError('DISK_FULL', { output: 'x.json' }, { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'CleancopyError',
      code: 'DISK_FULL',
      args: { output: 'x.json' },
      cause,
    });
    expect(error.message).toBe(
      'The disk is full: x.json was not written. Free some space, or choose another disk.',
    );
  });
});
