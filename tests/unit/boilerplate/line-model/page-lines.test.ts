import { describe, expect, it } from 'vitest';
import { PageLines } from '../../../../src/boilerplate/line-model/page-lines.ts';
import { COLON, LOWER, QUOTE, STOP, UPPER } from '../../../../src/boilerplate/line-model/unit-classes.ts';
import { body, page, readLines } from './read-lines.ts';

describe('PageLines', () => {
  it('counts words, letters and signs of a line', () => {
    const lines = readLines(
      'The Mayor of Marlow Vale said: 3,500 people came, 20 fell ill. “Nobody died.” More news | Home',
    );
    const { weight, capitals, digits, numbers, commas, colons, quotes, separators, innerStops } = lines;
    expect([weight[0], capitals[0], digits[0], numbers[0]]).toEqual([17, 7, 6, 2]);
    expect([commas[0], colons[0], quotes[0], separators[0], innerStops[0]]).toEqual([2, 1, 2, 1, 2]);
  });

  it('tells the first sign and the last, without the quotation mark behind a full stop', () => {
    const { first, last } = readLines('“Nobody died.”\n\nby the way:\n\nHome');
    expect([first[0], last[0]]).toEqual([QUOTE, STOP]);
    expect([first[1], last[1]]).toEqual([LOWER, COLON]);
    expect([first[2], last[2]]).toEqual([UPPER, LOWER]);
  });

  it('counts two letters of a script without spaces as a word', () => {
    const { weight } = readLines('市议会星期二决定重建这座石桥。');
    expect(weight[0]).toBe(7);
  });

  it('counts two syllables of Hangul as a word, and words with particles as stop words', () => {
    const korean = readLines(
      '시의회는 화요일에 오래된 돌다리를 다시 짓기로 결정했다고 밝혔다.\n\n다리는 지난 홍수에 무너졌다.\n\n정치 경제 문화 사회',
    );
    const { weight, stops, language, count } = korean;
    expect(language).toBeGreaterThanOrEqual(0);
    expect([...weight.subarray(0, count)]).toEqual([14, 6, 4]);
    expect([...stops.subarray(0, count)]).toEqual([7, 4, 0]);
  });

  it('takes a Korean word with and without a particle for the same content', () => {
    const { content, wordStart } = readLines('도서관은 도서관 도서관을 여행');
    const [topic, bare, object, other] = content.subarray(wordStart[0], wordStart[1]);
    expect([topic, object]).toEqual([bare, bare]);
    expect(other).not.toBe(bare);
  });

  it('takes gaps between short items of a script without spaces for separators, but not those between clauses', () => {
    const { separators, count } = readLines(
      '首页 新闻 体育 财经\n\n一共有三百二十名居民投票 大多数人选择了石桥\n\nHome News Sport\n\n뉴스 정치 경제',
    );
    expect([...separators.subarray(0, count)]).toEqual([3, 0, 0, 0]);
  });

  it('finds the language of the file and counts its stop words only', () => {
    const { language, stops } = readLines(body.join('\n\n'));
    expect(language).toBeGreaterThanOrEqual(0);
    expect(stops[0]).toBeGreaterThanOrEqual(5);
    const german = readLines('Der Rat der Stadt hat am Dienstag beschlossen, dass die alte Brücke über den Fluss gebaut wird.');
    expect(german.language).toBeGreaterThanOrEqual(0);
    expect(german.language).not.toBe(language);
  });

  it('lets words speak in English files only', () => {
    const english = readLines([...body, 'About our privacy policy'].join('\n\n'));
    expect(english.wording[english.count - 1]).toBeLessThan(0);
    const german = readLines(
      'Der Rat der Stadt hat am Dienstag beschlossen, dass die alte Brücke über den Fluss gebaut wird.\n\nAbout our privacy policy',
    );
    expect([...german.wording.subarray(0, german.count)]).toEqual([0, 0]);
  });

  it('counts the signs that code is full of', () => {
    const { signs } = readLines('if (a === b) { return [a]; }\n\nThe mayor came, and nobody laughed.');
    expect([signs[0], signs[1]]).toEqual([9, 0]);
  });

  it('knows no language where too few stop words stand', () => {
    const { language, stops, count } = readLines('Alpha Beta\n\nGamma Delta Epsilon\n\nZeta');
    expect(language).toBe(-1);
    expect([...stops.subarray(0, count)]).toEqual([0, 0, 0]);
  });

  it('takes stop words and numbers out of the content', () => {
    const { content, wordStart } = readLines(body.join('\n\n'));
    const first = content.subarray(wordStart[0], wordStart[1]);
    expect(first[0]).toBe(0); // the
    expect(first[1]).not.toBe(0); // town
    const cost = content.subarray(wordStart[1], wordStart[2]);
    expect(cost[7]).toBe(0); // 4
  });

  it('gives equal lines the same hash, whatever their case', () => {
    const { hash } = readLines('Read more\n\nREAD MORE\n\nRead on');
    expect(hash[0]).toBe(hash[1]);
    expect(hash[0]).not.toBe(hash[2]);
  });

  it('begins anew with each file, and grows', () => {
    const lines = new PageLines();
    const fresh = readLines(page);
    readLines(Array.from({ length: 3000 }, (_, line) => `Line ${line} of a long list of many words`).join('\n\n'), lines);
    expect(lines.count).toBe(3000);
    expect(lines.weight[2999]).toBe(9);
    readLines(page, lines);
    const { count } = fresh;
    expect(lines.count).toBe(count);
    expect(lines.language).toBe(fresh.language);
    for (const column of ['weight', 'stops', 'hash', 'group', 'capitals', 'furniture'] as const) {
      expect([column, ...lines[column].subarray(0, count)]).toEqual([column, ...fresh[column].subarray(0, count)]);
    }
  });
}); // prettier-ignore
