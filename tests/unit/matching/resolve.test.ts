import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { DUPLICATE, KEPT } from '../../../src/matching/block-table.ts';
import { resolve } from '../../../src/matching/resolve.ts';
import { emptySet } from '../../../src/pipeline/article-set.ts';
import { resolveSettings, type IngestOptions } from '../../../src/pipeline/options.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';
import { bridge, cost, farmer, ferry, matchArticles, memoryReader, museum } from './matched.ts';

const title = 'Council votes to rebuild the old bridge';
const [harbour, tram, price, barley] = [
  'The harbour master counted forty boats that had come in before the storm and twelve that were still outside at dusk.',
  'Two more tram cars will run on Sundays until the end of summer, the company promised after complaints from visitors.',
  'Adults pay seven crowns at the desk and pupils three, while children under six and people of the quarter enter free.',
  'Growers of malting barley called the state of the young plants good and expect an early harvest in the upper valley.',
];
const slip = (text: string): string => text.replace('bridge', 'brigde').replace('waited', 'waitd');

function verdicts(articles: readonly (readonly string[])[], options: IngestOptions = {}): unknown {
  return matchArticles(articles, options).verdicts;
}

describe('an exact repeat', () => {
  it('goes within an article, and its witness is the first copy', () => {
    expect(verdicts([[bridge, cost, bridge, bridge]])).toEqual([['kept', 'kept', 'exact 0.0', 'exact 0.0']]);
  });

  it('goes across articles, and its witness is in the first article', () => {
    expect(verdicts([[bridge, cost], [museum, bridge], [bridge, ferry]])).toEqual([
      ['kept', 'kept'],
      ['kept', 'exact 0.0'],
      ['exact 0.0', 'kept'],
    ]);
  }); // prettier-ignore

  it('goes when only case, quotes or white space differ', () => {
    expect(verdicts([[bridge, bridge.toUpperCase().replaceAll(' ', '  ')]])).toEqual([['kept', 'exact 0.0']]);
  });

  it('of the title goes in the body of its article, however short', () => {
    expect(verdicts([[title, title, bridge, cost]])).toEqual([['kept', 'exact 0.0', 'kept', 'kept']]);
  });

  it.each([
    ['a short line', 'PRIME MINISTER:'],
    ['a sub-heading', 'What it will cost'],
    ['a short answer', 'Yes.'],
    ['a separator', '* * *'],
  ])('stays when it may recur by right: %s', (_, line) => {
    const blocks = [title, bridge, line, cost, line, harbour, tram, price, line, barley];
    expect(verdicts([blocks])).toEqual([blocks.map(() => 'kept')]);
  });

  it('stays when it is short and in another article', () => {
    expect(verdicts([['He said no.', bridge], ['He said no.', cost]])).toEqual([['kept', 'kept'], ['kept', 'kept']]); // prettier-ignore
  });

  it('of a title or deck stays as the field of another article', () => {
    expect(verdicts([[title, bridge], [title, cost]])).toEqual([['kept', 'kept'], ['kept', 'kept']]); // prettier-ignore
  });
});

describe('a near repeat', () => {
  it('goes when the difference is no fact', () => {
    expect(verdicts([[bridge, cost], [slip(bridge), museum]])).toEqual([['kept', 'kept'], ['near 0.0', 'kept']]); // prettier-ignore
  });

  it('goes for each of its own copies, and always to the kept text', () => {
    expect(verdicts([[bridge], [slip(bridge), cost], [slip(bridge), ferry]])).toEqual([
      ['kept'],
      ['near 0.0', 'kept'],
      ['near 0.0', 'kept'],
    ]);
  });

  it('is a variant when a fact differs, and stays', () => {
    const changed = cost.replace('4 million', '9 million');
    expect(verdicts([[bridge, cost], [museum, changed]])).toEqual([['kept', 'kept'], ['kept', 'variant 0.1']]); // prettier-ignore
  });

  it('is a variant that goes when variants are to be dropped', () => {
    const changed = cost.replace('4 million', '9 million');
    expect(verdicts([[bridge, cost], [museum, changed]], { variants: 'drop' })).toEqual([['kept', 'kept'], ['kept', 'near 0.1']]); // prettier-ignore
  });

  it('has a copy as its witness rather than a more similar variant', () => {
    const ninety = cost.replace('4 million', '9 million');
    const copy = `Marlow - ${cost}`;
    expect(verdicts([[ninety], [cost, copy]])).toEqual([['kept'], ['variant 0.0', 'near 1.0, variant 0.0']]);
  });

  it('stays when near repeats are off, or below the threshold', () => {
    expect(verdicts([[bridge, slip(bridge)]], { near: 'off', contained: 'off' })).toEqual([['kept', 'kept']]);
    expect(verdicts([[bridge, slip(bridge)]], { near: 1, contained: 1 })).toEqual([['kept', 'kept']]);
    expect(verdicts([[bridge, slip(bridge)]], { near: 'off' })).toEqual([['kept', 'contained 0.0']]);
    expect(verdicts([[bridge, slip(bridge)]], { near: 0.95 })).toEqual([['kept', 'near 0.0']]);
  });

  it('is found in scripts without spaces', () => {
    const text = '港の町リンドに新しいガラス博物館が日曜日に開館し、正午までに多くの人が訪れたと館長が明らかにした。';
    expect(verdicts([[text], [text.replace('明らかに', 'あきらかに'), bridge]])).toEqual([['kept'], ['variant 0.0', 'kept']]);
  }); // prettier-ignore
});

describe('the scope', () => {
  const articles = [
    [bridge, bridge, cost],
    [cost, museum],
  ];

  it('is found within an article also when it stands in others before, where these do not count', () => {
    const edited = cost.replace('Engineers expect', 'The engineers expect');
    expect(verdicts([[cost, museum], [edited, cost]], { scope: ['within'] })).toEqual([['kept', 'kept'], ['kept', 'near 1.0']]); // prettier-ignore
  });

  it('may be within articles alone', () => {
    expect(verdicts(articles, { scope: ['within'] })).toEqual([['kept', 'exact 0.0', 'kept'], ['kept', 'kept']]); // prettier-ignore
  });

  it('may be across articles alone', () => {
    expect(verdicts(articles, { scope: ['across'] })).toEqual([['kept', 'kept', 'kept'], ['exact 0.2', 'kept']]); // prettier-ignore
  });

  it('may be nothing', () => {
    expect(verdicts(articles, { scope: [] })).toEqual([
      ['kept', 'kept', 'kept'],
      ['kept', 'kept'],
    ]);
  });

  it('prefers a witness of the same article', () => {
    expect(verdicts([[cost, museum], [title, cost, cost]], { scope: ['within'] })).toEqual([['kept', 'kept'], ['kept', 'kept', 'exact 1.1']]); // prettier-ignore
  });
});

describe('the copy that survives', () => {
  const longer = `MARLOW VALE (Northwire) - ${bridge}`;

  it('is the first one by default', () => {
    expect(verdicts([[bridge, museum], [longer, cost]])).toEqual([['kept', 'kept'], ['near 0.0', 'kept']]); // prettier-ignore
  });

  it('is the longest when that is asked for', () => {
    expect(verdicts([[bridge, museum], [longer, cost]], { keep: 'longest' })).toEqual([['near 1.0', 'kept'], ['kept', 'kept']]); // prettier-ignore
  });

  it('is the first of equally long ones', () => {
    expect(verdicts([[bridge], [bridge, cost]], { keep: 'longest' })).toEqual([
      ['kept'],
      ['exact 0.0', 'kept'],
    ]);
  });
});

describe('two texts that share a hash', () => {
  it('both stay, since the texts themselves are compared', () => {
    const settings = resolveSettings({ near: 'off' });
    const files = [Buffer.from(bridge), Buffer.from(cost)];
    const set = emptySet();
    files.forEach((bytes, source) => prepare(bytes, source, settings, set));
    set.blocks.text[1] = set.blocks.text[0];
    resolve(set.blocks, set.texts, settings, memoryReader(set, files));
    expect([...set.blocks.verdict.subarray(0, 2)]).toEqual([KEPT, KEPT]);
  });

  it('do not share the link of an inexact copy', () => {
    const settings = resolveSettings({});
    const files = [bridge, slip(bridge), cost].map((text) => Buffer.from(text));
    const set = emptySet();
    files.forEach((bytes, source) => prepare(bytes, source, settings, set));
    set.blocks.text[2] = set.blocks.text[1];
    resolve(set.blocks, set.texts, settings, memoryReader(set, files));
    expect([...set.blocks.verdict.subarray(0, 3)]).toEqual([KEPT, DUPLICATE, KEPT]);
  });
});

describe('copies of a removed text', () => {
  it('share its link, and are judged anew where their capitals say more', () => {
    const lower = slip(bridge).replace('Marlow Vale', 'marlow vale');
    expect(verdicts([[bridge], [lower], [lower], [slip(bridge)]])).toEqual([
      ['kept'],
      ['near 0.0'],
      ['near 0.0'],
      ['near 0.0'],
    ]);
  });
});

describe('a repeated run', () => {
  const heading = 'What it will cost';

  it('takes its sub-headings and short lines with it', () => {
    const run = [bridge, heading, cost, 'He said no.', ferry];
    expect(
      verdicts([
        [title, ...run, museum],
        [farmer, ...run],
      ]),
    ).toEqual([
      Array.from({ length: 7 }, () => 'kept'),
      ['kept', 'exact 0.1', 'exact 0.2', 'exact 0.3', 'exact 0.4', 'exact 0.5'],
    ]);
  });

  it('ends where the two articles differ', () => {
    expect(verdicts([[bridge, heading, cost, museum], [farmer, bridge, 'Who will pay for it', cost]])).toEqual([
      ['kept', 'kept', 'kept', 'kept'],
      ['kept', 'exact 0.0', 'kept', 'exact 0.2'],
    ]);
  }); // prettier-ignore

  it('goes on beside boilerplate that stands in one of them only', () => {
    const { verdicts: found } = matchArticles([[bridge, heading, cost, museum], [farmer, bridge, 'Share on Facebook', heading, cost]]);
    expect(found[1]).toEqual(['kept', 'exact 0.0', 'boilerplate', 'exact 0.1', 'exact 0.2']);
  }); // prettier-ignore

  it('ends where the witness of the next block is out of scope', () => {
    const articles = [
      [cost, museum, bridge, cost],
      [`MARLOW (Northwire) - ${bridge}`, cost],
    ];
    expect(verdicts(articles, { scope: ['across'], keep: 'longest' })).toEqual([
      ['kept', 'kept', 'near 1.0', 'kept'],
      ['kept', 'exact 0.0'],
    ]);
  });

  it('within an article takes what it repeats and keeps the first of it', () => {
    const run = [bridge, heading, cost, ferry];
    expect(verdicts([[title, ...run, ...run]])).toEqual([
      ['kept', 'kept', 'kept', 'kept', 'kept', 'exact 0.1', 'exact 0.2', 'exact 0.3', 'exact 0.4'],
    ]);
  });
});
