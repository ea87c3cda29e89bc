/**
 * Numbers as they are written in words. Keys are folded as `fold-word.ts` does it: lower case, without accents.
 * Words that mean something commoner in another language of the list are left out (Italian "due", Turkish "on").
 */

/** Spelled cardinals and ordinals below a hundred, and the hundreds that some languages write as one word. */
export const numberWords: ReadonlyMap<string, number> = valuesOf({
  0: 'zero null cero ноль صفر शून्य',
  0.5: 'half halb halbe halben moitie mitad metade meta половина نصف आधा',
  1: 'one first eins uno primero primera primeiro primeira primo prima premier premiere erste ersten erster een первый первая واحد एक',
  2: 'two second twice double zwei zweite zweiten deux deuxieme dos segundo dois duas secondo twee два две двух второй اثنان اثنين दो',
  3: 'three third triple thrice drei dritte dritten trois troisieme tres tercero tercera terceiro terceira tre terzo drie три трех третий ثلاثة ثلاث तीन',
  4: 'four fourth vier vierte vierten quatre quatrieme cuatro quatro quattro четыре четырех اربعة اربع चार',
  5: 'five fifth funf funfte funften cinq cinquieme cinco cinque vijf пять пяти خمسة خمس पांच',
  6: 'six sixth sechs sechste seis sei zes шесть ستة ست छह',
  7: 'seven seventh sieben siebte sept siete sete sette zeven семь سبعة سبع सात',
  8: 'eight eighth acht achte huit ocho oito otto восемь ثمانية ثماني आठ',
  9: 'nine ninth neun neunte neuf nueve nove negen девять تسعة تسع नौ',
  10: 'ten tenth zehn zehnte dix diez dez dieci tien десять عشرة عشر दस',
  11: 'eleven eleventh elf elfte onze undici одиннадцать',
  12: 'twelve twelfth dozen zwolf zwolfte douze doce doze dodici twaalf двенадцать',
  13: 'thirteen thirteenth dreizehn treize trece treze tredici тринадцать',
  14: 'fourteen fourteenth vierzehn quatorze catorce quattordici четырнадцать',
  15: 'fifteen fifteenth funfzehn quinze quince quindici пятнадцать',
  16: 'sixteen sixteenth sechzehn seize dieciseis dezesseis sedici шестнадцать',
  17: 'seventeen seventeenth siebzehn diecisiete dezessete diciassette семнадцать',
  18: 'eighteen eighteenth achtzehn dieciocho dezoito diciotto восемнадцать',
  19: 'nineteen nineteenth neunzehn diecinueve dezenove diciannove девятнадцать',
  20: 'twenty twentieth twenties zwanzig vingt veinte vinte venti twintig двадцать عشرون عشرين बीस',
  30: 'thirty thirtieth thirties dreissig trente treinta trinta trenta dertig тридцать ثلاثون ثلاثين',
  40: 'forty fortieth forties vierzig quarante cuarenta quarenta quaranta veertig сорок اربعون اربعين',
  50: 'fifty fiftieth fifties funfzig cinquante cincuenta cinquenta cinquanta vijftig пятьдесят خمسون خمسين पचास',
  60: 'sixty sixtieth sixties sechzig soixante sesenta sessenta sessanta zestig шестьдесят ستون ستين',
  70: 'seventy seventieth seventies siebzig setenta settanta zeventig семьдесят سبعون سبعين',
  80: 'eighty eightieth eighties achtzig ochenta oitenta ottanta tachtig восемьдесят ثمانون ثمانين',
  90: 'ninety ninetieth nineties neunzig noventa novanta negentig девяносто تسعون تسعين',
  200: 'doscientos doscientas duzentos duzentas двести مئتان مئتين مائتين',
  300: 'trescientos trescientas trezentos trezentas триста',
  400: 'cuatrocientos cuatrocientas quatrocentos quatrocentas четыреста',
  500: 'quinientos quinientas quinhentos quinhentas пятьсот',
  600: 'seiscientos seiscientas seiscentos seiscentas шестьсот',
  700: 'setecientos setecientas setecentos setecentas семьсот',
  800: 'ochocientos ochocientas oitocentos oitocentas восемьсот',
  900: 'novecientos novecientas novecentos novecentas девятьсот',
});

/** Words that multiply what stands before them, with the exponent of ten. */
export const scaleWords: ReadonlyMap<string, number> = valuesOf({
  2: 'hundred hundreds hundredth hundert hunderte cent cents cien ciento cem cento honderd сто сотни مئة مائة सौ',
  3: 'thousand thousands thousandth tausend tausende mil mille mila miles duizend тысяча тысячи тысяч тыс الف الاف हजार',
  5: 'lakh lakhs लाख',
  6: 'million millions mln mn mio millionen millones milhao milhoes milioni milione miljoen miljoner миллион миллиона миллионов млн مليون ملايين',
  7: 'crore crores करोड़',
  9: 'billion billions bln bn milliarde milliarden mrd milliard milliards bilhao bilhoes miliardi miliardo miljard миллиард миллиарда миллиардов млрд مليار مليارات',
  12: 'trillion trillions trn tn billionen billon billones trilhao trilhoes триллион триллиона трлн تريليون',
});

/** Letters that multiply only when they are written to the digits, as in "200m". */
export const scaleSuffixes: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['t', 12],
]);

/** What may stand between the words of one number: "a hundred and five", "treinta y uno", "vinte e um", "vingt et un". */
export const numberJoints: ReadonlySet<string> = new Set(['and', 'y', 'e', 'et', 'und', 'en']);

/** Units by the word or sign that follows a number (currency signs also stand before it). */
export const unitWords: ReadonlyMap<string, string> = namesOf({
  '%': '% percent pct prozent procent procento процент процента процентов proc بالمئة بالمائة प्रतिशत',
  usd: '$ us$ usd dollar dollars dlr dlrs dolar dolares dollari доллар доллара долларов دولار دولارا دولارات डॉलर 美元',
  eur: '€ eur euro euros евро يورو 欧元 歐元',
  gbp: '£ gbp pound pounds sterling pfund libras sterline 英镑 英鎊',
  jpy: 'jpy yen ين 日元',
  cny: 'cny rmb yuan юань юаней يوان 元 人民币',
  hkd: 'hk$ hkd 港元 港币',
  aud: 'a$ au$ aud 澳元',
  cad: 'c$ ca$ cad 加元',
  yen: '¥',
  inr: '₹ inr rupee rupees रुपये रुपए',
  rub: '₽ rub rouble roubles ruble rubles рубль рубля рублей',
  brl: 'r$ brl reais real',
  krw: '₩ krw won 韩元',
  try: '₺ lira liras',
  ngn: '₦ ngn naira',
  km: 'km kms kilometre kilometres kilometer kilometers kilometern quilometros kilometros chilometri километров 公里 كيلومتر كيلومترا',
  mile: 'mile miles',
  kg: 'kg kgs kilogram kilograms kilo kilos kilogramm 公斤',
  am: 'am',
  pm: 'pm',
});

/** Units of two words. */
export const unitPairs: ReadonlyMap<string, string> = new Map([
  ['per cent', '%'],
  ['por ciento', '%'],
  ['por cento', '%'],
  ['pour cent', '%'],
  ['per cento', '%'],
  ['في المئه', '%'],
  ['في المائه', '%'],
]);

/** Chinese and Japanese digits, and the numerals that multiply. */
export const hanDigits: ReadonlyMap<string, number> = new Map(
  [...'〇零一二三四五六七八九'].map((digit, index): [string, number] => [digit, Math.max(0, index - 1)]),
).set('两', 2).set('兩', 2); // prettier-ignore
export const hanScales: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
  ['兆', 12],
]);

/** The value of a number that German or Dutch writes as one word ("zweihundertfünfzig", folded), or undefined. */
export function valueOfCompound(key: string): number | undefined {
  const known = numberWords.get(key);
  if (known !== undefined) return known;
  for (const [word, factor] of compoundScales) {
    const at = key.indexOf(word);
    if (at < 0) continue;
    const before = at === 0 ? 1 : valueOfCompound(key.slice(0, at));
    const rest = key.slice(at + word.length).replace(/^und/, '');
    const behind = rest === '' ? 0 : valueOfCompound(rest);
    return before === undefined || behind === undefined ? undefined : before * factor + behind;
  }
  const joint = key.indexOf('und');
  if (joint <= 0) return undefined;
  const ones = key.startsWith('ein') && joint === 3 ? 1 : numberWords.get(key.slice(0, joint));
  const tens = numberWords.get(key.slice(joint + 3));
  return ones === undefined || tens === undefined || ones > 9 || tens < 20 ? undefined : tens + ones;
}

const compoundScales: ReadonlyArray<readonly [string, number]> = [
  ['tausend', 1000],
  ['duizend', 1000],
  ['hundert', 100],
  ['honderd', 100],
];

function valuesOf(lists: Readonly<Record<number, string>>): Map<string, number> {
  return new Map(
    Object.entries(lists).flatMap(([value, words]) =>
      words.split(' ').map((word): [string, number] => [word, Number(value)]),
    ),
  );
}

function namesOf(lists: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([name, words]) =>
      words.split(' ').map((word): [string, string] => [word, name]),
    ),
  );
}
