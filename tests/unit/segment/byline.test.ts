import { describe, expect, it } from 'vitest';
import { readByline } from '../../../src/segment/byline.ts';

describe('readByline', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['BY JANE DOE', 'JANE DOE'],
    ['By Jane Doe and John Roe, Daily Planet', 'Jane Doe and John Roe, Daily Planet'],
    ['By Ludwig van der Berg', 'Ludwig van der Berg'],
    ['By Jane Doe | Marlow Herald', 'Jane Doe | Marlow Herald'],
    ['Von Odila Brandt', 'Odila Brandt'],
    ['Par Odile Brandt', 'Odile Brandt'],
    ['Por María del Río', 'María del Río'],
    ['Di Maria Rossi', 'Maria Rossi'],
    ['Door Jan de Vries', 'Jan de Vries'],
    ['Av Åse Berg', 'Åse Berg'],
    ['Text: Odila Brandt', 'Odila Brandt'],
    ['Autora: Ana Souza', 'Ana Souza'],
    ['Auteur : Odile Brandt', 'Odile Brandt'],
    ['Reuter', 'Reuter'],
    ['Written by Jane Doe', 'Jane Doe'],
    ['Автор: Анна Иванова', 'Анна Иванова'],
    ['بقلم: ليلى حداد', 'ليلى حداد'],
    ['作者：王小明', '王小明'],
    ['文/王小明', '王小明'],
  ])('reads %s', (line, name) => {
    expect(readByline(line)).toBe(name);
  });

  it.each([
    ['a heading', 'By the Numbers'],
    ['a sentence', 'By Tuesday Evening, the council had voted.'],
    ['a phrase', 'By land and sea'],
    ['one word', 'By Reuters'],
    ['words in lower case', 'By Jane and her friends'],
    ['a line that leads on', 'By Jane Doe:'],
    ['a long line', `By ${'Jane '.repeat(30)}Doe`],
    ['many words', 'By One Two Three Four Five Six Seven Eight Nine Ten Eleven'],
    ['two lines', 'By Jane\nDoe'],
    ['a name alone', 'Jane Doe'],
    ['an opener alone', 'By '],
    ['a French noun', 'Par exemple, le pont'],
    ['a Spanish reason', 'Por fin llega el barco'],
  ])('takes %s for none', (_, line) => {
    expect(readByline(line)).toBeNull();
  });
});
