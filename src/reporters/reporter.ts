import type { Article, Group, Head, Skipped } from '../model/article.ts';
import type { ArticleFrame, GroupsJson } from '../pipeline/options.ts';

/**
 * An output format. It turns values into strings, or into bytes, and touches neither disk nor terminal; the pieces, one after
 * the other, are the output.
 */
export interface Reporter<Piece = string> {
  /** Called once, before everything else. */
  open(head: Head): Piece;
  /** Called for each article in turn; `index` counts from 0. */
  article(article: Article, index: number): Piece;
  /**
   * Given by formats that write an article as its JSON and put something around it. Articles that come as JSON are framed
   * with it, instead of being handed to `article`.
   */
  readonly frame?: ArticleFrame;
  /** Called once, after everything else. */
  close(groups: Iterable<Group>, skipped: readonly Skipped[]): Iterable<Piece>;
  /** Called instead of `close` where groups can be had as JSON; given by formats that write them as such. */
  closeJson?(groups: GroupsJson, skipped: readonly Skipped[]): Iterable<Piece | Uint8Array>;
}
