import { describe, expect, it } from 'vitest';
import { readDateLine } from '../../../src/segment/date-line.ts';

describe('readDateLine', () => {
  it.each([
    ['THURSDAY, 6 FEBRUARY 2020', '2020-02-06'],
    ['March 18, 2025', '2025-03-18'],
    ['Published: 18 Mar 2025 10:30 GMT', '2025-03-18'],
    ['10:30 6 February 2020', '2020-02-06'],
    ['Posted on 3rd May 2021 at 4:05 pm', '2021-05-03'],
    ['2025-03-18', '2025-03-18'],
    ['2025-03-18T10:30:00Z', '2025-03-18'],
    ['2025/03/18 10:30', '2025-03-18'],
    ['28/10/2016', '2016-10-28'],
    ['10/28/2016', '2016-10-28'],
    ['05.05.2016', '2016-05-05'],
    ['Montag, 3. März 2025, 10:30 Uhr', '2025-03-03'],
    ['Publié le 1 août 2024 à 10h30', '2024-08-01'],
    ['martes, 4 de febrero de 2020', '2020-02-04'],
    ['terça-feira, 4 de março de 2020', '2020-03-04'],
    ['giovedì 6 febbraio 2020', '2020-02-06'],
    ['6 lutego 2020', '2020-02-06'],
    ['6 февраля 2020', '2020-02-06'],
    ['2020年2月6日', '2020-02-06'],
    ['2020年2月6日 星期四 10:30', '2020-02-06'],
    ['发布时间：2020年2月6日', '2020-02-06'],
  ])('reads %s', (line, date) => {
    expect(readDateLine(line)).toBe(date);
  });

  it.each([
    ['day and month that could change places', '05/06/2016'],
    ['a day that no month has', '32/10/2016'],
    ['a month that no year has', '13/13/2016'],
    ['no year', '6 February'],
    ['two digits for the year', '28/10/16'],
    ['other words', 'Opened on 6 February 2020 by the mayor'],
    ['a sentence', 'The bridge opened on 6 February 2020.'],
    ['a year alone', '2020'],
    ['no digit', 'Thursday'],
    ['a price', '£6 February 2020'],
    ['a year out of range', '6 February 3020'],
    ['a long line', `${' '.repeat(80)}6 February 2020`],
    ['two days', '6 7 February 2020'],
    ['a Chinese sentence', '2020年2月6日，港口的新博物馆开馆，中午以前已有九百人参观。'],
    ['a Chinese month that no year has', '2020年13月6日'],
    ['a telephone number', '020 7946 0018'],
  ])('takes %s for none', (_, line) => {
    expect(readDateLine(line)).toBeNull();
  });
});
