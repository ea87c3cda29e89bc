/**
 * Results in the order in which their tasks were begun, of which at most `most` are under way or wait for their turn.
 *
 * @param begin begins the next task; undefined when there is none left
 */
export async function* inOrder<Result>(
  begin: () => Promise<Result> | undefined,
  most: number,
): AsyncGenerator<Result, void, undefined> {
  const begun: Promise<Result>[] = [];
  for (;;) {
    for (let next; begun.length < most && (next = begin()) !== undefined;) {
      // a failure is told when it is its turn
      next.catch(() => undefined);
      begun.push(next);
    }
    const first = begun.shift();
    if (first === undefined) return;
    yield await first;
  }
}
