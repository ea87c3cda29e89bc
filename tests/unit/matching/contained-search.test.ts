import { describe, expect, it } from 'vitest';
import type { IngestOptions } from '../../../src/pipeline/options.ts';
import { bridge, cost, farmer, ferry, matchArticles, museum } from './matched.ts';

const extra = 'Nobody objected to it, although the costs had risen by half within a single year.';
const heading = 'What it will cost';
const ninety = cost.replace('4 million', '9 million');
const cut = bridge.slice(0, 90);

function verdicts(articles: readonly (readonly string[])[], options: IngestOptions = {}): readonly (readonly string[])[] {
  return matchArticles(articles, options).verdicts;
} // prettier-ignore

describe('a text that was cut off', () => {
  it.each([
    ['an ellipsis', `${cut}…`],
    ['three dots', `${cut} ...`],
    ['an ellipsis in brackets', `${cut} [...]`],
    ['the count of what is missing', `${cut}… [+2217 chars]`],
    ['a link to the rest', `${cut}... Read more`],
    ['no mark', bridge.slice(0, 120)],
  ])('goes, with %s', (_, text) => {
    expect(verdicts([[bridge, cost], [museum, text]])).toEqual([['kept', 'kept'], ['kept', expect.stringMatching(/^(?:contained|near) 0\.0$/)]]); // prettier-ignore
  });

  it('stays when words of its own follow, be they a link without an ellipsis', () => {
    expect(
      verdicts([
        [bridge, cost],
        [museum, `${bridge.slice(0, 120)} Read more`],
      ])[1],
    ).toEqual(['kept', 'variant 0.0']);
  });

  it('scores without its mark', () => {
    const { set } = matchArticles([
      [bridge, cost],
      [museum, `${cut}… [+2217 chars]`],
    ]);
    expect(set.blocks.similarity[3]).toBe(10_000);
  });

  it('is found at the end and in the middle of the text, too', () => {
    expect(verdicts([[bridge, cost], [museum, bridge.slice(bridge.indexOf('Marlow'))]])[1][1]).toBe('contained 0.0'); // prettier-ignore
    expect(verdicts([[bridge, cost], [museum, bridge.slice(bridge.indexOf('Marlow'), 110)]])[1][1]).toBe('contained 0.0'); // prettier-ignore
  });

  it('stays when as many of its own words follow', () => {
    expect(verdicts([[bridge, cost], [museum, `${cut} council wanted no more, said a paper from over the river.`]])).toEqual([
      ['kept', 'kept'],
      ['kept', 'kept'],
    ]);
  }); // prettier-ignore

  it('is found in scripts without spaces', () => {
    const text = '港の町リンドに新しいガラス博物館が日曜日に開館し、正午までに多くの人が訪れたと館長が明らかにした。';
    const longer = `${text}橋の工事は来年の春までに終わる見込みであると町長が述べた。`;
    expect(verdicts([[longer, bridge], [museum, text]])).toEqual([['kept', 'kept'], ['kept', 'contained 0.0']]);
  }); // prettier-ignore
});

describe('a text that was extended', () => {
  it('stays whole, and names the text that it holds', () => {
    expect(verdicts([[bridge, cost], [`${bridge} ${extra}`, museum]])).toEqual([['kept', 'kept'], ['extends 0.0', 'kept']]); // prettier-ignore
    expect(verdicts([[bridge, cost], [`${extra} ${bridge}`, museum]])).toEqual([['kept', 'kept'], ['extends 0.0', 'kept']]); // prettier-ignore
  });

  it('makes the shorter one go when the longest copies are kept', () => {
    expect(
      verdicts(
        [
          [bridge, cost],
          [`${bridge} ${extra}`, museum],
        ],
        { keep: 'longest' },
      ),
    ).toEqual([
      ['contained 1.0', 'kept'],
      ['kept', 'kept'],
    ]);
  });

  it('names the part that it holds most of, and links to that alone', () => {
    expect(verdicts([[bridge, farmer], [museum, `${bridge} ${extra}`], [ferry, `${bridge} ${extra} ${cost}`]])).toEqual([
      ['kept', 'kept'],
      ['kept', 'extends 0.0'],
      ['kept', 'extends 1.1'],
    ]);
  }); // prettier-ignore

  it('hands its link on to its removed copies, exact ones and near ones', () => {
    const longer = `${bridge} ${extra}`;
    expect(verdicts([[bridge], [museum, longer], [ferry, longer.replace('stone', 'stnoe')], [farmer, longer]])).toEqual([
      ['kept'],
      ['kept', 'extends 0.0'],
      ['kept', 'near 1.1, extends 0.0'],
      ['kept', 'exact 1.1, extends 0.0'],
    ]);
  }); // prettier-ignore
});

describe('a text that was split', () => {
  it('goes piece by piece, with one witness', () => {
    expect(
      verdicts([
        [`${bridge} ${cost}`, museum],
        [bridge, cost, ferry],
      ]),
    ).toEqual([
      ['kept', 'kept'],
      ['contained 0.0', 'contained 0.0', 'kept'],
    ]);
  });

  it('goes within its own article', () => {
    expect(verdicts([[`${bridge} ${cost}`, museum, cost, bridge]])).toEqual([
      ['kept', 'kept', 'contained 0.0', 'contained 0.0'],
    ]);
  });
});

describe('texts that were merged', () => {
  it('go, with the blocks that held them as one witness', () => {
    expect(
      verdicts([
        [bridge, cost, museum],
        [`${bridge} ${cost}`, ferry],
      ]),
    ).toEqual([
      ['kept', 'kept', 'kept'],
      ['contained 0.0 0.1', 'kept'],
    ]);
  });

  it('go with a short line between them, which is part of the witness', () => {
    expect(verdicts([[bridge, heading, cost, museum], [`${bridge} ${cost}`, ferry]])[1]).toEqual(['contained 0.0 0.1 0.2', 'kept']); // prettier-ignore
  });

  it('go with boilerplate or a removed copy between them, which is not', () => {
    expect(verdicts([[bridge, 'Share on Facebook', bridge, cost, museum], [`${bridge} ${cost}`, ferry]])).toEqual([
      ['kept', 'boilerplate', 'exact 0.0', 'kept', 'kept'],
      ['contained 0.0 0.3', 'kept'],
    ]);
  }); // prettier-ignore

  it('go when three are one', () => {
    expect(verdicts([[museum, bridge, cost, ferry], [farmer, `${bridge} ${cost} ${ferry}`]])[1]).toEqual(['kept', 'contained 0.1 0.2 0.3']); // prettier-ignore
  });

  it('stay where their parts do not follow each other, linked to one of them', () => {
    expect(verdicts([[bridge, museum, cost], [`${bridge} ${cost}`, farmer]])[1]).toEqual(['extends 0.0', 'kept']); // prettier-ignore
  });

  it('stay where their parts stand in two articles, linked to one of them', () => {
    expect(verdicts([[bridge, museum], [cost, ferry], [`${bridge} ${cost}`, farmer]])[2]).toEqual(['extends 0.0', 'kept']); // prettier-ignore
  });

  it('make their parts go when the longest copies are kept', () => {
    expect(
      verdicts(
        [
          [bridge, cost, museum],
          [`${bridge} ${cost}`, ferry],
        ],
        { keep: 'longest' },
      ),
    ).toEqual([
      ['contained 1.0', 'contained 1.0', 'kept'],
      ['kept', 'kept'],
    ]);
  });
});

describe('borders that were moved', () => {
  it('leave every block with a witness of one or more blocks', () => {
    expect(verdicts([[`${bridge} ${cost}`, `${ferry} ${farmer}`], [museum, bridge, `${cost} ${ferry}`, farmer]])).toEqual([
      ['kept', 'kept'],
      ['kept', 'contained 0.0', 'contained 0.0 0.1', 'contained 0.1'],
    ]);
  }); // prettier-ignore

  it('leave what only one article has', () => {
    expect(verdicts([[bridge, cost, museum], [`${bridge} ${cost.slice(0, 60)}`, `${cost.slice(60)} ${extra} ${ferry}`]])).toEqual([
      ['kept', 'kept', 'kept'],
      ['contained 0.0 0.1', 'kept'],
    ]);
  }); // prettier-ignore
});

describe('a witness of one block or several', () => {
  it('lies where the scope allows', () => {
    const articles = [
      [`${bridge} ${cost}`, museum, bridge],
      [farmer, cost],
    ];
    expect(verdicts(articles, { scope: ['within'] })).toEqual([['kept', 'kept', 'contained 0.0'], ['kept', 'kept']]); // prettier-ignore
    expect(verdicts(articles, { scope: ['across'] })).toEqual([['kept', 'kept', 'kept'], ['kept', 'contained 0.0']]); // prettier-ignore
    expect(verdicts([[bridge, cost, museum, `${bridge} ${cost}`]], { scope: ['within'] })).toEqual([['kept', 'kept', 'kept', 'contained 0.0 0.1']]); // prettier-ignore
    expect(verdicts([[bridge, cost, museum, `${bridge} ${cost}`]], { scope: ['across'] })).toEqual([['kept', 'kept', 'kept', 'kept']]); // prettier-ignore
  });

  it('is kept itself: a removed text is no witness for its own parts', () => {
    expect(verdicts([[`${bridge} ${cost}`], [farmer, bridge], [museum, `${cut}…`]])).toEqual([
      ['kept'],
      ['kept', 'contained 0.0'],
      ['kept', 'contained 0.0'],
    ]);
  });

  it('is an exact or near copy rather than a longer text that holds the block', () => {
    expect(verdicts([[`${bridge} ${cost}`, museum], [`${cost} ${ferry}`, farmer]])[1]).toEqual(['kept', 'kept']); // prettier-ignore
    expect(verdicts([[museum, ninety], [ferry, `${cost} ${extra}`], [farmer, cost]])[2][1]).toBe('contained 1.1, extends 0.1'); // prettier-ignore
  });
});

describe('contained text in which facts differ', () => {
  const [longer, changed] = [`${bridge} ${cost}`, ninety];

  it('is a variant of one block, or of several', () => {
    expect(
      verdicts([
        [longer, museum],
        [ferry, changed],
      ])[1],
    ).toEqual(['kept', 'variant 0.0']);
    expect(verdicts([[bridge, cost, museum], [`${bridge} ${ninety}`, ferry]])[1]).toEqual(['variant 0.0 0.1', 'kept']); // prettier-ignore
  });

  it('names the facts', () => {
    const { set } = matchArticles([
      [longer, museum],
      [ferry, changed],
    ]);
    expect(set.blocks.differs[3]).toBe(1);
  });

  it('goes when variants are to be dropped', () => {
    expect(verdicts([[longer, museum], [ferry, changed]], { variants: 'drop' })[1]).toEqual(['kept', 'contained 0.0']); // prettier-ignore
  });

  it('is a copy of another text that holds it as it is', () => {
    expect(verdicts([[longer, museum], [farmer, `${ninety} ${ferry}`], [extra, ninety]])[2][1]).toBe('contained 1.1'); // prettier-ignore
  });
});

describe('a field, a sub-heading or a row of figures that a text holds', () => {
  it('stays and is linked', () => {
    const line = 'Town council of Marlow Vale voted on Tuesday evening to rebuild the old stone bridge';
    expect(
      verdicts([
        [bridge, museum],
        [line, ferry, farmer],
      ])[1],
    ).toEqual(['linked 0.0', 'kept', 'kept']);
    const subheading = 'The town council of Marlow Vale voted on Tuesday';
    expect(verdicts([[bridge, museum], [ferry, subheading, farmer, cost]])[1]).toEqual(['kept', 'linked 0.0', 'kept', 'kept']); // prettier-ignore
  });

  it('is no part that a text is linked to when it is too short to be compared', () => {
    expect(
      verdicts([
        ['The old stone bridge', museum, ferry],
        [farmer, bridge],
      ])[1],
    ).toEqual(['kept', 'kept']);
  });
});

describe('without the search for contained text', () => {
  it('nothing of all this is found', () => {
    const off = { contained: 'off' } as const;
    expect(verdicts([[`${bridge} ${cost}`, museum], [bridge, cost, ferry]], off)[1]).toEqual(['kept', 'kept', 'kept']); // prettier-ignore
    expect(
      verdicts(
        [
          [bridge, cost],
          [`${bridge} ${extra}`, museum],
        ],
        off,
      )[1],
    ).toEqual(['kept', 'kept']);
    expect(
      verdicts(
        [
          [bridge, cost],
          [museum, `${cut}… [+2217 chars]`],
        ],
        off,
      )[1],
    ).toEqual(['kept', 'kept']);
  });

  it('and above its threshold, nothing either', () => {
    const text = `${cut.replace('Tuesday', 'Wednesday')}…`;
    const found = [0.8, 0.95].map(
      (contained) =>
        verdicts(
          [
            [bridge, cost],
            [museum, text],
          ],
          { contained },
        )[1][1],
    );
    expect(found).toEqual(['variant 0.0', 'kept']);
  });
});
