import {
  arabicStopWords,
  cyrillicStopWords,
  devanagariStopWords,
  latinStopWords,
} from '../../text/stop-words.ts';
import { foldWord } from './fold-word.ts';

/** Months and weekdays by what they are, so that "Sept." and "September" are one word, and "März" is one with "March". */
const calendar: Readonly<Record<string, string>> = {
  m1: 'january jan januar janvier enero janeiro gennaio januari январь января يناير जनवरी',
  m2: 'february feb februar fevrier febrero fevereiro febbraio februari февраль февраля فبراير फरवरी',
  m3: 'march mar marz maerz mars marzo marco maart март марта مارس मार्च',
  m4: 'april apr avril abril aprile апрель апреля ابريل أبريل अप्रैल',
  m5: 'may mai mayo maio maggio mei май мая مايو मई',
  m6: 'june jun juni juin junio junho giugno июнь июня يونيو जून',
  m7: 'july jul juli juillet julio julho luglio июль июля يوليو जुलाई',
  m8: 'august aug aout agosto augustus август августа اغسطس أغسطس अगस्त',
  m9: 'september sept sep septembre septiembre setiembre setembro settembre сентябрь сентября سبتمبر सितंबर',
  m10: 'october oct oktober octobre octubre outubro ottobre октябрь октября اكتوبر أكتوبر अक्टूबर',
  m11: 'november nov novembre noviembre novembro ноябрь ноября نوفمبر नवंबर',
  m12: 'december dec dezember decembre diciembre dezembro dicembre декабрь декабря ديسمبر दिसंबर',
  d1: 'monday mon montag lundi lunes lunedi maandag понедельник الاثنين सोमवार',
  d2: 'tuesday tue tues dienstag mardi martes martedi dinsdag вторник الثلاثاء मंगलवार',
  d3: 'wednesday wed mittwoch mercredi miercoles mercoledi woensdag среду الاربعاء बुधवार',
  d4: 'thursday thu thur thurs donnerstag jeudi jueves giovedi donderdag четверг الخميس गुरुवार',
  d5: 'friday fri freitag vendredi viernes venerdi vrijdag пятница пятницу الجمعة शुक्रवार',
  d6: 'saturday sat samstag sonnabend samedi sabado sabato zaterdag суббота субботу السبت शनिवार',
  d7: 'sunday sun sonntag dimanche domingo domenica zondag воскресенье الاحد रविवार',
  yesterday: 'yesterday gestern hier ayer ontem ieri gisteren вчера امس أمس',
  today: 'today heute aujourdhui hoy hoje oggi vandaag сегодня اليوم',
  tomorrow: 'tomorrow morgen demain manana amanha domani завтра غدا',
  tonight: 'tonight heutabend',
};

/** Key of each date word: `@` and its name in the calendar. */
export const dateWords: ReadonlyMap<string, string> = new Map(
  Object.entries(calendar).flatMap(([name, list]) =>
    list.split(' ').map((word): [string, string] => [foldWord(word), `@${name}`]),
  ),
);

/** Date words that mean something else in lower case, and in other languages. */
export const capitalDates: ReadonlySet<string> = new Set(
  'jan mar march may mai apr jun jul sep set nov dec sun sat mon wed fri thu tue hier mars'.split(' '),
);

/** Words that deny, by class: one of a class may stand for another of it. */
const denials: Readonly<Record<string, string>> = {
  not:
    'not no nor neither nicht kein keine keinen keiner keinem keines pas non nao nem niet geen inte ej ikke не нет ни nie nein ' +
    'nem nincs ei eivat nu δεν μην οχι לא אין لا لم لن ليس ليست ليسوا ما नहीं न मत tidak bukan khong chang hapana не нема nije nisu değil yok',
  never: 'never nie niemals jamais nunca jamas jamais mai nooit aldrig никогда nigdy ابدا कभी',
  none: 'none nobody nothing nowhere niemand nichts nirgends aucun aucune rien ninguno ninguna ningun nadie nada nenhum nenhuma ninguem nessuno niente nulla niemand niets никто ничего',
  without: 'without ohne sans sin sem senza zonder utan uten uden без bez بدون دون बिना tanpa ללא sine',
  hardly: 'hardly barely scarcely kaum',
  although: 'although though unless except despite obwohl trotz aunque salvo embora apesar sebbene хотя رغم',
};
export const negations: ReadonlyMap<string, string> = new Map(
  Object.entries(denials).flatMap(([name, list]) =>
    list.split(' ').map((word): [string, string] => [foldWord(word), `!${name}`]),
  ),
);

/** Opposites that turn a statement round: words of the one list against words of the other. */
const opposites: ReadonlyArray<readonly [string, string]> = [
  [
    'rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging ' +
      'increase increases increased increasing grow grows grew grown growing soar soars soared soaring advance advances advanced advancing rally rallied ' +
      'improve improved improves improving up higher upward upwards raise raises raised raising expand expanded expands upgrade upgraded upgrades ' +
      'steigt stieg gestiegen steigen zunahme hoher sube subio suben subir aumento aumenta aumentaron sobe subiu subiram aumentou aumentaram hausse augmente augmente ' +
      'вырос выросла выросли повысил повышение рост ارتفع ارتفعت ارتفاع زياده',
    'fall falls fell fallen falling lose loses lost losing drop drops dropped dropping plunge plunges plunged plunging slip slips slipped slipping ' +
      'decrease decreases decreased decreasing decline declines declined declining shrink shrinks shrank shrunk tumble tumbles tumbled slide slid slides sliding ' +
      'worsen worsened worsens down lower downward downwards lowers lowered cut cuts cutting reduce reduced reduces downgrade downgraded downgrades ' +
      'sinkt sank gesunken sinken fiel fallt gefallen ruckgang niedriger baja bajo bajan bajar disminucion cae cayo cai caiu cairam diminuiu queda baisse recule diminue ' +
      'упал упала упали снизил снизился снижение падение انخفض انخفضت انخفاض تراجع تراجعت',
  ],
  [
    'win wins won winning victory gewinnt gewann gewonnen sieg gana gano ganaron victoria ganha ganhou venceu vitoria gagne victoire vince فاز فوز',
    'lose loses lost losing defeat defeated verliert verlor verloren niederlage pierde perdio perdieron derrota perde perdeu perdu defaite perso خسر خساره',
  ],
  [
    'buy buys bought buying purchase purchased purchases acquire acquired kauft kaufte gekauft compra compro comprou achete',
    'sell sells sold selling sale verkauft verkaufte vende vendio vendeu vend',
  ],
  [
    'more most mehr mas plus mais piu больше اكثر',
    'less least fewer fewest weniger menos moins meno menor меньше اقل',
  ],
  ['above over exceed exceeds exceeded exceeding beat beats', 'below under miss misses missed'],
  [
    'before prior ahead vor antes avant prima قبل',
    'after following behind nach despues depois apres dopo بعد',
  ],
  [
    'accept accepts accepted approve approves approved approval allow allows allowed permit permitted support supports supported welcomed',
    'reject rejects rejected rejection deny denies denied refuse refuses refused ban bans banned block blocks blocked oppose opposes opposed forbid forbidden',
  ],
  ['confirm confirms confirmed admit admits admitted', 'deny denies denied'],
  ['guilty convicted', 'innocent acquitted'],
  ['profit profits profitable gewinn surplus', 'loss losses unprofitable verlust deficit'],
  [
    'open opens opened opening start starts started begin begins began begun',
    'close closes closed closing end ends ended stop stops stopped finish finished',
  ],
  ['first', 'last'],
  ['next', 'last previous'],
  ['best good better positive strong stronger', 'worst bad worse negative weak weaker'],
  ['true right correct', 'false wrong incorrect'],
  ['alive survive survives survived', 'dead die dies died killed'],
  ['import imports imported', 'export exports exported'],
  ['inside include includes included including', 'outside exclude excludes excluded excluding'],
  ['early earlier sooner', 'late later'],
  ['all every always everyone everything', 'none never nobody nothing no'],
  ['for with', 'against without'],
  ['maximum most', 'minimum least'],
  ['hot warm warmer', 'cold cool cooler'],
  [
    'man men male boy boys nino ninos hombre hombres homem homens homme hommes mann manner menino meninos',
    'woman women female girl girls nina ninas mujer mujeres mulher mulheres femme femmes frau frauen menina meninas',
  ],
  [
    'join joins joined enter enters entered arrive arrived arrives',
    'leave leaves left quit quits depart departed',
  ],
  ['north', 'south'],
  ['east', 'west'],
  ['hire hires hired', 'fire fires fired dismiss dismissed'],
  ['ally allies friend friends', 'enemy enemies foe foes rival rivals'],
  ['升 涨 增 多 高 胜 买 进 大 上 加 强 好 入 开', '降 跌 减 少 低 负 败 卖 出 小 下 弱 坏 关'],
];

/** For each word the opposites it takes part in: index of the pair, doubled, plus one for the second side. */
const sides: ReadonlyMap<string, readonly number[]> = sidesOf();

function sidesOf(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  opposites.forEach((pair, index) => {
    pair.forEach((list, side) => {
      for (const word of list.split(' ')) {
        const key = foldWord(word);
        const known = found.get(key) ?? [];
        known.push(2 * index + side);
        found.set(key, known);
      }
    });
  });
  return found;
}

/** Whether two words (folded) are opposites. */
export function areOpposites(a: string, b: string): boolean {
  const left = sides.get(a);
  if (left === undefined) return false;
  const right = sides.get(b);
  return right !== undefined && left.some((side) => right.includes(side ^ 1));
}

const negativePrefixes = 'in im il ir un non dis de anti des an mis'.split(' ');

/** Whether one word is the other with a negative prefix, as "direct" and "indirect", or "-less" for "-ful". */
export function areAffixOpposites(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 3 && long.endsWith(short))
    return negativePrefixes.includes(long.slice(0, -short.length));
  const [full, less] = a.endsWith('ful') ? [a, b] : [b, a];
  return full.endsWith('ful') && less.endsWith('less') && full.slice(0, -3) === less.slice(0, -4);
}

const extraFunctionWords =
  'a an i me my mine you your yours he him she her hers it its we us our ours they them their theirs this that these those such ' +
  'who whom whose which what when where why how here there then than as if so too very just only even still yet also again already ' +
  'and or but nor of to in on at by for from with into onto upon about over under between among through during since until till while ' +
  'because whereas however therefore thus hence moreover meanwhile instead indeed perhaps maybe rather quite almost ' +
  'is are was were be been being am do does did done have has had having can could may might must shall should will would ' +
  'some any each every either both all many much few other others another same own one ones said says say ' +
  'mr mrs ms miss sir dr herr frau senor senora monsieur madame sr sra dona ' +
  'ich du er sie es wir ihr mich mir ihn ihm uns euch ihnen mein dein sein unser dieser diese dieses jener wer wen wem was wo wann warum ' +
  'ob weil da damit dass denn doch also jedoch zwar daher dabei dazu davon darauf daran bereits schon noch nur auch sehr etwa rund ' +
  'il elle ils elles nous vous leur leurs ce cet cette ces mon ton son notre votre qui que quoi dont ou quand comment pourquoi ' +
  'yo tu el ella ellos ellas nosotros usted ustedes mi su sus este esta estos estas ese esa aquel aquella quien cual cuales ' +
  'eu ele ela eles elas nos voce voces meu minha seu sua este esta esse essa aquele aquela quem qual quais isso isto ' +
  'io lui lei noi voi loro mio tuo suo questo questa quello quella chi cui quale quando dove perche come';

/** Words that carry no content, folded. */
export const functionWords: ReadonlySet<string> = new Set(
  [
    extraFunctionWords,
    ...['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'].map((language) => latinStopWords[language]),
    cyrillicStopWords['ru'],
    cyrillicStopWords['uk'],
    ...Object.values(arabicStopWords),
    ...Object.values(devanagariStopWords),
    'هذا هذه ذلك تلك الذي التي الذين اللذين عن عند مع منذ حتى ثم او ام ان انه انها انهم كان كانت كانوا يكون تكون قد لقد هو هي هم نحن انا فيه فيها منه منها عليه عليها به بها له لها لهم كما بل اي ايضا كل بعض خلال بين حول عبر ضد لدى الا اذا لو كي لكي وهو وهي وكان وكانت وقد وفي ومن وعلى والتي والذي وان بان لان فان',
    '은 는 이 가 을 를 의 에 에서 로 으로 와 과 도 만 그 이 저 것 수 등 및 또 또는 그리고 그러나 하지만',
  ]
    .join(' ')
    .split(' ')
    .map(foldWord),
);

/** Names of news agencies and words of the lines that credit a text, folded. */
export const agencies: ReadonlySet<string> = new Set(
  (
    'reuters ap afp upi dpa efe ansa tass itar interfax xinhua bloomberg aap pti ians ani kyodo yonhap anadolu belga apa sda ' +
    'agencies agency agentur agencias agencia agences wire newswire prnewswire businesswire marketwatch globenewswire accesswire dow jones newswires ' +
    'رويترز وكالات واس قنا وام كونا سانا الاناضول'
  ).split(' ').map(foldWord),
); // prettier-ignore

/** Words that open or mark the credit at the end of a text, folded. */
export const creditWords: ReadonlySet<string> = new Set(
  'copyright reserved rights reporting editing reported edited writing additional contributed contributor updated correspondent source sources photo photograph photos courtesy quelle fuente fonte credit byline redaktion redaccion redacao'
    .split(' ')
    .map(foldWord),
);

/** Short forms that are no beginning of the long one; others are told by their letters. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    govt: 'government', gov: 'governor', corp: 'corporation', co: 'company', cos: 'companies', inc: 'incorporated', ltd: 'limited',
    dept: 'department', intl: 'international', natl: 'national', assn: 'association', univ: 'university', bros: 'brothers',
    st: 'saint', ave: 'avenue', rd: 'road', mt: 'mount', ft: 'fort', vs: 'versus', approx: 'approximately', govts: 'governments',
    mgmt: 'management', mfg: 'manufacturing', pres: 'president', sec: 'secretary', min: 'minister', mins: 'minutes', hrs: 'hours',
    qtr: 'quarter', shr: 'share', yr: 'year', yrs: 'years', avg: 'average', est: 'estimated', dlrs: 'dollars', bldg: 'building', cttee: 'committee', cmte: 'committee',
  }),
); // prettier-ignore

/** Words behind whose full stop a sentence goes on. */
export const dottedWords: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof sen rep gov gen lt col sgt capt rev hon st jr sr inc corp co ltd vs no dept jan feb mar apr jun jul aug sep sept oct nov dec messrs maj cmdr adm pres vol ca bzw usw etc dra sra srta'.split(
    ' ',
  ),
);

/** Verbs that name the speaker of a sentence. */
export const speechVerbs: ReadonlySet<string> = new Set(
  'said says say told tells added adds wrote writes sagte sagt dijo dice disse diz afirmo afirmou dit declare'.split(
    ' ',
  ),
);

/** Beginnings of the words for nations that some languages write without a capital. */
const demonyms =
  /^(?:italian|ecuatorian|espanhol|espanol|frances|francais|aleman|deutsch|franzosisch|ingles|britanic|britisch|englisch|estadounidens|american|amerikanisch|norteamerican|mexican|argentin|brasil|chilen|colombian|venezolan|venezuelan|cuban|peruan|bolivian|uruguay|paraguay|panamen|guatemaltec|hondure|salvadoren|nicaraguens|chines|chinois|chinesisch|japones|japonais|japanisch|corean|koreanisch|rus[aos]|russ|ucranian|ukrainisch|israeli|palestin|irani|iraqui|iraki|sirio|siria|syrisch|turc|turk|turkisch|grieg|greg|grec|griechisch|portug|polac|polones|polonais|polnisch|suec|norueg|danes|holandes|belga|suiz|suic|suisse|schweizer|austriac|osterreichisch|marroqui|egipci|saudi|indian[aos]|indisch|paquistan|filipin|australian|canadien|canadiens|canadens|catalan|vasc|europe[aou]|european|african|afrikanisch|asiatic)[a-z]{0,6}$/;

/** Whether a word (folded) names a nation. */
export function isDemonym(key: string): boolean {
  return key.length > 3 && demonyms.test(key);
}
