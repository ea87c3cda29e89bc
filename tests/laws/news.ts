import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { encode, type Encoding as TextEncoding } from '../../src/text/decode.ts';

/** Generated news: sets of files with repeats, near repeats and furniture in them, in every layout and encoding. */

export type Files = Readonly<Record<string, Uint8Array>>;

const vocabulary = (
  'the council of harbour ferry bridge voted to rebuild winter stone old new and for with crowns water town people river said ' +
  'Tuesday Marlow Lindhaven Odila Brandt 240 1,500 3.5 not never market museum glass opened queue before after until morning ' +
  'fish tickets price union report barley growers harvest dealers bought little February island night ship passengers cars summer ' +
  'house shows pieces workshops chandelier blue barn years director visitors planned counted company tram line promised Sunday end'
).split(' ');

const western = 'café naïve Straße — “so” señor'.split(' ');
export const word: fc.Arbitrary<string> = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...vocabulary) },
  fc.constantFrom(...western),
);

export const sentence: fc.Arbitrary<string> = fc
  .tuple(fc.array(word, { minLength: 4, maxLength: 16 }), fc.constantFrom('.', '.', '.', '!', '?', '.”'))
  .map(([words, end]) => capitalise(words.join(' ')) + end);

/** One to four sentences. */
export const paragraph: fc.Arbitrary<string> = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((sentences) => sentences.join(' '));

function capitalise(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

const shortLines = [
  'What the tickets will cost', 'A second chance', 'MAYOR:', 'Q:', '* * *', '- children nothing', '1. Stone', 'By Odila Brandt', '4 May 2021',
  '“We are ready,” she said.', 'Council votes to rebuild the old stone bridge before winter', 'Night ferry returns to Lindhaven', 'He said:',
]; // prettier-ignore
const furniture = ['Share', 'Share on Facebook', 'Leave a Reply', 'Sign up for our newsletter', 'Advertisement', 'All rights reserved.', 'Read more', 'Related stories']; // prettier-ignore

/** An edit that a copy may have undergone; the first are slips, the last change what is said. */
const edits: ReadonlyArray<(text: string) => string> = [
  (text) => text,
  (text) => text.replace('harbour', 'harbuor'),
  (text) => `MARLOW (Northwire) - ${text}`,
  (text) => text.replaceAll(' ', '  '),
  (text) => text.toUpperCase(),
  (text) => text.replace(' the ', ' '),
  (text) => `${text} More follows.`,
  (text) => text.replace('240', '260'),
  (text) => text.replace(' not ', ' '),
  (text) => text.replace('Brandt', 'Quist'),
];

type Piece =
  | { readonly kind: 'paragraph'; readonly of: number; readonly edit: number }
  | { readonly kind: 'line'; readonly text: string };

const piece: fc.Arbitrary<Piece> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('paragraph'), of: fc.nat(7), edit: fc.nat(edits.length - 1) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('line'), text: fc.constantFrom(...shortLines) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('line'), text: fc.constantFrom(...furniture) }) },
);

/** The texts of articles, block by block, before they are laid out. */
export const articleTexts: fc.Arbitrary<string[][]> = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 8 }),
    fc.array(fc.array(piece, { maxLength: 9 }), { minLength: 1, maxLength: 5 }),
  )
  .map(([pool, articles]) =>
    articles.map((pieces) =>
      pieces.map((part) =>
        part.kind === 'line' ? part.text : edits[part.edit](pool[part.of % pool.length]),
      ),
    ),
  );

/** Paragraphs of two to five sentences with words by chance, no two alike: where one repeats another, somebody has copied it. */
const ownText: fc.Arbitrary<string> = fc.noBias(fc.nat(2 ** 31 - 1)).map((seed) => {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 2 ** 31) * below);
  };
  const sentences = Array.from({ length: 2 + random(4) }, () =>
    capitalise(Array.from({ length: 6 + random(10) }, () => vocabulary[random(vocabulary.length)]).join(' ')),
  );
  return `${sentences.join('. ')}.`;
});

/** Cuts a text behind the sentence that holds its middle. */
function halves(text: string): readonly [string, string] {
  const at = text.indexOf('. ', text.length / 2);
  return at < 0 ? [text, ''] : [text.slice(0, at + 1), text.slice(at + 2)];
}

/** What becomes of two paragraphs that follow each other when somebody takes them over. */
const retellings: ReadonlyArray<(a: string, b: string) => readonly string[]> = [
  (a, b) => [a, b],
  (a) => [a.replace('the', 'teh')],
  (a) => [`${a.slice(0, Math.ceil(0.6 * a.length))}…`],
  (a) => [`${a.slice(0, Math.ceil(0.7 * a.length))} ... [+2217 chars]`],
  (a, b) => [`${a} ${halves(b)[0]}`],
  (a) => halves(a),
  (a, b) => [...halves(a), ...halves(b)],
  (a, b) => [`${a} ${b}`],
  (a, b) => [`${a} ${b.replace('the', 'teh')}`],
  (a, b) => [halves(a)[0], `${halves(a)[1]} ${b}`],
  (a) => [`MARLOW (Northwire) - ${a}`],
  (a) => [a.replace('240', '260').replace('Tuesday', 'Friday').replace(' not ', ' ')],
  (a, b) => [`${a} ${b.replace('Brandt', 'Quist').replace('1,500', '1,700')}`],
];

/** Articles that take paragraphs over from each other: whole, cut, split, merged and with other facts. */
export const retoldTexts: fc.Arbitrary<string[][]> = fc
  .tuple(
    fc.array(ownText, { minLength: 2, maxLength: 7 }),
    fc.array(
      fc.array(
        fc.record({ of: fc.nat(6), how: fc.oneof(fc.constant(0), fc.nat(retellings.length - 1)), own: ownText }),
        { minLength: 1, maxLength: 5 },
      ),
      { minLength: 2, maxLength: 6 },
    ),
  )
  .map(([pool, articles]) =>
    articles.map((pieces) =>
      pieces
        .flatMap(({ of, how, own }) => [
          ...retellings[how](pool[of % pool.length], pool[(of + 1) % pool.length]),
          ...(of === 0 ? [own] : []),
        ])
        .filter((text) => text !== ''),
    ),
  ); // prettier-ignore

export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';

function encodeAs(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8 with mark':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(Array.from(text, (character) => westernByte(character)));
  }
}

/** The byte of a character in windows-1252; a space for white space and a question mark for letters that it lacks. */
function westernByte(character: string): number {
  const high = '\u201c\u201d\u2014'.indexOf(character);
  if (high >= 0) return [0x93, 0x94, 0x97][high];
  const code = character.charCodeAt(0);
  if (code < 0x100) return code;
  return /\s/.test(character) ? 0x20 : 0x3f;
}

/** How the blocks of an article are put into a file. */
const layout = fc.record({
  between: fc.constantFrom('\n\n', '\n\n', '\n', '\n    ', '\n \t\n', '\n\n\n\n', '\n\u00a0\n', '\n\u3000', '\n\f\n'),
  width: fc.constantFrom(0, 0, 44, 72),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  before: fc.constantFrom('', '', '\n', '  '),
  after: fc.constantFrom('\n', '\n', '', '\n\n \n'),
  encoding: fc.constantFrom<Encoding[]>('utf-8', 'utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252'),
}); // prettier-ignore

type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function layOut(
  blocks: readonly string[],
  { between, width, lineEnd, before, after, encoding }: Layout,
): Uint8Array {
  const wrapped = width === 0 ? blocks : blocks.map((block) => wrap(block, width));
  const text = before + wrapped.join(between) + after;
  return encodeAs(text.replaceAll('\n', lineEnd), encoding);
}

function wrap(text: string, width: number): string {
  const lines = [''];
  for (const part of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line === '') lines[lines.length - 1] = part;
    else if (line.length + 1 + part.length <= width) lines[lines.length - 1] = `${line} ${part}`;
    else lines.push(part);
  }
  return lines.join('\n');
}

function asFiles(articles: fc.Arbitrary<string[][]>, layouts: fc.Arbitrary<Layout>): fc.Arbitrary<Files> {
  return articles.chain((texts) =>
    fc
      .tuple(fc.array(layouts, { minLength: texts.length, maxLength: texts.length }), fc.nat(3))
      .map(([chosen, inFolder]) =>
        Object.fromEntries(
          texts.map((blocks, index) => [
            `${index < inFolder ? 'b/' : ''}${index}.txt`,
            layOut(blocks, chosen[index]),
          ]),
        ),
      ),
  );
}

/** One to five files in up to two folders. */
export const newsFiles: fc.Arbitrary<Files> = asFiles(articleTexts, layout);

/** Two to six files with text that was taken over from one to the other. */
export const retoldFiles: fc.Arbitrary<Files> = asFiles(retoldTexts, layout);

/**
 * Files whose blocks keep their part when others are gone: a line for each, paragraphs end like paragraphs, and lines that a page may use as
 * title or sub-heading are short and stand once in their article. What is a title or a sub-heading else shows in
 * the text around it, which cleaning may take away.
 */
export const steadyFiles: fc.Arbitrary<Files> = asFiles(
  articleTexts.map((articles) =>
    articles.map((blocks) => {
      const lines = new Set<string>();
      return blocks.filter((block) => {
        const isParagraph = block.endsWith('.') && block.split(' ').length >= 8;
        const isLine = block.length < 50 && !/[.!?”]$/.test(block) && !lines.has(block);
        lines.add(block);
        return isParagraph || isLine;
      });
    }),
  ),
  layout.map((any) => ({ ...any, width: 0 })),
);

/** Text with everything in it that scraped pages are known to hold. */
export const oddText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: word },
      { weight: 3, arbitrary: fc.constantFrom(' ', '\n', '\r\n', '\r', '\n\n', '\t', '\u00a0', '\u3000', '\u2028', '\f', '\u0085') },
      fc.constantFrom('\u200b', '\u0007', '\u001b[31m', '\ufeff', '\ufffd', '\u202e', '\u00ad', 'e\u0301', '\u1100\u1161', 'Ａ', 'ﬁ', '…', 'İ', 'ς'),
      fc.constantFrom('&amp;', '&nbsp;', '&#8217;', '&bogus;', '<br>', '<p class="x">', '</p>', '[link](http://x.y/z)', 'donâ€™t', 'cafÃ©', '**bold**', '# '),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('')); // prettier-ignore

const encodings: Encoding[] = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252'];

/** Files of any kind: odd text in any encoding, damaged text, and plain bytes. */
export const anyFile: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc
    .array(fc.tuple(fc.oneof(oddText, fc.constantFrom('Die Brücke öffnet.', 'Мост закрыт.', '橋は閉鎖。', '\u00a0été\u00a0', 'One.')), fc.constantFrom('utf-8', 'utf-8', 'windows-1252', 'windows-1251', 'shift_jis')), { maxLength: 8 })
    .map((lines) => Buffer.concat(lines.map(([text, encoding]) => Buffer.from(encode(`${text}\n`, encoding as TextEncoding))))),
  fc.tuple(oddText, fc.constantFrom(...encodings)).map(([text, encoding]) => encodeAs(text, encoding)),
  fc
    .tuple(oddText, fc.constantFrom(...encodings), fc.nat(200), fc.uint8Array({ maxLength: 4 }))
    .map(([text, encoding, at, noise]) => {
      const bytes = encodeAs(text, encoding);
      const place = at % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, place), noise, bytes.subarray(place)]);
    }),
  fc
    .array(fc.constantFrom(0x0a, 0x0d, 0x20, 0x41, 0x85, 0xa0, 0xc2, 0xe2, 0x80, 0x83, 0xef, 0xbb, 0xbf, 0xff, 0xfe, 0xd8), { maxLength: 30 })
    .map((bytes) => Uint8Array.from(bytes)),
  fc.uint8Array({ maxLength: 60 }),
); // prettier-ignore
