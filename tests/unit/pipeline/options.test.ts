import { describe, expect, it } from 'vitest';
import { CleancopyError } from '../../../src/model/errors.ts';
import { resolveSettings } from '../../../src/pipeline/options.ts';

function refusal(options: Readonly<Record<string, unknown>>): string {
  try {
    resolveSettings(options);
  } catch (error) {
    if (error instanceof CleancopyError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('resolveSettings', () => {
  it('fills in the defaults', () => {
    expect(resolveSettings({})).toEqual({
      scope: ['within', 'across'],
      near: 0.85,
      contained: 0.9,
      variants: 'keep',
      keep: 'first',
      strip: 'auto',
    });
  });

  it('takes what is given and leaves out what does not change the result', () => {
    const options = {
      scope: ['across'],
      near: 'off',
      contained: 0.95,
      variants: 'drop',
      keep: 'longest',
      strip: 'careful',
      cwd: '/',
    } as const;
    expect(resolveSettings(options)).toEqual({
      scope: ['across'],
      near: null,
      contained: 0.95,
      variants: 'drop',
      keep: 'longest',
      strip: 'careful',
    });
  });

  it('puts the scopes in one order, each once', () => {
    expect(resolveSettings({ scope: ['across', 'within', 'across'] }).scope).toEqual(['within', 'across']);
    expect(resolveSettings({ scope: [] }).scope).toEqual([]);
  });

  it.each(['near', 'contained'] as const)('takes the ends of the range of %s, and off', (option) => {
    const resolved = ([1, Number.MIN_VALUE, 'off'] as const).map(
      (value) => resolveSettings({ [option]: value })[option],
    );
    expect(resolved).toEqual([1, Number.MIN_VALUE, null]);
  });

  it.each([
    ['near', 0],
    ['near', -0.5],
    ['near', 1.01],
    ['near', Number.NaN],
    ['near', '0.9'],
    ['contained', 0],
    ['contained', 1.01],
    ['contained', '0.9'],
    ['variants', 'both'],
    ['keep', 'last'],
    ['strip', 'maximum'],
  ])('refuses %s %j, naming the option, its value and what it must be', (option, value) => {
    const message = refusal({ [option]: value });
    expect(message).toMatch(/^BAD_OPTION: /);
    expect(message).toContain(option);
    expect(message).toContain(String(value));
    expect(message).toContain('must be');
  });

  it('refuses a scope that does not exist', () => {
    expect(refusal({ scope: ['within', 'everywhere'] })).toMatch(/^BAD_OPTION: .*everywhere/);
  });
});
