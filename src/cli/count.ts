/** A number as people read it: 1,234,567. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}

/** A number with its noun: 1 file, 2 files. */
export function count(value: number, noun: string): string {
  return `${formatNumber(value)} ${noun}${value === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}
