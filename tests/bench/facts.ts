import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DiceScorer } from '../../src/similarity/dice.ts';
import { differingFacts, differingFactsOfPart, factNames } from '../../src/similarity/facts.ts';
import { normalise } from '../../src/text/normalise.ts';
import { percent } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { BenchError, folderOf } from './options.ts';
import type { LabelledPair, LabelledParagraph } from './planted-set.ts';
import { readLines } from './planted-set.ts';

/** A class of labelled pairs: what the guard should say, of which share of them. */
interface Target {
  readonly classes: RegExp;
  readonly verdict: 'copy' | 'variant';
  readonly least: number;
}

const targets: readonly Target[] = [
  { classes: /^edit_(?:number|date|negation)$/, verdict: 'variant', least: 0.97 },
  { classes: /^edit_name$/, verdict: 'variant', least: 0.93 },
  { classes: /^template:hard/, verdict: 'variant', least: 0.99 },
  { classes: /^template:/, verdict: 'variant', least: 0.998 },
  { classes: /^msrp other/, verdict: 'variant', least: 1 },
  { classes: /^(?:exact|second_exact|norm_|html|markdown|mojibake|no_accents|typo|ocr_[136]|no_punct|ext_dateline|reorder|rescrape_exact|template_exact|trunc|ext_(?:suffix|append|insert)|merged|split)/, verdict: 'copy', least: 0.93 },
]; // prettier-ignore

/** How often a pair is judged; the least time counts. */
const RUNS = 3;

/** What the guard says of pairs of one class. */
interface Tally {
  pairs: number;
  variants: number;
  readonly facts: Map<string, number>;
  readonly wrong: string[];
  micros: number;
}

/**
 * The verdicts of the facts guard on labelled pairs, alone, without the search: planted pairs, template pairs with other facts,
 * and sentence pairs of the Microsoft Research paraphrase corpus with a similarity of at least 0.85. Nothing is
 * known of the rest of the input here.
 */
export function facts(options: BenchOptions): void {
  const planted = folderOf(options, 'planted');
  const texts = readTexts(planted);
  const tallies = new Map<string, Tally>();
  const textOf = (id: string): string => {
    const text = texts.get(id);
    if (text === undefined) throw new BenchError(`The planted set has no paragraph ${id}.`);
    return text;
  };
  for (const { a, b, cls, expected } of readLines<LabelledPair>(join(planted, 'positives.jsonl')))
    judge(tallies, cls, textOf(a), textOf(b), expected === 'partial' || /^(?:trunc|ext_suffix)/.test(cls));
  for (const { a, b, cls } of readLines<LabelledPair>(join(planted, 'negatives.jsonl')))
    judge(tallies, cls, textOf(a), textOf(b), false);
  judgeSentences(options, tallies);
  let missed = 0;
  for (const [cls, tally] of tallies) missed += show(cls, tally, options.sample) ? 0 : 1;
  const pairs = [...tallies.values()].reduce((sum, tally) => sum + tally.pairs, 0);
  const micros = [...tallies.values()].reduce((sum, tally) => sum + tally.micros, 0);
  console.log(`${pairs} pairs, ${(micros / pairs).toFixed(1)} µs a pair, ${missed} classes MISSED`);
}

function judge(tallies: Map<string, Tally>, cls: string, a: string, b: string, isPart: boolean): void {
  let tally = tallies.get(cls);
  if (tally === undefined) {
    tally = { pairs: 0, variants: 0, facts: new Map(), wrong: [], micros: 0 };
    tallies.set(cls, tally);
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let mask = 0;
  let least = Infinity;
  // the first time is the compiler's, and other processes take theirs
  for (let run = 0; run < RUNS; run++) {
    const start = process.hrtime.bigint();
    mask = isPart ? differingFactsOfPart(short, long) : differingFacts(a, b);
    least = Math.min(least, Number(process.hrtime.bigint() - start) / 1000);
  }
  tally.micros += least;
  tally.pairs++;
  if (mask !== 0) tally.variants++;
  for (const fact of factNames(mask)) tally.facts.set(fact, (tally.facts.get(fact) ?? 0) + 1);
  const target = targets.find(({ classes }) => classes.test(cls));
  if (target !== undefined && (target.verdict === 'variant') !== (mask !== 0))
    tally.wrong.push(`${factNames(mask).join(' ')}\n    ${short}\n    ${long}`);
}

/** Prints a line, and up to `sample` of the wrong verdicts; false when the target is missed. */
function show(cls: string, { pairs, variants, facts: named, wrong, micros }: Tally, sample: number): boolean {
  const target = targets.find(({ classes }) => classes.test(cls));
  const right = target?.verdict === 'variant' ? variants : pairs - variants;
  const met = target === undefined || right / pairs >= target.least;
  const aim = target === undefined ? '' : ` (${target.verdict} >= ${target.least}) ${met ? 'met' : 'MISSED'}`;
  const list = [...named].map(([fact, count]) => `${fact} ${percent(count, pairs)}`).join(', ');
  console.log(
    `${cls}: ${pairs} pairs, copy ${percent(pairs - variants, pairs)}, variant ${percent(variants, pairs)}${aim}; ` +
      `${list || 'no fact'}; ${(micros / pairs).toFixed(1)} µs`,
  );
  for (const line of wrong.slice(0, sample)) console.log(`  wrong: ${line}`);
  return met;
}

function judgeSentences(options: BenchOptions, tallies: Map<string, Tally>): void {
  const scorer = new DiceScorer();
  const compared = (text: string): string => normalise(text).replace(/\s/g, '');
  interface Sentences {
    readonly label: number;
    readonly a: string;
    readonly b: string;
  }
  for (const { label, a, b } of readLines<Sentences>(join(folderOf(options, 'labelled'), 'msrp/pairs.jsonl'))) {
    if (scorer.load(compared(a)).score(compared(b)) < 0.85) continue;
    judge(tallies, label === 0 ? 'msrp other (label 0)' : 'msrp same (label 1)', a, b, false);
  }
} // prettier-ignore

/** The text of each labelled paragraph. */
function readTexts(planted: string): Map<string, string> {
  const texts = new Map<string, string>();
  const files = new Map<string, readonly string[]>();
  for (const { id, file, start, end, encoding } of readLines<LabelledParagraph>(join(planted, 'paragraphs.jsonl'))) {
    let characters = files.get(file);
    if (characters === undefined) {
      const bytes = readFileSync(join(planted, 'files', file));
      const wide = bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le';
      const label = encoding === 'utf-16' ? wide : encoding === 'cp1252' ? 'windows-1252' : 'utf-8';
      characters = [...new TextDecoder(label).decode(bytes)];
      files.set(file, characters);
    }
    texts.set(id, characters.slice(start, end).join(''));
  }
  return texts;
} // prettier-ignore
