/**
 * Dates that stand on a line of their own. A line is a date line only when every word of it belongs to a date,
 * and the date counts only when it can be read in one way: 28/10/2016 can, 05/06/2016 cannot.
 */

const months: ReadonlyMap<string, number> = new Map(
  [
    'january jan januar janvier enero janeiro gennaio januari styczen stycznia январь января كانون',
    'february feb februar février fevrier febrero fevereiro febbraio februari lutego февраля',
    'march mar märz maerz mars marzo março marco maart marca марта',
    'april apr avril abril aprile kwietnia апреля',
    'may mai mayo maio maggio mei maja мая',
    'june jun juni juin junio junho giugno czerwca июня',
    'july jul juli juillet julio julho luglio lipca июля',
    'august aug août aout agosto augustus augusti sierpnia августа',
    'september sep sept septembre septiembre setembro settembre września wrzesnia сентября',
    'october oct oktober octobre octubre outubro ottobre października октября',
    'november nov novembre noviembre novembro listopada ноября',
    'december dec dezember décembre decembre diciembre dezembro dicembre grudnia декабря',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** Words that may stand beside a date without adding anything to it. */
const fillers: ReadonlySet<string> = new Set(
  (
    'published updated posted on at of the de del le el am um uhr pm a p m th st nd rd date last modified created dated ' +
    'gmt utc est edt pst pdt cet cest bst ist et pt ct mt aest aedt hrs h ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag veröffentlicht aktualisiert ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche publié mis à jour ' +
    'lunes martes miércoles jueves viernes sábado domingo publicado actualizado atualizado em ' +
    'segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì domenica pubblicato'
  ).split(' '),
);

const MAX_UNITS = 80;
const MAX_WORDS = 12;
const YEAR_DIGITS = 4;

/** Whether the text from `start` to `end` is short enough for a date line and holds four digits in a row, as a year has. */
export function mayBeDateLine(text: Uint16Array, start: number, end: number): boolean {
  if (end - start > MAX_UNITS) return false;
  let digits = 0;
  for (let i = start; i < end && digits < YEAR_DIGITS; i++)
    digits = text[i] >= 0x30 && text[i] <= 0x39 ? digits + 1 : 0;
  return digits === YEAR_DIGITS;
}

/**
 * The date of a date line as `YYYY-MM-DD`, or null when the line is no date line or the date is ambiguous.
 *
 * @example
 * readDateLine('THURSDAY, 6 FEBRUARY 2020'); // '2020-02-06'
 * readDateLine('05/06/2016'); // null
 */
export function readDateLine(text: string): string | null {
  // a date has a year, which sends nearly every line away
  if (text.length > MAX_UNITS || !/\d{4}/.test(text)) return null;
  const cjk = readCjkDate(text);
  if (cjk !== null) return cjk;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu);
  if (words === null || words.length > MAX_WORDS || /[^\p{L}\p{M}\d\s,.:;/|()•·–—-]/u.test(text)) return null;
  let month = 0;
  const numbers: string[] = [];
  for (const word of words) {
    if (word >= '0' && word < ':') numbers.push(word);
    else if (months.has(word) && month === 0) month = months.get(word) ?? 0;
    else if (!fillers.has(word) && word !== 't' && word !== 'z') return null;
  }
  return month > 0 ? fromNamedMonth(numbers, month, text) : fromNumbers(numbers);
}

function fromNamedMonth(numbers: readonly string[], month: number, text: string): string | null {
  const year = numbers.findIndex((number) => number.length === 4);
  if (year < 0) return null;
  // the day stands before the year; what follows is a time
  const days = numbers.slice(0, year);
  if (days.length === 1) return isoDate(numbers[year], month, Number(days[0]));
  // "10:30 6 February 2020": the time comes first, set off by a colon
  const [hour, minute, day] = days;
  return days.length === 3 && text.includes(`${hour}:${minute}`)
    ? isoDate(numbers[year], month, Number(day))
    : null;
}

function fromNumbers(numbers: readonly string[]): string | null {
  if (numbers.length < 3 || numbers.length > 7) return null;
  const [first, second, third] = numbers;
  if (first.length === 4) return isoDate(first, Number(second), Number(third));
  if (third.length !== 4) return null;
  const a = Number(first);
  const b = Number(second);
  if (a > 12) return isoDate(third, b, a);
  if (b > 12 || a === b) return isoDate(third, a, b);
  return null;
}

function readCjkDate(text: string): string | null {
  const match = /^\D{0,8}(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u.exec(text);
  if (match === null || text.length > match[0].length + 24) return null;
  return /^[\s\d:：時时分秒（）()星期曜日一二三四五六月火水木金土周]*$/u.test(text.slice(match[0].length))
    ? isoDate(match[1], Number(match[2]), Number(match[3]))
    : null;
}

function isoDate(year: string, month: number, day: number): string | null {
  const y = Number(year);
  if (y < 1800 || y > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
