/** The zeros of the decimal digits that are not ASCII and that NFKC leaves alone. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810,
]; // prettier-ignore

/** Digits of any script as ASCII digits. Arabic separators become comma and dot. */
export function toAsciiDigits(word: string): string {
  if (!/[^\p{ASCII}]/u.test(word)) return word;
  let result = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const zero = unit < 0x660 ? undefined : zeros.find((first) => unit >= first && unit < first + 10);
    if (zero !== undefined) result += String(unit - zero);
    else if (unit === 0x66b) result += '.';
    else if (unit === 0x66c) result += ',';
    else result += word[i];
  }
  return result;
}

/**
 * A number in one form: without grouping, with a dot before the decimals, without zeros that say nothing. Times, dates
 * and fractions (colons, slashes) stay as they are. "1.000" and "1,000" are a thousand: a group has three digits.
 */
export function canonicalNumber(digits: string): string {
  if (/[:/]/.test(digits) || /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(digits)) return digits;
  let number = digits;
  if (/^\d{1,3}(?:[.,'’]\d{3})+$/.test(number) || /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(number)) {
    number = number.replace(/[.,'’]/g, '');
  } else {
    const decimal = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (decimal >= 0) {
      const whole = number.slice(0, decimal);
      number = `${whole.replace(/[.,'’]/g, '')}.${number.slice(decimal + 1)}`;
    }
  }
  return shiftDecimal(number, 0);
}

/** A plain decimal times a power of ten, exactly. */
export function shiftDecimal(number: string, exponent: number): string {
  const [whole, fraction = ''] = number.split('.');
  if (exponent === 0 && fraction === '' && whole[0] !== '0') return whole;
  const digits = whole + fraction.padEnd(exponent, '0');
  const point = whole.length + exponent;
  const left = digits.slice(0, point).replace(/^0+/, '') || '0';
  const right = digits.slice(point).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}
