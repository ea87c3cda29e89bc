import { describe, expect, it } from 'vitest';
import { differingFactsOfPart, factNames } from '../../../../src/similarity/facts.ts';

const differs = (part: string, whole: string): string[] => factNames(differingFactsOfPart(part, whole));

const whole =
  'The council of Marlow Vale voted on Tuesday to rebuild the bridge for 240 people. The mayor, Odila Brandt, did not say when. ' +
  'The work begins in June and costs 3 million crowns. Dealers in Lindhaven bought fish until the morning.';

describe('a part of a text', () => {
  it.each([
    ['the whole', whole],
    ['a sentence', 'The mayor, Odila Brandt, did not say when.'],
    ['a cut sentence', 'The council of Marlow Vale voted on Tuesday to rebuild the bri'],
    ['an ellipsis', 'The council of Marlow Vale voted on Tuesday to rebuild the …'],
    ['an ellipsis with a count', 'The council of Marlow Vale voted on Tuesday to rebuild the… [+2422 chars]'],
    ['an ellipsis with a link', 'The council of Marlow Vale voted on Tuesday to rebuild the bridge... Read more'],
    ['a lost beginning', 'on Tuesday to rebuild the bridge for 240 people. The mayor, Odila Brandt, did not say when.'],
    ['sentences with others left out', 'The council of Marlow Vale voted on Tuesday to rebuild the bridge for 240 people. Dealers in Lindhaven bought fish until the morning.'],
    ['sentences in another order', 'Dealers in Lindhaven bought fish until the morning. The mayor, Odila Brandt, did not say when.'],
    ['slips', 'The mayor, Odila Brandt, did not say whne. The work beginns in June and costs 3 rnillion crowns.'],
    ['another notation', "The mayor, Odila Brandt, didn't say when. The work begins in June and costs three million crowns."],
    ['a dateline', 'MARLOW (Reuters) - The council of Marlow Vale voted on Tuesday to rebuild the bridge for 240 people.'],
  ])('is a copy: %s', (_, part) => {
    expect(differs(part, whole)).toEqual([]);
  }); // prettier-ignore

  it.each([
    ['a number', 'The work begins in June and costs 4 million crowns. Dealers in Lindhaven bought fish until the morning.', 'number'],
    ['a date', 'The work begins in July and costs 3 million crowns. Dealers in Lindhaven bought fish until the morning.', 'date'],
    ['a denial', 'The mayor, Odila Brandt, did say when. The work begins in June and costs 3 million crowns.', 'negation'],
    ['a name', 'The mayor, Teodor Quist, did not say when. The work begins in June and costs 3 million crowns.', 'name'],
    ['a sentence of its own', 'The mayor, Odila Brandt, did not say when. Quistorp Breweries of Lindhaven will pay for all.', 'name'],
  ])('differs in %s', (_, part, fact) => {
    expect(differs(part, whole)).toContain(fact);
  }); // prettier-ignore

  it('may stand in several paragraphs', () => {
    const paragraphs =
      'The ferry sails at noon.\nThe council voted for the bridge of Marlow.\nOdila Brandt opened it in June.';
    expect(
      differs('The council voted for the bridge of Marlow. Odila Brandt opened it in June.', paragraphs),
    ).toEqual([]);
    expect(
      differs('The council voted for the bridge of Marlow. Teodor Quist opened it in June.', paragraphs),
    ).toEqual(['name']);
  });

  it('differs where the whole says more inside a sentence', () => {
    expect(
      differs(
        'He said the bridge is safe for cars and carts of all kinds.',
        'He said the bridge is not safe for cars and carts of all kinds.',
      ),
    ).toEqual(['negation']);
  });

  it('is no difference when it is empty', () => {
    expect(differs('', whole)).toEqual([]);
    expect(differs('…', whole)).toEqual([]);
  });
});
