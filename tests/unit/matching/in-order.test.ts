import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../src/matching/in-order.ts';

describe('results in order', () => {
  it('come as their tasks were begun, of which only so many are under way', async () => {
    const finish: (() => void)[] = [];
    let begun = 0;
    const begin = (): Promise<number> | undefined => {
      if (begun === 5) return undefined;
      const number = begun++;
      return new Promise((resolve) => (finish[number] = () => resolve(number)));
    };
    const results = inOrder(begin, 3);
    const first = results.next();
    expect(begun).toBe(3);
    finish[2]();
    finish[1]();
    finish[0]();
    expect((await first).value).toBe(0);
    const second = await results.next();
    expect([second.value, begun]).toEqual([1, 4]);
    finish[3]();
    expect((await results.next()).value).toBe(2);
    finish[4]();
    expect([(await results.next()).value, (await results.next()).value]).toEqual([3, 4]);
    expect((await results.next()).done).toBe(true);
  });

  it('fail when it is the turn of what failed', async () => {
    const results = inOrder(
      (() => {
        const tasks = [Promise.resolve(1), Promise.reject(new Error('two'))];
        return () => tasks.shift();
      })(),
      4,
    );
    expect((await results.next()).value).toBe(1);
    await expect(results.next()).rejects.toThrow('two');
  });
});
