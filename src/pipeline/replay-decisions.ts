import { hash } from 'node:crypto';
import * as table from '../matching/block-table.ts';
import type { Decision, StaleDecision } from '../model/decisions.ts';

/**
 * Decisions of a person on their way through a run: rejected removals pin their blocks before matching, and at the
 * end it shows which decisions did something.
 */
export class DecisionReplay {
  private readonly decisions: readonly Decision[];
  private readonly byHash: Map<string, Decision[]> = new Map();
  private readonly paths: ReadonlySet<string>;
  /** The block of each decision in the table, or -1 where the file has no such block. */
  private readonly rows: Map<Decision, number> = new Map();

  /** @param paths of all inputs: a decision for one of them is never taken for another file with the same bytes */
  constructor(decisions: readonly Decision[], paths: readonly string[]) {
    this.decisions = decisions;
    this.paths = new Set(paths);
    for (const decision of decisions) {
      const list = this.byHash.get(decision.sha256);
      if (list === undefined) this.byHash.set(decision.sha256, [decision]);
      else list.push(decision);
    }
  }

  /** Whether there are decisions at all; otherwise nothing has to be pinned. */
  get isNeeded(): boolean {
    return this.byHash.size > 0;
  }

  /** Pins what was rejected in an article of the table. */
  pin(blocks: table.BlockTable, article: number, path: string, sha256: string): void {
    const first = blocks.firstBlock[article];
    for (const decision of this.byHash.get(sha256) ?? []) {
      if (decision.path !== path && this.paths.has(decision.path)) continue;
      const row = first + decision.block;
      const isThere = row < blocks.firstBlock[article + 1];
      this.rows.set(decision, isThere ? row : -1);
      if (!isThere || decision.verdict === 'accept') continue;
      blocks.zone[row] |= table.PINNED;
      if (blocks.verdict[row] !== table.BOILERPLATE) continue;
      blocks.verdict[row] = table.KEPT;
      blocks.zone[row] |= table.SPARED;
    }
  }

  /** The decisions that did nothing, in their order. */
  stale(blocks: table.BlockTable): StaleDecision[] {
    const found: StaleDecision[] = [];
    for (const decision of this.decisions) {
      const row = this.rows.get(decision);
      if (row === undefined) found.push({ decision, problem: 'no-file' });
      else if (row < 0) found.push({ decision, problem: 'no-block' });
      else if (!isOfUse(blocks, decision, row)) found.push({ decision, problem: 'not-removed' });
    }
    return found;
  }
}

/** A rejection has spared its block; what was accepted is removed. */
function isOfUse({ zone, verdict }: table.BlockTable, decision: Decision, row: number): boolean {
  if (decision.verdict === 'reject') return (zone[row] & table.SPARED) !== 0;
  return verdict[row] === table.BOILERPLATE || verdict[row] === table.DUPLICATE;
}

/** What the settings of an output say of the decisions behind it: their SHA-256, in hex. */
export function hashDecisions(decisions: readonly Decision[]): string {
  const lines = decisions.map(({ sha256, path, block, verdict }) =>
    JSON.stringify([sha256, path, block, verdict]),
  );
  return hash('sha256', lines.toSorted().join('\n'));
}
