import type { Token } from './token.ts';
import { NAME, NEGATION } from './masks.ts';
import { areOpposites } from './fact-words.ts';

/**
 * Differences in scripts that put no spaces between words. A letter alone says little, so letters that differ close together
 * are judged as one change: letters that only swapped places, were doubled or lost, and particles are slips; denials
 * and other letters are facts. A letter put for another is a fact unless the two are commonly confused.
 */

const particles = new Set(
  '的地得了着著过過是在和与與及也都就而但或为為于於对對将將把被从從到给給向以等这這那其之所则則并並且还還又再才已曾很最更较較们們吗嗎呢吧啊个個些' +
    'はがをにへとでもやのかよねわさなんだですますしてるいたれられこそあうえおけせそちつてぬねひふほまみむめゆよらりろ' +
    'ที่และในของการได้จะให้ว่าเป็นมีก็แล้วนี้นั้น',
);

/** Letters that turn a statement round. */
const denials = new Set('不没沒無无非未否勿莫別弗');
/** Letters that change what a word names when they are added or lost. */
const weighty = new Set('副前原反代非亚超半总東西南北东中美英法俄日韩德上下左右大小多少男女新老首次再双雙');

/** Chinese family names: a letter more or less behind one makes another name of it. */
const familyNames = new Set(
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱林郭罗羅梁宋郑鄭谢謝韩韓唐冯馮董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈魏薛潘杜戴钟鍾汪姜范姚谭譚廖邹鄒陆陸郝孔崔邱秦顾顧侯邵孟钱錢汤湯尹黎乔喬贺賀赖賴龚龔习習',
);

/** Letters that are typed or written for each other. */
const confused: ReadonlyMap<string, number> = new Map(
  [
    '的地得', '他她它牠', '那哪', '在再', '做作', '像象', '帐账', '坐座', '候侯', '带戴', '定订', '型形', '度渡', '即既', '份分', '决绝', '竟竞',
    '已己巳', '未末', '日曰', '人入', '拔拨', '析折', '辨辩', '采彩採', '其期', '着著', '于於', '里裡裏', '后後', '台臺', '与與', '为為', '国國',
    '会會', '时時', '说說', '对對', '这這', '个個', '来來', '们們', '过過', '发發', '开開', '关關', '门門', '问問', '间間', '东東', '车車', '长長',
    '马馬', '鸟鳥', '见見', '现現', '学學', '实實', '当當', '点點', '经經', '济濟', '应應', '该該', '还還', '进進', '选選', '连連', '运運', '动動',
  ].flatMap((group, index) => [...group].map((letter): [string, number] => [letter, index])),
); // prettier-ignore

const thaiOrKin = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]$/;
const thaiDenial = /ไม่|มิได้|ไร้/;
const japaneseDenial = /ない|なかっ|なく|ません|ずに|ぬ/;

/** The facts in a change from one row of letters to another. `before` and `behind` are the letters around it. */
export function factOfLetters(
  left: readonly Token[],
  right: readonly Token[],
  before: string,
  behind: string,
): number {
  const a = left.map(({ key }) => key);
  const b = right.map(({ key }) => key);
  if (countOf(a, denials) !== countOf(b, denials)) return NEGATION;
  const [textA, textB] = [a.join(''), b.join('')];
  const around = (text: string): string => before.slice(-3) + text + behind.slice(0, 3);
  for (const denial of [japaneseDenial, thaiDenial])
    if (denial.test(around(textA)) !== denial.test(around(textB))) return NEGATION;
  if (a.length === b.length && a.length <= 4 && [...a].sort().join('') === [...b].sort().join('')) return 0;
  if ([...textA, ...textB].some((letter) => thaiOrKin.test(letter))) return factOfSyllables(a, b);
  const x = a.filter((letter) => !particles.has(letter));
  const y = b.filter((letter) => !particles.has(letter));
  if (x.length === 0 && y.length === 0) return 0;
  if (x.some((letter) => y.some((other) => areOpposites(letter, other)))) return NEGATION;
  if (x.length === y.length && x.every((letter, i) => isConfused(letter, y[i]))) return 0;
  // one letter lost or doubled
  if (x.length + y.length === 1) {
    const letter = x.length === 1 ? x[0] : y[0];
    if (letter === before.at(-1) || letter === behind[0]) return 0;
    return weighty.has(letter) || familyNames.has(before.at(-1) ?? '') || familyNames.has(letter) ? NAME : 0;
  }
  return NAME;
}

/** Scripts whose syllables take several letters: a letter more or less is a slip, a syllable is not. */
function factOfSyllables(a: readonly string[], b: readonly string[]): number {
  const x = a.filter((letter) => !b.includes(letter));
  const y = b.filter((letter) => !a.includes(letter));
  return Math.max(a.length, b.length) <= 1 || (a.length <= 2 && b.length <= 2 && x.length + y.length <= 1) ? 0 : NAME;
} // prettier-ignore

function isConfused(a: string, b: string): boolean {
  const group = confused.get(a);
  return a === b || (group !== undefined && group === confused.get(b));
}

function countOf(letters: readonly string[], set: ReadonlySet<string>): number {
  return letters.filter((letter) => set.has(letter)).length;
}
