import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon, matchLexicon } from '../../../src/boilerplate/lexicon.ts';
import type { BoilerplateRule } from '../../../src/boilerplate/rule.ts';
import { rules } from '../../../src/boilerplate/rules/index.ts';
import { CHARACTER_WORD, DIGIT, NormalisedText } from '../../../src/text/normalise.ts';

type Phrases = Omit<BoilerplateRule, 'name' | 'why' | 'examples'>;

function family(name: string, phrases: Phrases): BoilerplateRule {
  return { name, why: 'A test.', examples: { strip: [], keep: [] }, ...phrases };
}

function match(ruleSet: readonly BoilerplateRule[], block: string, atEdge = true): string | undefined {
  return new Lexicon(ruleSet).match(new NormalisedText().run(block), atEdge)?.rule.name;
}

describe('Lexicon', () => {
  it('matches a line only when every word of the block is in the phrase', () => {
    const ruleSet = [family('a', { lines: ['Share this'] })];
    expect(match(ruleSet, '» SHARE  this:')).toBe('a');
    expect(match(ruleSet, 'Share')).toBeUndefined();
    expect(match(ruleSet, 'Share this house')).toBeUndefined();
    expect(match(ruleSet, 'Do share this')).toBeUndefined();
  });

  it('ignores apostrophes inside words, in the phrase as in the block', () => {
    const ruleSet = [family('a', { lines: ["Don't miss", 'Lire laffiche'] })];
    expect(match(ruleSet, 'Dont miss')).toBe('a');
    expect(match(ruleSet, 'Don’t miss')).toBe('a');
    expect(match(ruleSet, 'Lire l’affiche')).toBe('a');
  });

  it('takes a word with a leading digit for # and any one word for *', () => {
    const ruleSet = [family('a', { lines: ['# comments', 'Follow * on Twitter'] })];
    expect(match(ruleSet, '12 comments')).toBe('a');
    expect(match(ruleSet, '3rd comments')).toBe('a');
    expect(match(ruleSet, 'No comments')).toBeUndefined();
    expect(match(ruleSet, 'Follow @ann on Twitter')).toBe('a');
    expect(match(ruleSet, 'Follow on Twitter')).toBeUndefined();
    expect(match(ruleSet, 'Follow Ann Example on Twitter')).toBeUndefined();
  });

  it('holds starts, ends and contained phrases to the limit of their rule', () => {
    const ruleSet = [
      family('start', { starts: ['see also'], maxWords: 4 }),
      family('end', { ends: ['sign up'], maxWords: 4 }),
      family('middle', { contains: ['our inbox'], maxWords: 4 }),
    ];
    expect(match(ruleSet, 'See also the bridge')).toBe('start');
    expect(match(ruleSet, 'See also the old bridge')).toBeUndefined();
    expect(match(ruleSet, 'Now you sign up')).toBe('end');
    expect(match(ruleSet, 'Sign up now')).toBeUndefined();
    expect(match(ruleSet, 'in our inbox daily')).toBe('middle');
    expect(match(ruleSet, 'it is in our inbox')).toBeUndefined();
  });

  it('limits blocks to sixteen words when a rule says nothing', () => {
    const ruleSet = [family('a', { starts: ['see'] })];
    expect(match(ruleSet, `see${' word'.repeat(15)}`)).toBe('a');
    expect(match(ruleSet, `see${' word'.repeat(16)}`)).toBeUndefined();
  });

  it('counts two characters of a script without spaces as one word', () => {
    const ruleSet = [family('a', { starts: ['相关新闻'], maxWords: 4 })];
    expect(match(ruleSet, '相关新闻：大桥通车')).toBe('a');
    expect(match(ruleSet, '相关新闻：大桥今通车')).toBeUndefined();
  });

  it('strips a line of an edge rule only at the edge', () => {
    const ruleSet = [family('a', { lines: ['Home'], place: 'edge' })];
    expect(match(ruleSet, 'Home', true)).toBe('a');
    expect(match(ruleSet, 'Home', false)).toBeUndefined();
  });

  it('asks for the signs at the outer ends of a phrase', () => {
    const ruleSet = [
      family('colon', { starts: ['Tags:'] }),
      family('slash', { contains: ['Reuters/'] }),
      family('copyright', { starts: ['© *'] }),
      family('bracket', { contains: ['(photo by'] }),
      family('sentence', { ends: ['. sign up here'] }),
    ];
    expect(match(ruleSet, 'Tags : news')).toBe('colon');
    expect(match(ruleSet, 'Tags on birds')).toBeUndefined();
    expect(match(ruleSet, 'Ann Example/Reuters/Pool')).toBe('slash');
    expect(match(ruleSet, 'Reuters said so')).toBeUndefined();
    expect(match(ruleSet, '© Example')).toBe('copyright');
    expect(match(ruleSet, 'Example ©')).toBeUndefined();
    expect(match(ruleSet, 'A dog [Photo by Ann]')).toBe('bracket');
    expect(match(ruleSet, 'A photo by Ann')).toBeUndefined();
    expect(match(ruleSet, 'Every day! “Sign up here.”')).toBe('sentence');
    expect(match(ruleSet, 'Sign up here')).toBe('sentence');
    expect(match(ruleSet, 'Volunteers sign up here')).toBeUndefined();
  });

  it('takes a block that is made of parts, of whatever families, and of nothing else', () => {
    const ruleSet = [
      family('share', { parts: ['share', 'share this', 'facebook'] }),
      family('tools', { parts: ['print'] }),
    ];
    expect(match(ruleSet, 'Facebook | Print')).toBe('share');
    expect(match(ruleSet, 'Print Facebook')).toBe('tools');
    expect(match(ruleSet, 'Share this Print')).toBe('share');
    expect(match(ruleSet, 'Facebook')).toBeUndefined();
    expect(match(ruleSet, 'Facebook print money')).toBeUndefined();
  });

  it('asks for as many parts as the most demanding of the families in the block', () => {
    const ruleSet = [
      family('menu', { parts: ['world', 'news'], minParts: 3 }),
      family('share', { parts: ['facebook'] }),
    ];
    expect(match(ruleSet, 'World news')).toBeUndefined();
    expect(match(ruleSet, 'World Facebook')).toBeUndefined();
    expect(match(ruleSet, 'World News Facebook')).toBe('menu');
  });

  it('puts a block of parts down to the least sure family', () => {
    const ruleSet = [
      family('sure', { parts: ['home'] }),
      family('unsure', { parts: ['news'], confidence: 0.5 }),
    ];
    expect(match(ruleSet, 'Home News')).toBe('unsure');
  });

  it('prefers the surest rule, then the longer phrase, then the register', () => {
    const unsure = family('unsure', { lines: ['read more here'], confidence: 0.9 });
    const short = family('short', { starts: ['read'] });
    const long = family('long', { starts: ['read more'] });
    const later = family('later', { ends: ['more here'] });
    expect(match([unsure, short], 'Read more here')).toBe('short');
    expect(match([short, long], 'Read more here')).toBe('long');
    expect(match([long, later], 'Read more here')).toBe('long');
    expect(match([later, long], 'Read more here')).toBe('later');
  });

  it('refuses a phrase without words', () => {
    expect(() => new Lexicon([family('a', { lines: ['»'] })])).toThrow('Phrase without words in a');
  });

  it('returns nothing for empty blocks and for blocks longer than any phrase allows', () => {
    expect(matchLexicon(new NormalisedText().run(' — '), true)).toBeUndefined();
    expect(matchLexicon(new NormalisedText().run('share '.repeat(100_000)), true)).toBeUndefined();
  });

  it('says how sure the rule is', () => {
    const found = new Lexicon([family('a', { lines: ['x'], confidence: 0.7 })]).match(
      new NormalisedText().run('x'),
      true,
    );
    expect(found?.confidence).toBe(0.7);
  });
});

/** The definition, phrase by phrase, on words as strings. */
function naiveMatch(text: NormalisedText, atEdge: boolean): BoilerplateRule | undefined {
  const words = wordsOf(text);
  const weight = words.reduce((sum, _, word) => sum + (text.wordClass[word] & CHARACTER_WORD ? 0.5 : 1), 0);
  let best: { rule: BoilerplateRule; length: number } | undefined;
  const offer = (rule: BoilerplateRule, length: number): void => {
    const gain =
      best === undefined ? 1 : (rule.confidence ?? 1) - (best.rule.confidence ?? 1) || length - best.length;
    if (gain > 0) best = { rule, length };
  };
  const fits = (phrase: Phrase, from: number): boolean =>
    from >= 0 &&
    from + phrase.words.length <= words.length &&
    phrase.words.every(
      (word, i) =>
        word === '*' || (word === '#' ? (text.wordClass[from + i] & DIGIT) !== 0 : word === words[from + i]),
    ) &&
    signsFit(phrase, text, from);
  const parts: { rule: BoilerplateRule; order: number; phrase: Phrase }[] = [];
  phrases.forEach(({ rule, lines, starts, ends, contains, parts: partPhrases }, order) => {
    if (!atEdge && rule.place === 'edge') return;
    for (const phrase of lines)
      if (phrase.words.length === words.length && fits(phrase, 0)) offer(rule, words.length);
    if (weight <= (rule.maxWords ?? 16)) {
      for (const phrase of starts) if (fits(phrase, 0)) offer(rule, phrase.words.length);
      for (const phrase of ends)
        if (fits(phrase, words.length - phrase.words.length)) offer(rule, phrase.words.length);
      for (const phrase of contains) {
        if (words.some((_, from) => fits(phrase, from))) offer(rule, phrase.words.length);
      }
    }
    for (const phrase of partPhrases) parts.push({ rule, order, phrase });
  });
  if (weight > 80) return best?.rule;
  // cuts[w]: the parts that words from w on are cut into
  const cuts: (typeof parts | undefined)[] = [];
  cuts[words.length] = [];
  for (let from = words.length - 1; from >= 0; from--) {
    const [first] = parts
      .filter(({ phrase }) => fits(phrase, from) && cuts[from + phrase.words.length] !== undefined)
      .toSorted(
        (a, b) =>
          b.phrase.words.length - a.phrase.words.length ||
          (b.rule.confidence ?? 1) - (a.rule.confidence ?? 1) ||
          a.order - b.order,
      );
    if (first !== undefined) cuts[from] = [first, ...(cuts[from + first.phrase.words.length] ?? [])];
  }
  const cut = cuts[0] ?? [];
  if (cut.length >= 2 && cut.every(({ rule }) => cut.length >= (rule.minParts ?? 2))) {
    const least = cut.reduce((a, b) => ((b.rule.confidence ?? 1) < (a.rule.confidence ?? 1) ? b : a));
    const held = best;
    const tie =
      held !== undefined &&
      held.length === words.length &&
      (held.rule.confidence ?? 1) === (least.rule.confidence ?? 1);
    if (!tie || rules.indexOf(least.rule) < rules.indexOf(held.rule)) {
      if (tie) best = undefined;
      offer(least.rule, words.length);
    }
  }
  return best?.rule;
}

interface Phrase {
  readonly words: readonly string[];
  readonly leading: string;
  readonly trailing: string;
}

function wordsOf(text: NormalisedText): string[] {
  return Array.from({ length: text.wordCount }, (_, word) =>
    String.fromCharCode(...text.units.subarray(text.wordStart[word], text.wordEnd[word])).replaceAll("'", ''),
  );
}

function signsFit({ leading, trailing, words }: Phrase, text: NormalisedText, from: number): boolean {
  const whole = text.text();
  const before = whole.slice(0, text.wordStart[from]).replace(/[\s"']+$/, '');
  const after = whole.slice(text.wordEnd[from + words.length - 1]).replace(/^[\s.]+/, '');
  if (trailing !== '' && !after.startsWith(trailing)) return false;
  if (leading === '©') return before.endsWith('©');
  if (leading === '(') return /[([]$/.test(before);
  return leading === '' || from === 0 || /[.!?;:|()[\]。]$/.test(before);
}

const scratch = new NormalisedText();
function parse(phrase: string): Phrase {
  return {
    words: phrase
      .split(/([#*])/)
      .flatMap((piece) => (piece === '#' || piece === '*' ? [piece] : wordsOf(scratch.run(piece)))),
    leading: /^[©(.]/.exec(phrase)?.[0] ?? '',
    trailing: /[:/©]$/.exec(phrase.normalize('NFKC'))?.[0] ?? '',
  };
}
const phrases = rules.map((rule) => ({
  rule,
  lines: (rule.lines ?? []).map(parse),
  starts: (rule.starts ?? []).map(parse),
  ends: (rule.ends ?? []).map(parse),
  contains: (rule.contains ?? []).map(parse),
  parts: (rule.parts ?? []).map(parse),
}));

describe('matchLexicon', () => {
  it('answers as a matcher that tries every phrase of every rule in turn', () => {
    const phrase = fc.constantFrom(
      ...rules.flatMap((rule) => [
        ...(rule.lines ?? []),
        ...(rule.starts ?? []),
        ...(rule.ends ?? []),
        ...(rule.contains ?? []),
        ...(rule.parts ?? []),
      ]),
    );
    const piece = fc.oneof(
      { weight: 4, arbitrary: phrase.map((words) => words.replaceAll('#', '12').replaceAll('*', 'someone')) },
      { weight: 1, arbitrary: fc.constantFrom('the', 'bridge', '2021', 'minister', '©', '大桥', 'said') },
    );
    const separator = fc.constantFrom(' ', ' | ', '. ', ': ', ' (', '/');
    const block = fc
      .array(fc.tuple(piece, separator), { minLength: 1, maxLength: 4 })
      .map((pieces) => pieces.flat().slice(0, -1).join(''));
    const text = new NormalisedText();
    fc.assert(
      fc.property(block, fc.boolean(), (raw, atEdge) => {
        text.run(raw);
        expect(matchLexicon(text, atEdge)?.rule.name).toBe(naiveMatch(text, atEdge)?.name);
      }),
      { numRuns: 300 },
    );
  });
});
