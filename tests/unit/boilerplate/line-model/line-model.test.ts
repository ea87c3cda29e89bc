import { describe, expect, it } from 'vitest';
import { LineModel, reasons } from '../../../../src/boilerplate/line-model/line-model.ts';
import { weights } from '../../../../src/boilerplate/line-model/weights.ts';
import { body, menu, page, readLines, tail } from './read-lines.ts';

const model = new LineModel(weights);
const lines = readLines(page);
model.judge(lines);
const lead = menu.length;

describe('LineModel', () => {
  it('keeps the sentences of a page and drops its menu', () => {
    expect([...model.kept.subarray(0, lead)]).toEqual(menu.map(() => 0));
    expect([...model.kept.subarray(lead + 1, lead + 1 + body.length)]).toEqual(body.map(() => 1));
    expect([...model.kept.subarray(lead + 1 + body.length)]).toEqual(tail.map(() => 0));
  });

  it('is the surer the further a line is from the article', () => {
    expect(model.confidenceOf(0)).toBeGreaterThan(0.9);
    expect(model.confidenceOf(lead + 2)).toBeLessThan(0.1);
  });

  it('gives one to three different reasons in words, the strongest first', () => {
    for (let line = 0; line < lines.count; line++) {
      const found = model.reasonsOf(line);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
      for (const reason of found) expect(reasons[reason]).toMatch(/^[a-z][a-z -]+$/);
    }
  });

  it('says the same of a file whatever it judged before', () => {
    const logits = Float32Array.from(model.logits.subarray(0, lines.count));
    const other = new LineModel(weights);
    other.judge(readLines(`${body.join('\n\n')}\n\n`.repeat(300)));
    other.judge(readLines(page));
    expect(other.logits.subarray(0, lines.count)).toEqual(logits);
  });

  it('refuses weights that do not fit its features', () => {
    expect(
      () => new LineModel({ ...weights, shape: weights.shape.replace(/\n[^\t]+\t/, '\nnonsense\t') }),
    ).toThrow(/No weights for/);
    expect(() => new LineModel({ ...weights, context: 'bias\t0' })).toThrow(/No weights for/);
  });
});

describe('the weights that ship', () => {
  it('name their version, their sources and whom they are owed to', () => {
    expect(weights.version).toMatch(/^\d+$/);
    expect(weights.provenance).toContain('WCXB');
    expect(weights.attribution).toContain('CC BY 4.0');
  });

  it('have reasons for no more than a byte can number', () => {
    expect(reasons.length).toBeLessThan(255);
  });
}); // prettier-ignore
