import { describe, expect, it } from 'vitest';
import { differingFacts, factNames } from '../../../../src/similarity/facts.ts';

const differs = (a: string, b: string): string[] => factNames(differingFacts(a, b));

describe('spellings', () => {
  it.each([
    ['a scanner', 'The committee of the modern farm will return in the morning.', 'Tbe cornmittee of thc modem farrn vvill retum in tbe moming.'],
    ['a broken word', 'The government will rebuild the bridge.', 'The govern- ment will re- build the bridge.'],
    ['letters that stand apart', 'Acting Minister Odila Brandt spoke at the harbour.', 'A c t i n g M i n i s t e r Odila Brandt spoke at the harbour.'],
    ['a word in two', 'They open it today in the harbour.', 'They open it to day in the harbour.'],
    ['two words in one', 'The long term plan of Marlow Vale is ready.', 'The longterm plan of MarlowVale is ready.'],
    ['abbreviations', 'The Government and Quist Corporation met Senator Brandt.', 'The Govt and Quist Corp. met Sen. Brandt.'],
    ['initials', 'The U.S. harbour and the European Union agreed at once.', 'The US harbour and the EU agreed at once.'],
    ['apostrophes that were lost', "I think I'll go, said Quist, and they don't mind.", 'I think Ill go, said Quist, and they dont mind.'],
    ['two sides of the Atlantic', 'The Labour Centre opened its theatre.', 'The Labor Center opened its theater.'],
    ['markup', 'The **mayor** of [Marlow](https://marlow.example/a?b=1) was &quot;glad&quot;.', 'The mayor of Marlow was "glad".'],
    ['mojibake', 'The mayorâ€™s cafÃ© in Marlow is open.', 'The mayor’s café in Marlow is open.'],
    ['accents in capitals', 'El señor Ibáñez llegó a la ciudad.', 'El senor Ibanez llego a la ciudad.'],
    ['Arabic letters and articles', 'وصل الوزير إلى المدينة الأولى', 'وصل الوزير الى المدينه الاولى'],
    ['Chinese particles', '他们在港口建造的新石桥已经完成了。', '他们在港口建造新石桥已经完成。'],
    ['Chinese letters that swapped', '为新石桥的建造奠定基础工作', '为新石桥的建造奠基定础工作'],
    ['Japanese particles', '港の新しい橋は完成しました。', '港の新しい橋が完成しました。'],
  ])('of %s are no facts', (_, a, b) => {
    expect(differs(a, b)).toEqual([]);
    expect(differs(b, a)).toEqual([]);
  }); // prettier-ignore

  it('of a name are slips unless both stand elsewhere', () => {
    const a = 'The harbour was built by Odila Brandt of Lindhaven.';
    const b = 'The harbour was built by Odila Brandl of Lindhaven.';
    expect(differs(a, b)).toEqual([]);
    expect(differingFacts(a, b, { occursElsewhere: (word) => word === 'brandt' })).toBe(0);
    expect(factNames(differingFacts(a, b, { occursElsewhere: (word) => word.startsWith('brand') }))).toEqual(['name']);
  }); // prettier-ignore
});

describe('a name', () => {
  it.each([
    ['at the beginning', 'Brandt opened the bridge in the morning.', 'Quistorp opened the bridge in the morning.'],
    ['behind a title', 'They thanked Mr. Brandt for the bridge.', 'They thanked Mr. Quistorp for the bridge.'],
    ['in capitals', 'They met at the WHO office on the hill.', 'They met at the UN office on the hill.'],
    ['that changed places', 'Marlow beat Lindhaven on the old field.', 'Lindhaven beat Marlow on the old field.'],
    ['of two countries that are spelled alike', 'The ships sailed from Iran to the harbour.', 'The ships sailed from Iraq to the harbour.'],
    ['of a nation without a capital', 'Los médicos italianos llegaron al puerto.', 'Los médicos argentinos llegaron al puerto.'],
    ['in German', 'Die Brücke verbindet Marlau mit dem Hafen.', 'Die Brücke verbindet Lindau mit dem Hafen.'],
    ['in Arabic', 'وصل الوزير سامي حداد إلى الميناء القديم', 'وصل الوزير كريم منصور إلى الميناء القديم'],
    ['in Chinese', '国务院总理李强在港口会见来访的客人。', '国务院总理李克强在港口会见来访的客人。'],
    ['of a country in Chinese', '会议在美国的港口城市举行。', '会议在英国的港口城市举行。'],
    ['in Japanese', '港の新しい橋は東京で完成しました。', '港の新しい橋は大阪で完成しました。'],
    ['in Thai', 'สะพานใหม่เปิดที่กรุงเทพ', 'สะพานใหม่เปิดที่เชียงใหม่'],
    ['in Korean', '새 다리는 서울에서 열렸다.', '새 다리는 부산에서 열렸다.'],
  ])('is a fact %s', (_, a, b) => {
    expect(differs(a, b)).toContain('name');
    expect(differs(b, a)).toContain('name');
  }); // prettier-ignore

  it('stands for a phrase of content words that only one text has', () => {
    expect(differs('The mayor opened the bridge.', 'The mayor opened the bridge because of rotten timber.')).toEqual(['name']);
    expect(differs('The mayor opened the old bridge.', 'The mayor opened the bridge.')).toEqual([]);
  }); // prettier-ignore
});

describe('a denial', () => {
  it.each([
    ['a negation', 'The bridge is safe for cars.', 'The bridge is not safe for cars.'],
    ['a contraction', 'The bridge is safe for cars.', "The bridge isn't safe for cars."],
    ['a prefix', 'The bridge was a legal place.', 'The bridge was an illegal place.'],
    ['a suffix', 'The paint is harmful to fish.', 'The paint is harmless to fish.'],
    ['rise and fall', 'Shares of the ferry line rose in the morning.', 'Shares of the ferry line fell in the morning.'],
    ['increase and decrease', 'The council will increase the toll.', 'The council will decrease the toll.'],
    ['a word that a slip would make', 'The bridge is now open to cars.', 'The bridge is not open to cars.'],
    ['German', 'Der Rat hat zugestimmt.', 'Der Rat hat nie zugestimmt.'],
    ['Spanish', 'El consejo votó por el puente.', 'El consejo nunca votó por el puente.'],
    ['Russian', 'Совет одобрил новый мост.', 'Совет не одобрил новый мост.'],
    ['Japanese', '新しい橋は開通します。', '新しい橋は開通しません。'],
    ['Chinese opposites', '渡船公司的股票今天上涨了。', '渡船公司的股票今天下跌了。'],
  ])('is a fact: %s', (_, a, b) => {
    expect(differs(a, b)).toContain('negation');
    expect(differs(b, a)).toContain('negation');
  }); // prettier-ignore

  it.each([
    ["The bridge isn't safe.", 'The bridge is not safe.'],
    ["They can't cross it, and won't try.", 'They cannot cross it, and will not try.'],
    ['The bridge is not safe.', 'The bridge is nof safe.'],
  ])('is none when it is only written another way: %s', (a, b) => {
    expect(differs(a, b)).toEqual([]);
  });
});

describe('a date', () => {
  const on = (day: string): string => `The ferry sails again on ${day} with all its passengers.`;

  it.each([
    ['Monday', 'Mon.'],
    ['September 3', 'Sept. 3'],
    ['September 3', 'September 3rd'],
    ['5 May', '5 MAY'],
  ])('is the same: %s and %s', (a, b) => {
    expect(differs(on(a), on(b))).toEqual([]);
  });

  it.each([
    ['Tuesday', 'Thursday'],
    ['June', 'July'],
    ['Mon.', 'Tue.'],
    ['June 3', 'June 13'],
    ['3 de junio', '3 de julio'],
  ])('is another: %s and %s', (a, b) => {
    expect(differs(on(a), on(b))).toEqual(['date']);
  });
});

describe('the edges of a text', () => {
  const body = 'The council voted to rebuild the old bridge for 240 people.';

  it.each([
    ['WASHINGTON, March 3 (AP) - '],
    ['(Reuters) - '],
    ['LONDON/PARIS (Reuters) — '],
    ['By Odila Brandt, '],
    ['3) '],
    ['* '],
  ])('may begin with %s', (prefix) => {
    expect(differs(body, prefix + body)).toEqual([]);
  });

  it.each([
    [' Copyright 2021 The Harbour Press.'],
    [' — Odila Brandt, Reuters'],
    [' (Reporting by Odila Brandt; editing by Teodor Quist)'],
  ])('may end with %s', (credit) => {
    expect(differs(body, body + credit)).toEqual([]);
  });

  it('may have other list numbers, but no other dateline or number', () => {
    expect(differs(`3. ${body}`, `4. ${body}`)).toEqual([]);
    expect(differs(`LONDON, March 3 - ${body}`, `LONDON, March 4 - ${body}`)).toEqual(['date']);
    expect(differs(`17 members met. ${body}`, `19 members met. ${body}`)).toEqual(['number']);
  });
});

describe('sentences that moved', () => {
  it('are no difference, also behind an abbreviation or without a full stop', () => {
    const a =
      'We met Mr. Quist at the harbour of Marlow. The bridge costs 240 crowns. It opens when the ice is gone';
    const b =
      'It opens when the ice is gone We met Mr. Quist at the harbour of Marlow. The bridge costs 240 crowns.';
    expect(differs(a, b)).toEqual([]);
  });

  it('are no difference where only the speaker moved', () => {
    const a = 'Minister Brandt said, “Importantly, the new bridge will be open for everyone this winter.”';
    const b = '“Importantly, the new bridge will be open for everyone this winter,” Minister Brandt said.';
    expect(differs(a, b)).toEqual([]);
  });
});
