import { HEADING, LIST_ITEM, type Blocks } from '../../segment/blocks.ts';
import { CHARACTER_WORD, DIGIT, type NormalisedText } from '../../text/normalise.ts';
import { endsInParticle, isHangul, PARTICLE, stemHash } from './hangul.ts';
import * as unit from './unit-classes.ts';
import {
  contentHash,
  englishPlace,
  koreanPlace,
  languagePlaces,
  Vocabulary,
  vocabularyPlaces,
} from './vocabulary.ts';

const INITIAL_LINES = 512;
const INITIAL_WORDS = 8192;

/** Stop words a file must have of its commonest language, and their least share, to be read in that language. */
const MIN_STOP_WORDS = 5;
const MIN_STOP_SHARE = 0.06;

/** Letters of a script without spaces that make an item of a menu; more are a clause of a writer who sets spaces for commas. */
const MAX_ITEM_LETTERS = 5;

/**
 * The lines of one file as columns of measures, and its words. Buffers are reused: `clear` begins a new file. A line
 * is a block: one line of the file, or lines that an editor wrapped.
 */
export class PageLines {
  count = 0;
  wordCount = 0;
  /** First word of each line; `wordStart[count]` ends the last. */
  wordStart: Uint32Array = new Uint32Array(INITIAL_LINES + 1);
  /** Words, where two letters of a script without spaces, or two syllables of Hangul, count as one. */
  weight: Float32Array = new Float32Array(INITIAL_LINES);
  units: Uint32Array = new Uint32Array(INITIAL_LINES);
  /** Letters of words, for their average length. */
  letters: Uint32Array = new Uint32Array(INITIAL_LINES);
  /** Letters with case, upper-case ones, and words that begin with one. */
  cased: Uint32Array = new Uint32Array(INITIAL_LINES);
  upper: Uint32Array = new Uint32Array(INITIAL_LINES);
  capitals: Uint32Array = new Uint32Array(INITIAL_LINES);
  digits: Uint32Array = new Uint32Array(INITIAL_LINES);
  numbers: Uint32Array = new Uint32Array(INITIAL_LINES);
  commas: Uint32Array = new Uint32Array(INITIAL_LINES);
  colons: Uint32Array = new Uint32Array(INITIAL_LINES);
  quotes: Uint32Array = new Uint32Array(INITIAL_LINES);
  /** Bars, arrows and the like; and spaces between letters of scripts that put none between words, which set items apart. */
  separators: Uint32Array = new Uint32Array(INITIAL_LINES);
  /** Brackets, separators and other signs that running text has few of, and code many. */
  signs: Uint32Array = new Uint32Array(INITIAL_LINES);
  /** Sentence ends with text behind them. */
  innerStops: Uint32Array = new Uint32Array(INITIAL_LINES);
  /** Classes of the first and last unit; the last is a quote or bracket only where nothing else precedes it. */
  first: Uint8Array = new Uint8Array(INITIAL_LINES);
  last: Uint8Array = new Uint8Array(INITIAL_LINES);
  /** Words of the lexicon's phrases. */
  furniture: Uint32Array = new Uint32Array(INITIAL_LINES);
  /** Stop words of the file's language; 0 everywhere when it is not known. */
  stops: Uint32Array = new Uint32Array(INITIAL_LINES);
  group: Uint8Array = new Uint8Array(INITIAL_LINES);
  blanksBefore: Uint8Array = new Uint8Array(INITIAL_LINES);
  isHeading: Uint8Array = new Uint8Array(INITIAL_LINES);
  isListItem: Uint8Array = new Uint8Array(INITIAL_LINES);
  /** Hash of all words. */
  hash: Int32Array = new Int32Array(INITIAL_LINES);
  /** Sum of what its words say for the article, over the root of their number; after `close` 0 in files that are not English. */
  wording: Float32Array = new Float32Array(INITIAL_LINES);

  /** For each word its hash, its class, and its hash as content, 0 for numbers. After `close` also 0 for stop words. */
  word: Int32Array = new Int32Array(INITIAL_WORDS);
  private wordKind: Uint8Array = new Uint8Array(INITIAL_WORDS);
  /** For words with a particle, the hash of the word without it. */
  private stem: Int32Array = new Int32Array(INITIAL_WORDS);
  content: Int32Array = new Int32Array(INITIAL_WORDS);
  /** For each word its place in the vocabulary. */
  private place: Uint16Array = new Uint16Array(INITIAL_WORDS);
  /** Made when the first page is met. */
  private vocabulary: Vocabulary | undefined;
  /** How often the file has the word at each place of the vocabulary, and the places of those that it has. */
  private readonly placeCounts: Uint32Array = new Uint32Array(vocabularyPlaces);
  private readonly met: Uint16Array = new Uint16Array(vocabularyPlaces);
  private metCount = 0;
  /** Units of each class in the line at hand. */
  private readonly classCounts: Uint32Array = new Uint32Array(unit.unitClassCount);
  private readonly languageCounts: Uint32Array = new Uint32Array(languagePlaces);
  /** Words of the file that end in a particle. */
  private particles = 0;
  /** Place of the file's language, or -1. */
  language = -1;

  clear(): void {
    this.count = 0;
    this.wordCount = 0;
    for (let i = 0; i < this.metCount; i++) this.placeCounts[this.met[i]] = 0;
    this.metCount = 0;
    this.particles = 0;
    this.language = -1;
  }

  /** Adds a line with its words: what is needed of every file, as long as it can still turn out to be a page. */
  add(text: NormalisedText): void {
    const { units, wordCount, characterWordCount, wordHash, wordClass, wordStart, wordEnd } = text;
    if (this.count === this.weight.length) this.growLines();
    if (this.wordCount + wordCount > this.word.length) this.growWords(wordCount);
    const { word, wordKind } = this;
    const line = this.count++;
    let at = this.wordCount;
    let letters = 0;
    let weight = wordCount - characterWordCount / 2;
    this.wordStart[line] = at;
    for (let i = 0; i < wordCount; i++) {
      const start = wordStart[i];
      const end = wordEnd[i];
      word[at] = wordHash[i];
      wordKind[at] = wordClass[i];
      letters += end - start;
      if (isHangul(units[start])) {
        // a word takes its particles with it, so there are fewer and longer ones
        weight += Math.max(1, end - start) / 2 - 1;
        if (endsInParticle(units, start, end)) {
          wordKind[at] |= PARTICLE;
          this.stem[at] = stemHash(units, start, end);
        }
      }
      at++;
    }
    this.wordCount = at;
    this.wordStart[line + 1] = at;
    this.weight[line] = weight;
    this.letters[line] = letters;
  }

  /**
   * Measures a line that was added: a block of the file by the same number.
   *
   * @param group group of the rule that takes the line (`line-groups.ts`), 0 for none
   */
  measure(blocks: Blocks, line: number, group: number): void {
    const { firstLine, lastLine, kind } = blocks;
    const blanks = firstLine[line] - (line === 0 ? 0 : lastLine[line - 1]) - 1;
    this.group[line] = group;
    this.blanksBefore[line] = Math.min(255, blanks);
    this.isHeading[line] = kind[line] === HEADING ? 1 : 0;
    this.isListItem[line] = kind[line] === LIST_ITEM ? 1 : 0;
    this.readUnits(blocks.units, blocks.start[line], blocks.end[line], line);
    this.readWords(line);
  }

  private readUnits(text: Uint16Array, start: number, end: number, line: number): void {
    const { SPACE, LOWER, UPPER, CASELESS, NUMBER, STOP, QUOTE, BRACKET, MARK } = unit;
    const { classCounts } = this;
    classCounts.fill(0);
    let lower = 0;
    let capitals = 0;
    let innerStops = 0;
    let first = 0;
    let last = 0;
    let before = SPACE;
    let pendingStop = false;
    // a gap between letters of scripts without spaces ends an item when few letters stand before it, else a clause
    let letters = 0;
    let gaps = 0;
    for (let i = start; i < end; i++) {
      const here = unit.unitClassOf(text[i]);
      if (here === MARK) continue;
      if (first === 0) first = here;
      if (here === LOWER) {
        const from = i;
        while (i + 1 < end && unit.unitClassOf(text[i + 1]) === LOWER) i++;
        lower += i + 1 - from;
        pendingStop = false;
        letters = 0;
        last = here;
        before = here;
        continue;
      }
      if (here === SPACE) {
        before = here;
        continue;
      }
      classCounts[here]++;
      if (here === UPPER) {
        if (before !== UPPER && before !== LOWER) capitals++;
        if (pendingStop && before !== STOP) innerStops++;
        pendingStop = false;
      } else if (here === CASELESS) {
        if (pendingStop) innerStops++;
        pendingStop = false;
        if (unit.isUnspaced(text[i])) {
          if (before === SPACE) {
            if (letters > 0 && letters <= MAX_ITEM_LETTERS) gaps++;
            letters = 0;
          }
          letters++;
        } else letters = 0;
      } else if (here === NUMBER) pendingStop = false;
      else if (here === STOP) pendingStop = true;
      if (last === 0 || (here !== QUOTE && here !== BRACKET)) last = here;
      before = here;
      if (here !== CASELESS) letters = 0;
    }
    classCounts[unit.SEPARATOR] += gaps;
    this.units[line] = end - start;
    this.cased[line] = lower + classCounts[UPPER];
    this.upper[line] = classCounts[UPPER];
    this.capitals[line] = capitals;
    this.digits[line] = classCounts[NUMBER];
    this.commas[line] = classCounts[unit.COMMA];
    this.colons[line] = classCounts[unit.COLON];
    this.quotes[line] = classCounts[QUOTE];
    this.separators[line] = classCounts[unit.SEPARATOR];
    this.signs[line] = classCounts[BRACKET] + classCounts[unit.SEPARATOR] + classCounts[unit.OTHER];
    this.innerStops[line] = innerStops;
    this.first[line] = first;
    this.last[line] = last;
  }

  private readWords(line: number): void {
    const vocabulary = (this.vocabulary ??= new Vocabulary());
    const { word, wordKind, placeCounts } = this;
    if (this.content.length < word.length) {
      this.content = enlarged(this.content, new Int32Array(word.length));
      this.place = enlarged(this.place, new Uint16Array(word.length));
    }
    const { content, place } = this;
    const start = this.wordStart[line];
    const end = this.wordStart[line + 1];
    let numbers = 0;
    let furniture = 0;
    let all = 0;
    let wording = 0;
    let particles = 0;
    for (let at = start; at < end; at++) {
      const hash = word[at];
      const isCharacter = (wordKind[at] & CHARACTER_WORD) !== 0;
      const own = vocabulary.find(hash);
      // the letter before the first one belongs to another line
      let asContent = isCharacter && at === start ? 0 : contentHash(word, wordKind, at);
      if (wordKind[at] & PARTICLE) {
        asContent = this.stem[at];
        particles++;
      }
      place[at] = own;
      content[at] = asContent;
      if (own !== 0) {
        if (placeCounts[own]++ === 0) this.met[this.metCount++] = own;
        wording += vocabulary.weightOf(own);
      }
      const used = isCharacter && asContent !== 0 ? vocabulary.find(asContent) : own;
      if (used !== 0 && vocabulary.isFurniture(used)) furniture++;
      if (wordKind[at] & DIGIT) numbers++;
      all = Math.imul(all ^ hash, 0x01000193);
    }
    this.numbers[line] = numbers;
    this.furniture[line] = furniture;
    this.hash[line] = all;
    this.particles += particles;
    this.wording[line] = start === end ? 0 : wording / Math.sqrt(end - start);
  }

  /** Ends the file: finds its language, and counts the stop words of each line. */
  close(): void {
    const { languageCounts, content, place, wordStart } = this;
    const vocabulary = (this.vocabulary ??= new Vocabulary());
    languageCounts.fill(0);
    for (let i = 0; i < this.metCount; i++) {
      vocabulary.countLanguages(this.met[i], this.placeCounts[this.met[i]], languageCounts);
    }
    languageCounts[koreanPlace] += this.particles;
    let best = 0;
    for (let i = 1; i < languagePlaces; i++) if (languageCounts[i] > languageCounts[best]) best = i;
    const count = languageCounts[best];
    this.language = count >= MIN_STOP_WORDS && count >= MIN_STOP_SHARE * this.wordCount ? best : -1;
    if (this.language !== englishPlace) this.wording.fill(0, 0, this.count);
    for (let line = 0; line < this.count; line++) {
      let stops = 0;
      if (this.language >= 0) {
        for (let word = wordStart[line]; word < wordStart[line + 1]; word++) {
          // a word with a particle is content that does the work of a stop word, too
          if (this.wordKind[word] & PARTICLE) stops++;
          if (place[word] === 0 || !vocabulary.isStopWord(place[word], this.language)) continue;
          if ((this.wordKind[word] & PARTICLE) === 0) stops++;
          content[word] = 0;
        }
      }
      this.stops[line] = stops;
    }
  }

  private growLines(): void {
    const size = 2 * this.weight.length;
    const wordStart = new Uint32Array(size + 1);
    wordStart.set(this.wordStart);
    this.wordStart = wordStart;
    this.weight = enlarged(this.weight, new Float32Array(size));
    this.units = enlarged(this.units, new Uint32Array(size));
    this.letters = enlarged(this.letters, new Uint32Array(size));
    this.cased = enlarged(this.cased, new Uint32Array(size));
    this.upper = enlarged(this.upper, new Uint32Array(size));
    this.capitals = enlarged(this.capitals, new Uint32Array(size));
    this.digits = enlarged(this.digits, new Uint32Array(size));
    this.numbers = enlarged(this.numbers, new Uint32Array(size));
    this.commas = enlarged(this.commas, new Uint32Array(size));
    this.colons = enlarged(this.colons, new Uint32Array(size));
    this.quotes = enlarged(this.quotes, new Uint32Array(size));
    this.separators = enlarged(this.separators, new Uint32Array(size));
    this.signs = enlarged(this.signs, new Uint32Array(size));
    this.innerStops = enlarged(this.innerStops, new Uint32Array(size));
    this.first = enlarged(this.first, new Uint8Array(size));
    this.last = enlarged(this.last, new Uint8Array(size));
    this.furniture = enlarged(this.furniture, new Uint32Array(size));
    this.stops = enlarged(this.stops, new Uint32Array(size));
    this.group = enlarged(this.group, new Uint8Array(size));
    this.blanksBefore = enlarged(this.blanksBefore, new Uint8Array(size));
    this.isHeading = enlarged(this.isHeading, new Uint8Array(size));
    this.isListItem = enlarged(this.isListItem, new Uint8Array(size));
    this.hash = enlarged(this.hash, new Int32Array(size));
    this.wording = enlarged(this.wording, new Float32Array(size));
  }

  private growWords(more: number): void {
    const size = Math.max(2 * this.word.length, this.wordCount + more);
    this.word = enlarged(this.word, new Int32Array(size));
    this.wordKind = enlarged(this.wordKind, new Uint8Array(size));
    this.stem = enlarged(this.stem, new Int32Array(size));
  }
}

function enlarged<Column extends { set(from: Column): void }>(old: Column, fresh: Column): Column {
  fresh.set(old);
  return fresh;
}
