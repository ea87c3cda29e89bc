import { describe, expect, it } from 'vitest';
import * as unit from '../../../../src/boilerplate/line-model/unit-classes.ts';

describe('unitClassOf', () => {
  it.each([
    ['aßя', unit.LOWER],
    ['AÉЯ', unit.UPPER],
    ['中かعא', unit.CASELESS],
    ['07٣', unit.NUMBER],
    ['.!?…。؟।', unit.STOP],
    [',;،、', unit.COMMA],
    [':：', unit.COLON],
    ['"“”«»‹›「', unit.QUOTE],
    ['()[{', unit.BRACKET],
    ['|/>•→©', unit.SEPARATOR],
    [' \t\u00a0\u3000\ufeff', unit.SPACE],
    ['\u0301\u200d\ud83d', unit.MARK],
  ])('is the same for all of %j', (characters, expected) => {
    for (let i = 0; i < characters.length; i++) {
      expect([characters[i], unit.unitClassOf(characters.charCodeAt(i))]).toEqual([characters[i], expected]);
    }
  });

  it('gives every unit a class, and the same one again', () => {
    for (let code = 0; code < 0x10000; code += 7) {
      const first = unit.unitClassOf(code);
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThan(unit.unitClassCount);
      expect(unit.unitClassOf(code)).toBe(first);
    }
  });
});
