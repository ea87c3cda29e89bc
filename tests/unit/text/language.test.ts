import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { detectLanguage } from '../../../src/text/language.ts';
import { unitsOf } from '../../../src/text/units.ts';

const languageOf = (text: string): string | null => detectLanguage(unitsOf(text));

const samples: ReadonlyArray<readonly [language: string, text: string]> = [
  [
    'en',
    'The mayor said on Monday that the old bridge would be closed for two weeks while they replace its bearings.',
  ],
  [
    'de',
    'Die Brücke bleibt nach Angaben der Stadt für zwei Wochen gesperrt, weil sie nicht mehr sicher ist und erneuert wird.',
  ],
  [
    'fr',
    'Le pont restera fermé pendant deux semaines, a annoncé la mairie, qui veut le réparer avant les fêtes de la ville.',
  ],
  [
    'es',
    'El puente estará cerrado durante dos semanas, según el alcalde, porque las obras no se pueden hacer con el tráfico abierto.',
  ],
  [
    'pt',
    'A ponte vai ficar fechada por duas semanas, disse o presidente da câmara, e as obras não são feitas à noite, mas só durante o dia, até ao verão.',
  ],
  [
    'it',
    'Il ponte resterà chiuso per due settimane, ha detto il sindaco, perché i lavori della città non si possono fare con il traffico.',
  ],
  [
    'nl',
    'De brug blijft volgens de gemeente twee weken dicht omdat het werk niet kan worden gedaan als er auto’s over de weg rijden.',
  ],
  [
    'pl',
    'Most będzie zamknięty przez dwa tygodnie, ponieważ nie można go naprawić, gdy jeżdżą po nim auta, i to jest już pewne.',
  ],
  [
    'sv',
    'Bron kommer att vara stängd i två veckor, säger kommunen, eftersom arbetet inte kan göras när det är bilar på den.',
  ],
  [
    'da',
    'Broen bliver lukket i to uger, siger kommunen, fordi arbejdet ikke kan udføres, når der er biler på den, og kun om natten.',
  ],
  [
    'no',
    'Broen blir stengt i to uker, sier kommunen, fordi arbeidet ikke kan gjøres når det er biler på den, og bare om natten.',
  ],
  [
    'fi',
    'Silta on kiinni kaksi viikkoa, koska työtä ei voi tehdä silloin kun sen yli ajetaan, mutta kävelijät pääsevät yli ja se on hyvä.',
  ],
  [
    'tr',
    'Köprü iki hafta boyunca kapalı olacak, çünkü belediye bu işi trafik ile birlikte yapmak için çok geç olduğu görüşünde ve böyle dedi.',
  ],
  [
    'cs',
    'Most bude podle radnice na dva týdny uzavřen, protože se práce nedají dělat za provozu, a to je pro město také nové.',
  ],
  [
    'ro',
    'Podul va fi închis două săptămâni, a spus primarul, pentru că lucrările nu pot fi făcute cu trafic, iar orașul este mai sigur după ele.',
  ],
  [
    'hu',
    'A híd két hétig zárva lesz, mert a munkát nem lehet forgalom mellett elvégezni, és az önkormányzat szerint ez már csak így megy.',
  ],
  [
    'id',
    'Jembatan itu akan ditutup selama dua minggu karena pekerjaan tidak dapat dilakukan dengan lalu lintas yang ada di atas jalan tersebut.',
  ],
  [
    'vi',
    'Cây cầu sẽ đóng cửa trong hai tuần vì công việc không được làm khi có xe, và người dân của thành phố đã biết điều này từ năm trước.',
  ],
  [
    'sw',
    'Daraja hilo litafungwa kwa wiki mbili kwa sababu kazi ya ukarabati haiwezi kufanyika wakati magari yanapita, alisema meya wa mji huo.',
  ],
  [
    'ha',
    'Za a rufe gadar har mako biyu, in ji magajin gari, domin ba za a iya aikin ba idan motoci suna wucewa a kan ta kuma wannan ya zama dole.',
  ],
  [
    'yo',
    'Wọn yoo ti afárá naa fun ọsẹ meji nitori pe iṣẹ ko le waye ti awọn ọkọ ba n kọja lori rẹ, ni olori ilu sọ.',
  ],
  [
    'so',
    'Buundada waxaa la xiri doonaa laba toddobaad, ayuu yiri duqa magaalada, sababtoo ah shaqada ma dhici karto marka ay baabuurtu ku socoto oo mid kale.',
  ],
  [
    'ru',
    'Мост будет закрыт на две недели, потому что работы нельзя вести, когда по нему едут машины, и это уже не в первый раз.',
  ],
  [
    'uk',
    'Міст буде закрито на два тижні, бо роботи не можна вести, коли ним їдуть авто, і це вже не вперше за цей рік.',
  ],
  [
    'ar',
    'قالت البلدية إن الجسر سيغلق مدة أسبوعين من أجل أعمال الصيانة التي لا يمكن أن تتم مع حركة السير على هذا الطريق.',
  ],
  [
    'fa',
    'شهرداری گفت که این پل برای دو هفته بسته می شود و کار با خودرو ها در راه نمی شود، اما عابران از آن عبور خواهند کرد.',
  ],
  [
    'ur',
    'شہر کے ناظم نے کہا ہے کہ پل دو ہفتے کے لیے بند رہے گا اور اس پر کام ٹریفک کے ساتھ نہیں ہو سکتا تھا۔',
  ],
  ['hi', 'महापौर ने कहा कि पुल दो सप्ताह के लिए बंद रहेगा और इस पर काम यातायात के साथ नहीं हो सकता है।'],
  ['am', 'ድልድዩ ለሁለት ሳምንት ይዘጋል ሲሉ ከንቲባው ተናግረዋል፤ ምክንያት የሆነው ደግሞ በላይ ላይ የሚያልፉ መኪናዎች ናቸው እና ግን ሰዎች ያልፋሉ ነው።'],
  ['zh', '市长星期一表示，旧桥将关闭两周，以便更换支座。'],
  ['ja', '市長は月曜日、古い橋を二週間閉鎖すると述べた。'],
  ['ko', '시장은 월요일에 낡은 다리를 두 주 동안 닫는다고 말했다.'],
  ['el', 'Η γέφυρα θα μείνει κλειστή για δύο εβδομάδες.'],
  ['he', 'הגשר יהיה סגור במשך שבועיים, אמר ראש העיר.'],
  ['th', 'สะพานจะปิดเป็นเวลาสองสัปดาห์'],
];

describe('detectLanguage', () => {
  it.each(samples)('recognises %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each(samples)('does not care about capitals in %s', (language, text) => {
    expect(languageOf(text.toUpperCase())).toBe(language);
  });

  it('goes by the script and language of most of the text', () => {
    const [, english] = samples[0];
    expect(languageOf(`${english} Москва — город. ${english}`)).toBe('en');
    expect(languageOf('彭博社 Bloomberg 星期一报道说，市长将关闭旧桥两周。')).toBe('zh');
  });

  it('tells Japanese with many Chinese characters from Chinese with a Japanese name', () => {
    expect(languageOf('東京都知事は五日、新年度予算案の概要を発表した。')).toBe('ja');
    expect(languageOf('据报道，日本品牌の店在北京王府井大街正式开业，吸引了许多市民前来参观购物。')).toBe(
      'zh',
    );
  });

  it.each([
    ['nothing', ''],
    ['a button', 'Share'],
    ['figures', 'Shr 12 cts vs 14 cts\nNet 1,204,000 vs 1,390,000\nRevs 30.1 mln vs 28.7 mln'],
    ['names', 'Anna Berg, Jonas Lind, Maria Costa, Peter Novak, Ivan Petrov, Carla Rossi'],
    ['halves of two languages', `${samples[0][1]} ${samples[1][1]}`.slice(0, 208)],
    [
      'Nigerian Pidgin, which has no two-letter code',
      'Di mayor say dem go close di bridge for two weeks, and im tell pipo dey wait, na wetin dem dey do be dis.',
    ],
  ])('does not guess at %s', (_, text) => {
    expect(languageOf(text)).toBeNull();
  });

  it('gives null or two letters for any text, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const language = languageOf(text);
        expect(language ?? 'xx').toMatch(/^[a-z]{2}$/u);
        expect(languageOf(text)).toBe(language);
      }),
    );
  });
});
