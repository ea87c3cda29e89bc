import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import * as table from '../../../src/matching/block-table.ts';
import { emptySet, type ArticleSet } from '../../../src/pipeline/article-set.ts';
import { resolveSettings, type IngestOptions } from '../../../src/pipeline/options.ts';
import { becauseOf, evidenceOf } from '../../../src/pipeline/evidence.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';

const body =
  'The town council of Marlow Vale voted on Tuesday evening to rebuild the old stone bridge over the river before the winter floods return.';

function prepared(text: string | Uint8Array, options: IngestOptions = {}): ArticleSet {
  const set = emptySet();
  prepare(Buffer.from(text as string), 0, resolveSettings(options), set);
  return set;
}

const column = (set: ArticleSet, name: 'verdict' | 'role' | 'zone' | 'kind'): number[] => [
  ...set.blocks[name].subarray(0, set.blocks.count),
];

describe('prepare', () => {
  it('appends the blocks of one article after the other', () => {
    const set = emptySet();
    const settings = resolveSettings({});
    expect(prepare(Buffer.from(`Title of the page\n\n${body}`), 7, settings, set)).toBe(true);
    expect(prepare(Buffer.from(''), 8, settings, set)).toBe(true);
    expect(prepare(Buffer.from(body), 9, settings, set)).toBe(true);
    expect(set.files.map(({ source, bytes }) => [source, bytes])).toEqual([[7, body.length + 19], [8, 0], [9, body.length]]);
    expect([...set.blocks.firstBlock.subarray(0, 4)]).toEqual([0, 2, 2, 3]);
    expect(set.blocks.text[2]).toBe(set.blocks.text[1]);
  });

  it('appends nothing for bytes that are no text', () => {
    const set = emptySet();
    expect(prepare(Buffer.from('a\0b\0\0'), 0, resolveSettings({}), set)).toBe(false);
    expect([set.files.length, set.blocks.count, set.blocks.articleCount]).toEqual([0, 0, 0]);
  });

  it('notes what decoding found out', () => {
    const [file] = prepared(Buffer.from('\ufeffÜber', 'utf16le')).files;
    expect(file).toMatchObject({ encoding: 'utf-16le', encodingGuessed: false, bomBytes: 2, replacements: 0 });
    expect(prepared(Buffer.from('Stra\xdfe', 'latin1')).files[0]).toMatchObject({ encoding: 'windows-1252', encodingGuessed: true });
  });

  it('gives fields their roles', () => {
    const set = prepared(`Council votes to rebuild the bridge\n\nWork shall begin before winter\n\nBy Odila Brandt\n\n4 May 2021\n\n${body}`);
    expect(column(set, 'role')).toEqual([table.TITLE, table.SUBTITLE, table.BYLINE, table.PUBLISHED, table.BODY]);
  });

  it("reads an agency's sign-off at the end as the byline, not as boilerplate", () => {
    const set = prepared(`Council votes to rebuild the bridge\n\n${body}\n\nReuter`);
    expect(column(set, 'role')).toEqual([table.TITLE, 0, table.BYLINE]);
    expect(column(set, 'verdict')).toEqual([table.KEPT, table.KEPT, table.KEPT]);
    expect(set.blocks.rule[2]).toBe(0);
    const signedTwice = prepared(`By Jane Doe\n\n${body}\n\nReuter`);
    expect(column(signedTwice, 'verdict')[2]).toBe(table.BOILERPLATE);
  });

  it('takes certain boilerplate with any way to strip but off', () => {
    const text = `Council votes to rebuild the bridge\n\n${body}\n\nLeave a Reply`;
    const verdicts = (strip: 'auto' | 'careful' | 'off'): number[] => column(prepared(text, { strip }), 'verdict');
    expect(verdicts('auto')).toEqual([table.KEPT, table.KEPT, table.BOILERPLATE]);
    expect(verdicts('careful')).toEqual([table.KEPT, table.KEPT, table.BOILERPLATE]);
    expect(verdicts('off')).toEqual([table.KEPT, table.KEPT, table.KEPT]);
  });

  it('strips less sure rules only when it need not be careful', () => {
    const unsure = `${body}\n\n${body.replace('Tuesday', 'Monday')}\n\nRelated: who pays for the bridge`;
    const set = prepared(unsure);
    expect(set.blocks.confidence[2]).toBeLessThan(100);
    expect(column(set, 'verdict')[2]).toBe(table.BOILERPLATE);
    expect(column(prepared(unsure, { strip: 'careful' }), 'verdict')[2]).toBe(table.KEPT);
  });

  it('keeps inside the body what it would strip at its ends', () => {
    const set = prepared(`${body}\n\nMarket data\n\n${body}\n\nMarket data`);
    expect(column(set, 'verdict')).toEqual([table.KEPT, table.KEPT, table.KEPT, table.BOILERPLATE]);
  });

  it('marks what stands behind the last paragraph, sentences and sub-headings', () => {
    const set = prepared(`${body}\n\nWhat it will cost\n\n${body}\n\nMore from the town`);
    const { SENTENCE, SUBHEADING, TAIL } = table;
    expect(column(set, 'zone')).toEqual([SENTENCE, SUBHEADING, SENTENCE, TAIL]);
  });

  const menu = ['Home', 'World', 'Politics', 'Business', 'Culture', 'Sport', 'Weather', 'Log in'];
  const bodies = ['Tuesday', 'Monday', 'Friday', 'Sunday'].map((day) => body.replace('Tuesday', day));
  const page = [...menu, 'Council votes to rebuild the bridge', ...bodies, 'Walks that nobody knows', 'Our ten best soups'].join('\n');

  it('tells a page dump from an article, unless the settings say what it is', () => {
    const kindOf = (text: string, strip: 'auto' | 'careful' | 'full' | 'off'): string => prepared(text, { strip }).files[0].kind;
    expect([kindOf(page, 'auto'), kindOf(page, 'careful'), kindOf(page, 'off')]).toEqual(['page', 'article', 'article']);
    expect([kindOf(body, 'auto'), kindOf(body, 'full')]).toEqual(['article', 'page']);
  });

  it('takes from a page what no rule knows, and says why', () => {
    const set = prepared(page);
    const first = menu.length;
    expect(column(set, 'verdict').slice(first, first + 5)).toEqual([0, 0, 0, 0, 0]);
    expect(column(set, 'verdict').slice(first + 5)).toEqual([table.BOILERPLATE, table.BOILERPLATE]);
    const { rule, reasons, confidence } = set.blocks;
    expect(evidenceOf(rule[first + 5])).toBe('model');
    expect(becauseOf(reasons[first + 5]).length).toBeGreaterThan(0);
    expect(confidence[first + 5]).toBeGreaterThan(50);
    // what a rule takes needs no reasons
    const taken = [...Array(first).keys()].filter((row) => evidenceOf(rule[row]) === 'lexicon');
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.map((row) => reasons[row])).toEqual(taken.map(() => 0));
  });

  it('lets the lexicon decide about what it knows, between paragraphs too', () => {
    const set = prepared(page.replace(`\n${bodies[2]}`, `\nAdvertisement\n${bodies[2]}`));
    const row = menu.length + 3;
    expect(column(set, 'verdict').slice(row - 1, row + 2)).toEqual([table.KEPT, table.BOILERPLATE, table.KEPT]);
    expect([evidenceOf(set.blocks.rule[row]), set.blocks.reasons[row]]).toEqual(['lexicon', 0]);
  });

  it('leaves the byline and the date under the title of a page to the fields', () => {
    const named = `Council votes to rebuild the bridge | The Vale Herald\n${page}`;
    const credited = named.replace(bodies[0], `By Odila Brandt\n4 May 2021\n${bodies[0]}`);
    const roles = column(prepared(credited), 'role').slice(menu.length + 1, menu.length + 5);
    expect(roles).toEqual([table.TITLE, table.BYLINE, table.PUBLISHED, table.BODY]);
  });

  it('gives a file back as it was when nothing would be left', () => {
    const set = prepared('Leave a Reply\n\nShare this article');
    expect(set.files[0]).toMatchObject({ keptWhole: true, overRemoved: false });
    expect(column(set, 'verdict')).toEqual([table.KEPT, table.KEPT]);
    expect([set.blocks.rule[0], set.blocks.confidence[0]]).toEqual([0, 0]);
    expect(prepared('').files[0]).toMatchObject({ keptWhole: false, overRemoved: false });
  });

  it('marks an article that loses more than half of its text', () => {
    const form = 'Your email address will not be published. Required fields are marked *';
    expect(prepared(`The bridge is open.\n\n${form}`).files[0]).toMatchObject({ kind: 'article', overRemoved: true });
    expect(prepared(`${body}\n\n${form}`).files[0]).toMatchObject({ kind: 'article', overRemoved: false });
  });

  it('takes a long text without a full stop for a paragraph', () => {
    const set = prepared(`${body}\n\n${'word '.repeat(45)}`);
    expect(column(set, 'zone')[1] & table.TAIL).toBe(0);
  });
}); // prettier-ignore
