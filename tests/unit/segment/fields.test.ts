import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { findCredits, findFields, type FieldBlocks } from '../../../src/segment/fields.ts';
import { segment } from '../../../src/segment/segment.ts';
import { decode } from '../../../src/text/decode.ts';
import { normalise } from '../../../src/text/normalise.ts';

const body =
  'The town council of Marlow Vale voted on Tuesday evening to rebuild the old stone bridge over the river before the winter floods return.';
const more =
  'Engineers expect the work to cost about 4 million crowns, most of which will come from the regional fund for roads and public transport.';
const title = 'Council votes to rebuild the old bridge';

function creditsIn(texts: readonly string[], start: number, end: number): number[] {
  const bytes = Buffer.from(texts.join('\n\n'));
  const decoded = decode(bytes);
  return decoded === 'binary' ? [] : findCredits(segment(bytes, decoded), start, end);
}

describe('findCredits', () => {
  const texts = ['By Jane Doe', title, 'By Odila Brandt', 'By the numbers', '4 May 2021', '5 May 2021', body];

  it('finds the first byline and the first date line between two blocks', () => {
    expect(creditsIn(texts, 1, texts.length)).toEqual([2, 4]);
    expect(creditsIn(texts, 3, 5)).toEqual([4]);
  });

  it('finds nothing among other lines or no lines', () => {
    expect(creditsIn(texts, 6, 7)).toEqual([]);
    expect(creditsIn(texts, 7, 3)).toEqual([]);
  });
});

/** The fields of an article with these blocks; those in `furniture` are boilerplate. */
function fieldsOf(texts: readonly string[], furniture: readonly string[] = []): FieldBlocks {
  const bytes = Buffer.from(texts.join('\n\n'));
  const decoded = decode(bytes);
  if (decoded === 'binary') throw new Error('taken for binary');
  const blocks = segment(bytes, decoded);
  const found = Array.from({ length: blocks.count }, (_, block) => blocks.textOf(block));
  const normal = found.map((text) => normalise(text));
  const sameText = normal.map((text) => normal.indexOf(text));
  return findFields(
    blocks,
    sameText,
    found.map((text) => (furniture.includes(text) ? 1 : 0)),
  );
}

describe('the title', () => {
  it('is the first line when it looks like one and text follows', () => {
    expect(fieldsOf([title, body])).toEqual({ title: 0 });
  });

  it('is the line that the head gives twice, also behind the lede', () => {
    expect(fieldsOf([body, title, title, more])).toEqual({ title: 1 });
  });

  it('may be repeated in other case and with other quotes', () => {
    expect(fieldsOf([body, 'Council’s vote for the bridge', "COUNCIL'S VOTE FOR THE BRIDGE", more])).toEqual({ title: 1 }); // prettier-ignore
  });

  it('is looked for behind furniture and labels', () => {
    expect(fieldsOf(['Home | News', title, body], ['Home | News'])).toEqual({ title: 1 });
    expect(fieldsOf(['MEDIA RELEASE', title, body])).toEqual({ title: 1 });
  });

  it('is no sub-heading that recurs between the first paragraphs', () => {
    expect(fieldsOf([title, body, 'What it will cost', more, 'What it will cost', body]).title).toBe(0);
    expect(fieldsOf([body, 'What it will cost', more, 'What it will cost', body])).toEqual({});
  });

  it('is all that some files hold', () => {
    expect(fieldsOf([title])).toEqual({ title: 0 });
    expect(fieldsOf(['The council voted on the bridge.'])).toEqual({});
  });

  it('may be a question', () => {
    expect(fieldsOf(['Who pays for the old bridge?', body])).toEqual({ title: 0 });
  });

  it.each([
    ['a sentence', ['The council voted on the bridge.', body]],
    ['two words', ['Marlow Vale', body]],
    ['a line that leads on', ['The council said in a statement:', body]],
    ['a list item', ['- the bridge of the town', body]],
    ['a paragraph', [body, more]],
    ['lines without any sentence behind', [title, 'Adults seven crowns', 'Pupils three crowns']],
  ])('is not %s', (_, texts) => {
    expect(fieldsOf(texts)).toEqual({});
  });

  it('is not what recurs only far behind the head', () => {
    const texts = ['A second chance', body, more, body, more, body, more, body, more, 'A second chance'];
    expect(fieldsOf([body, ...texts])).toEqual({});
  });
});

describe('the deck', () => {
  const deck = 'Town hopes to finish the work before winter';

  it('is a second line like a heading, with a longer paragraph behind', () => {
    expect(fieldsOf([title, deck, body])).toEqual({ title: 0, subtitle: 1 });
  });

  it('is no third copy of the title', () => {
    expect(fieldsOf([title, title, title, body])).toEqual({ title: 0 });
    expect(fieldsOf([title, title, deck, title, body]).subtitle).toBe(2);
  });

  it('may be a sentence behind a title that is given twice', () => {
    expect(fieldsOf([title, title, `${deck}.`, body])).toEqual({ title: 0, subtitle: 2 });
  });

  it('is no sentence behind a title that is given once', () => {
    expect(fieldsOf([title, `${deck}.`, body])).toEqual({ title: 0 });
  });

  it.each([
    ['short lines', [title, deck, 'Who pays for it', body]],
    ['a quotation', [title, '“We are ready for the winter”', body]],
    ['three words', [title, 'Costs and floods', body]],
  ])('is not found with %s behind the title', (_, texts) => {
    expect(fieldsOf(texts).subtitle).toBeUndefined();
  });

  it('is looked for behind byline and date', () => {
    expect(fieldsOf([title, 'By Odila Brandt', '4 May 2021', deck, body])).toEqual({
      title: 0,
      subtitle: 3,
      byline: 1,
      published: 2,
    });
  });
});

describe('byline and date', () => {
  it('stand in the head', () => {
    expect(fieldsOf(['4 May 2021', title, 'Par Odile Brandt', body])).toEqual({ title: 1, byline: 2, published: 0 });
  }); // prettier-ignore

  it('is a date at the very end when the head has none', () => {
    expect(fieldsOf([title, body, more, '4 May 2021', 'Share'], ['Share'])).toEqual({
      title: 0,
      published: 3,
    });
  });

  it('is the first of two dates', () => {
    expect(fieldsOf([title, '4 May 2021', body, '5 May 2021']).published).toBe(1);
  });

  it('are none in the middle of a long article', () => {
    const texts = Array.from({ length: 8 }, () => body);
    expect(fieldsOf([...texts, 'By Odila Brandt', '4 May 2021', ...texts])).not.toHaveProperty('published');
  });

  it('is the sign-off of an agency at the very end when the head has no byline', () => {
    expect(fieldsOf([title, body, more, 'Reuter'], ['Reuter'])).toEqual({ title: 0, byline: 3 });
    expect(fieldsOf([title, 'By Odila Brandt', body, 'Reuter'], ['Reuter']).byline).toBe(1);
    expect(fieldsOf([title, body, 'Reuter', more])).not.toHaveProperty('byline');
    expect(fieldsOf([title, body, more, 'Renters'])).not.toHaveProperty('byline');
    expect(fieldsOf(['Reuter'])).not.toHaveProperty('byline');
  });

  it('are never furniture', () => {
    expect(fieldsOf([title, 'By Odila Brandt', '4 May 2021', body], ['By Odila Brandt', '4 May 2021'])).toEqual({ title: 0 });
  }); // prettier-ignore
});
