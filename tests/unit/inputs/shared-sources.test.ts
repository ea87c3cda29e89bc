import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/inputs/discover.ts';
import { shareSources, SharedSources } from '../../../src/inputs/shared-sources.ts';
import { Spool } from '../../../src/inputs/spool.ts';

const throughMessage = (sources: readonly Source[]): SharedSources =>
  new SharedSources(structuredClone(shareSources(sources, '/home/news/')));

describe('sources that threads share', () => {
  it('are the same on the other side, whatever their names', () => {
    const sources: Source[] = [
      { path: '-', absolutePath: '-' },
      { path: '../out.txt', absolutePath: '/home/out.txt' },
      { path: 'a.txt', absolutePath: '/home/news/a.txt' },
      { path: 'sub/ü \u{1f600}.txt', absolutePath: '/home/news/sub/ü \u{1f600}.txt' },
      { path: 'sub/\n.txt', absolutePath: 'C:\\news\\sub\\\n.txt' },
    ];
    const shared = throughMessage(sources);
    expect(shared.length).toBe(5);
    expect(sources.map((_, index) => shared.at(index))).toEqual(sources);
    expect(sources.map((_, index) => shared.pathOf(index))).toEqual(sources.map(({ path }) => path));
    expect(shared.at(5)).toBeUndefined();
  });

  it('read members from the spool of the thread that made it', () => {
    const spool = new Spool();
    const members = ['First.', 'Second.'].map((text, index): Source => {
      const bytes = Buffer.from(text);
      const start = spool.append(bytes);
      const place = { spool, start, bytes: bytes.length, container: 'a.tar', format: 'tar', stamp: [1, 2, 3, 4] } as const;
      return { path: `a.tar/${index}`, absolutePath: '/home/news/a.tar', member: place };
    });
    const shared = throughMessage([...members, { path: 'b.txt', absolutePath: '/home/news/b.txt' }]);
    expect(shared.at(2)).toEqual({ path: 'b.txt', absolutePath: '/home/news/b.txt' });
    const second = shared.at(1)?.member;
    expect(second).toMatchObject({ start: 6, bytes: 7, container: 'a.tar', format: 'tar', stamp: [1, 2, 3, 4] });
    const room = new Uint8Array(second?.bytes ?? 0);
    second?.spool.read(second.start, room);
    expect(Buffer.from(room).toString()).toBe('Second.');
  }); // prettier-ignore
});
