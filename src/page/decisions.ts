import type { Decision, Decisions } from '../model/decisions.ts';

/** What a person has said about removals, kept in the browser as long as it lets the page. */
export class DecisionBook {
  private readonly key: string;
  private readonly made: Map<string, Decision>;
  private readonly listeners: (() => void)[] = [];

  /** @param reviewId tells the decisions of this review from those of others */
  constructor(reviewId: string) {
    this.key = `cleancopy-decisions-${reviewId}`;
    this.made = new Map(read(this.key).map((decision) => [keyOf(decision), decision]));
  }

  get all(): readonly Decision[] {
    return [...this.made.values()].sort(
      (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.block - b.block,
    );
  }

  get size(): number {
    return this.made.size;
  }

  of(place: Pick<Decision, 'sha256' | 'path' | 'block'>): Decision | undefined {
    return this.made.get(keyOf(place));
  }

  /** Notes a decision; the same one a second time takes it back. */
  toggle(decision: Decision): void {
    const key = keyOf(decision);
    if (this.made.get(key)?.verdict === decision.verdict) this.made.delete(key);
    else this.made.set(key, decision);
    this.save();
  }

  /** Takes over decisions from a file. */
  take(decisions: readonly Decision[]): void {
    for (const decision of decisions) this.made.set(keyOf(decision), decision);
    this.save();
  }

  clear(): void {
    this.made.clear();
    this.save();
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** The file that `clean --decisions` reads. */
  export(): string {
    const file: Decisions = { schema: 'cleancopy-decisions/1', decisions: this.all };
    return `${JSON.stringify(file, null, 2)}\n`;
  }

  private save(): void {
    try {
      localStorage.setItem(this.key, this.export());
    } catch {
      // without storage the decisions last as long as the page is open
    }
    for (const listener of this.listeners) listener();
  }
}

function keyOf({ sha256, path, block }: Pick<Decision, 'sha256' | 'path' | 'block'>): string {
  return `${sha256} ${block} ${path}`;
}

function read(key: string): readonly Decision[] {
  try {
    return readDecisions(localStorage.getItem(key) ?? '');
  } catch {
    return [];
  }
}

/**
 * The decisions in a file that the page has exported. Those that are not of the known shape are left out.
 *
 * @throws when it is no such file
 */
export function readDecisions(text: string): readonly Decision[] {
  const file = JSON.parse(text) as Partial<Decisions>;
  if (file.schema !== 'cleancopy-decisions/1' || !Array.isArray(file.decisions)) {
    throw new Error('This is no file of decisions.');
  }
  return file.decisions.filter(
    (decision) =>
      typeof decision.path === 'string' &&
      typeof decision.sha256 === 'string' &&
      Number.isSafeInteger(decision.block) &&
      (decision.verdict === 'accept' || decision.verdict === 'reject'),
  );
}
