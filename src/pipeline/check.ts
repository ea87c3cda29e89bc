import { hash } from 'node:crypto';
import type { Article, BlockReference, Head, Removed, Skipped } from '../model/article.ts';
import { CleancopyError } from '../model/errors.ts';
import type {
  ArticleLoss,
  BudgetName,
  BudgetResult,
  Finding,
  FindingKind,
  Verdict,
} from '../model/finding.ts';
import { normalise } from '../text/normalise.ts';
import type { Baseline, BaselineWriter } from './baseline.ts';

/** What a check looks at; an `Ingestion` is one. */
export interface Checked extends AsyncIterable<Article> {
  readonly head: Head;
  readonly skipped: readonly Skipped[];
  /** The lines of a block of one of the articles. */
  readonly linesOf?: (reference: BlockReference) => readonly [first: number, last: number] | undefined;
}

/** The most that may be found. A budget that is absent is not looked at. */
export interface Budgets {
  /** Share of the characters that may repeat other text, 0 to 1. */
  readonly maxDuplicateShare?: number;
  /** Share of the characters that may be boilerplate, 0 to 1. */
  readonly maxBoilerplateShare?: number;
  /** Articles that may have nothing of their own. */
  readonly maxDuplicateArticles?: number;
  /** Share of its characters that any one article may lose, 0 to 1; articles with nothing of their own do not count. */
  readonly maxLoss?: number;
}

/** What `check` can be told. */
export interface CheckOptions extends Budgets {
  /** Findings that are accepted. Without a budget, any other finding fails the check. */
  readonly baseline?: Baseline;
  /** Is given every finding; then all are accepted. */
  readonly record?: BaselineWriter;
}

/** A check under way: iterating it once gives the findings in the order of paths and lines, but those that are accepted. */
export interface Check extends AsyncIterable<Finding> {
  readonly head: Head;
  /**
   * What came out; there when all findings were iterated.
   *
   * @throws Error before that
   */
  verdict(): Verdict;
}

/** Longest piece of a text in a finding, in UTF-16 code units. */
const MAX_TEXT = 200;
const MAX_WORST = 10;

/**
 * Holds a run against budgets. Findings come one by one and none is kept, so memory does not grow with them.
 *
 * @throws {CleancopyError} BAD_OPTION for a budget out of range
 *
 * @example
 * const run = check(await ingest(['news']), { maxDuplicateShare: 0.2 });
 * for await (const { path, rule } of run) console.log(path, rule);
 * console.log(run.verdict().passed);
 */
export function check(run: Checked, options: CheckOptions = {}): Check {
  refuseBudgets(options);
  const counts = new Counts();
  let verdict: Verdict | undefined;
  return {
    head: run.head,
    async *[Symbol.asyncIterator]() {
      for await (const article of run) {
        counts.openArticle(article);
        for (const finding of findingsOf(article, run.linesOf)) {
          options.record?.add(finding);
          if (options.record !== undefined || options.baseline?.accept(finding) === true) counts.accepted++;
          else {
            counts.add(finding);
            yield finding;
          }
        }
        const share = counts.closeArticle(article, options);
        if (share !== undefined) yield lossOf(article, share);
      }
      verdict = conclude(run, options, counts);
    },
    verdict() {
      if (verdict === undefined) throw new Error('the findings were not iterated to their end');
      return verdict;
    },
  };
}

function refuseBudgets(options: Budgets): void {
  for (const option of ['maxDuplicateShare', 'maxBoilerplateShare', 'maxLoss'] as const) {
    const value = options[option];
    if (value !== undefined && !(value >= 0 && value <= 1))
      throw new CleancopyError('BAD_OPTION', { option, value, expected: 'a number from 0 to 1' });
  }
  const value = options.maxDuplicateArticles;
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) {
    const expected = 'a whole number, 0 or more';
    throw new CleancopyError('BAD_OPTION', { option: 'maxDuplicateArticles', value, expected });
  }
}

/** Counts of a check. */
class Counts {
  accepted = 0;
  readonly findings: Record<FindingKind, number> = {
    boilerplate: 0,
    duplicate: 0,
    'duplicate-article': 0,
    loss: 0,
  };
  readonly characters = { total: 0, boilerplate: 0, duplicate: 0 };
  readonly worst: ArticleLoss[] = [];
  worstLoss: { readonly path: string; readonly share: number } | undefined;
  // of the article under way
  private total = 0;
  private removed = 0;
  private isDuplicate = false;

  openArticle({ fields, paragraphs, removed, duplicateOf }: Article): void {
    this.removed = 0;
    this.isDuplicate = duplicateOf !== null;
    this.total = 0;
    for (const entries of [Object.values(fields), paragraphs, removed])
      for (const { text } of entries) this.total += text.length;
  }

  add({ kind, characters }: Finding): void {
    this.findings[kind]++;
    this.removed += characters;
    if (kind === 'boilerplate' || kind === 'duplicate') this.characters[kind] += characters;
  }

  /** The share that the article loses where that is more than it may. What the baseline accepts is no loss. */
  closeArticle({ path }: Article, { maxLoss }: Budgets): number | undefined {
    const { total, removed, isDuplicate } = this;
    this.characters.total += total;
    if (removed === 0) return undefined;
    this.noteWorst({ path, removed, total });
    if (isDuplicate) return undefined;
    const share = removed / total;
    if (share > (this.worstLoss?.share ?? 0)) this.worstLoss = { path, share };
    if (maxLoss === undefined || share <= maxLoss) return undefined;
    this.findings.loss++;
    return share;
  }

  private noteWorst(loss: ArticleLoss): void {
    const { worst } = this;
    const place = worst.findIndex(({ removed }) => removed < loss.removed);
    worst.splice(place < 0 ? worst.length : place, 0, loss);
    worst.length = Math.min(worst.length, MAX_WORST);
  }
}

function* findingsOf(article: Article, linesOf: Checked['linesOf']): Generator<Finding, void, undefined> {
  if (article.duplicateOf !== null) {
    yield {
      kind: 'duplicate-article',
      rule: 'duplicate-article',
      path: article.path,
      characters: 0,
      fingerprint: fingerprint('duplicate-article', article.sha256),
      witness: { path: article.duplicateOf },
    };
  }
  for (const block of article.removed) {
    yield {
      kind: block.reason,
      rule: block.reason === 'boilerplate' ? block.rule : `${block.match}-duplicate`,
      path: article.path,
      lines: block.lines,
      block: block.block,
      text: shorten(block.text),
      characters: block.text.length,
      fingerprint: fingerprint(block.reason, normalise(block.text)),
      ...(block.reason === 'boilerplate' ? { evidence: block.evidence } : linkOf(block, linesOf)),
    };
  }
}

function linkOf(
  { match, scope, similarity, of }: Extract<Removed, { readonly reason: 'duplicate' }>,
  linesOf: Checked['linesOf'],
): Pick<Finding, 'match' | 'scope' | 'similarity' | 'witness'> {
  const { path, block, blocks = [block] } = of;
  const first = linesOf?.({ path, block: blocks[0] });
  const last = linesOf?.({ path, block: blocks[blocks.length - 1] });
  const lines = first !== undefined && last !== undefined && ([first[0], last[1]] as const);
  return { match, scope, similarity, witness: { path, block, ...(lines && { lines }) } };
}

function lossOf({ path, sha256 }: Article, share: number): Finding {
  return { kind: 'loss', rule: 'loss', path, characters: 0, share, fingerprint: fingerprint('loss', sha256) };
}

function fingerprint(kind: FindingKind, content: string): string {
  return hash('sha256', `${kind}\0${content}`).slice(0, 32);
}

/** The beginning of a text, not cut inside a character. */
function shorten(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const end = text.charCodeAt(MAX_TEXT - 2);
  return `${text.slice(0, end >= 0xd800 && end < 0xdc00 ? MAX_TEXT - 2 : MAX_TEXT - 1)}…`;
}

function conclude(run: Checked, options: CheckOptions, counts: Counts): Verdict {
  const { findings, characters, worst, worstLoss } = counts;
  const share = (part: number): number => (characters.total === 0 ? 0 : part / characters.total);
  const budgets: BudgetResult[] = [];
  const hold = (name: BudgetName, limit: number | undefined, actual: number, path?: string): void => {
    if (limit === undefined) return;
    budgets.push({ name, limit, actual, isOver: actual > limit, ...(path !== undefined && { path }) });
  };
  hold('maxDuplicateShare', options.maxDuplicateShare, share(characters.duplicate));
  hold('maxBoilerplateShare', options.maxBoilerplateShare, share(characters.boilerplate));
  hold('maxDuplicateArticles', options.maxDuplicateArticles, findings['duplicate-article']);
  hold('maxLoss', options.maxLoss, worstLoss?.share ?? 0, worstLoss?.path);
  if (budgets.length === 0 && options.baseline !== undefined) {
    hold('maxNewFindings', 0, findings.boilerplate + findings.duplicate + findings['duplicate-article']);
  }
  return {
    passed: budgets.every(({ isOver }) => !isOver),
    budgets,
    findings,
    characters,
    accepted: counts.accepted,
    gone: options.baseline?.countGone() ?? 0,
    worst,
    summary: run.head.summary,
    skipped: run.skipped,
  };
}
