/**
 * The commonest words of each language, lower case, without the marks that are written as characters of their
 * own. A word may stand in several languages; it then counts less for each. Grouped by script, because a
 * text is only compared with languages of its own script. At most 32 languages a group.
 */
export const latinStopWords: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as he be at by it from his are this have has not but had which they you were their been an will would who its said she we more there or if when about',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir',
  fr: 'de la le les et des en un une du est que qui dans pour pas au sur plus par ce il ne se sont avec ont cette elle nous mais ou été aux son sa ses leur être comme fait on je vous si tout deux après même qu à d l',
  es: 'de la que el en y los del se las por un para con no una su al es lo como más pero sus le ha este si porque esta entre cuando muy sin sobre también hasta hay donde quien desde todo nos durante ya fue son era años ser está han tras según',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são você disse após foram',
  it: 'di che e il la un a per in è del non una sono i le si con da della gli dei ha al nel più alla anche lo come ma delle dal suo sua ci questo dalla nella hanno se ne degli stato essere tra fra quando ancora dopo dell nell all sull questa cui molto',
  nl: 'de het een en van in is dat op te zijn voor met die niet aan er om ook als maar dan bij nog uit naar heeft worden hij door over wordt ze zich hebben tot was wel zo meer al deze werd geen kan dit wat jaar ik tegen hun moet zegt kunnen omdat we',
  pl: 'i w na z do się nie że to jest o jak po co od za dla ale przez tak tym przy jego są które może być czy już oraz tylko który ze ich tego jej której było był jednak także będzie roku pod lub ma też przed bez która których został można',
  sv: 'och att i det som en på är av för med den till har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där hade mot ska skulle kommer ut får finns vara blir alla mycket bara säger många över hon detta',
  da: 'og at i det er en til af på den for med der har de som ikke han et var om men fra jeg sig vi så kan efter også eller nu ved hans blev skal over hvor når være kun siger ud mod have år bliver hun blevet meget ingen noget nogle være hvad flere',
  no: 'og i det er en til av på som den for med at har de ikke han et var om men fra jeg seg vi så kan etter også eller nå ved hans ble skal over hvor når være bare sier ut mot år blir hun blitt veldig ingen noe noen hva flere mye bli opp enn dette',
  fi: 'ja on ei että se oli hän mutta ovat myös kun jos joka kuin sen hänen niin mukaan jo ole vain tai vuoden ollut sekä ne nyt mitä joka jotka voi vielä siitä kanssa olla tämä noin sitä jälkeen mikä sanoi kertoo me sanoo vuonna tämän enää eivät pitää ennen koska',
  tr: 've bir bu da de için ile olarak daha çok olan gibi en kadar sonra ise ne var ama olduğu diye o ya her değil ki şu ben iki ancak yeni dedi göre büyük nasıl türkiye son olduğunu önce üzere oldu tarafından biz eden mi bunu tüm içinde kendi etti yapılan şöyle',
  cs: 'a se v na je že to s z do o i ve pro za od by ale si po jako jsou podle jeho který které už jen také k u ze jsem však být při která další nebo bude jak roce byl byla let až tak jejich před co když mezi proti má pokud nové řekl uvedl této',
  ro: 'de în și a la cu pe din că nu este o care un pentru mai să au fost se prin al sau lui dar sunt ce ca după ale fi lor acest această era nici le va i către fără între doar și-a s-a până când despre două împotriva anul potrivit şi româniei însă unui unei',
  hu: 'a az és hogy nem is egy ez de volt már csak meg még ha mint el azt vagy aki lehet van pedig után kell több ami szerint nagyon minden mert majd így sem úgy két amely fel ki ezt lesz ezért mondta be két olyan illetve magyar között alatt évben során ne',
  id: 'yang dan di ini itu dengan untuk tidak dari dalam akan pada ke juga karena oleh ada mereka saya sudah telah bisa adalah kata tersebut dia lebih sebagai kami para namun hanya menjadi kita seperti dapat atas anda bahwa tahun satu orang saat setelah secara antara belum banyak bukan',
  vi: 'và của là có trong được cho không các một với những người này đã khi để đến về từ ra ở như cũng vào năm nhiều sẽ tại theo bị trên sau còn phải ông đó lại nhưng thì hơn làm rằng việc nước hai do tôi chỉ đang',
  sw: 'ya na wa kwa katika za la ni kuwa cha hiyo vya kama yake wake kwamba lakini watu kwenye wakati kutoka zaidi baada pia huo kuhusu hilo kati huyo hii ambaye huu ambayo alisema sasa ambao sana hata hivyo wao yao tu bila mwaka nchini',
  ha: 'da a ya ta na ba yi ne kuma ce ke daga su kan shi suka mai za cewa aka wa sun cikin wannan ga wani an wasu bayan sai masu wanda ko yan yadda dai zai ake ranar wata dan amma domin har',
  yo: 'ni ti to awọn n wọn si pe naa ṣe o ko rẹ fun fi lati wa oun kan ati lo sọ jẹ ninu ki ba bi lọ mọ yoo gba yii ní àwọn le lori maa mi tó tí ọmọ sí ń láti pé fún nínú àti náà wọ́n',
  so: 'oo ka ay ku ah ee in ayaa uu u la iyo soo lagu waxay waxaa ugu mid badan laga si kale loo sheegay aan markii wuxuu inay sida waxa aad yahay tahay waa inuu wax kala qof ayuu uga balse dib ma ahaa',
  ig: 'na n ndị ya bụ a ha ọ nke ihe ka ahụ ga onye o dị otu mmadụ kwuru ma maka dịka ebe aka afọ mere e ji mana sị mba si ime nwere ọzọ ike etu ọtụtụ mgbe',
  om: 'akka kan ta hin fi irratti kun ture yeroo kana keessatti isaa itti keessa yoo jiru keessaa waliin isaanii garuu tokko waan jedhan gara jechuun ammoo erga irraa danda booda ni aa turan wal qabu',
  ln: 'na ya mpe mpo ba ete yango ye bato moko mboka bango baye nsima ezali kati yambo kasi mibale nde oyo bayi bazali le lya eye lokola mwa elongo ntango lelo',
  lg: 'mu ku nga n nti era ne abantu e ng bw y kino wa w kya bwe ono naye eno ate ba agamba by ky lw bino buli bano guno nnyo okuva olwa abalala kubanga bonna',
  rn: 'mu n ku muri y w wa na ya ari yo ariko aho c kandi z uko abantu mbere ca cane ico nk kuri gihe inyuma ni ati kugira uyu vy ry ivyo yari iyo hamwe uwo mw hagati ngo',
  sn: 'kuti vanoti vanhu vari uye kana asi iri mari vati munyika iyi sezvo ichi uyu kubva avo pamwe izvi nyika ari makumi anoti chete vamwe vachiti kuita mukuru mumwe zvikuru yavo ravo mune nokuti pane',
  xh: 'ukuba kodwa le uthi lo xa kwaye kakhulu nto abantu kule kuba ngo ngenxa into i kulo eli ngoku lakhe ngoba ukuze kokuba oku kakuhle yakhe kweli uthe nje apho ka wakhe nangona phambi we emva',
  // Nigerian Pidgin has no two-letter code; it is here so that it is not taken for English.
  pcm: 'di of dey to and say wey dem go im don na no on as be from bin de dia am she tok get pipo but in make wit her afta fit a we some also sey wetin una una sabi',
};

export const cyrillicStopWords: Readonly<Record<string, string>> = {
  ru: 'и в не на что с по как из это он к за от его но до для о у был было так же все они также при или уже которые если мы бы более только может еще ещё году быть после том этом она их были со года который я чтобы вы когда во',
  uk: 'і в на що з у до не та за про це як від для він по але які його також й є із було був про ми щоб або вже який так бути після є року україни під цього ще може вони були її їх він через зі якщо коли лише',
};

export const arabicStopWords: Readonly<Record<string, string>> = {
  ar: 'في من على أن إلى التي عن مع هذا الذي هذه ما لا كان بعد بين أو كما قد خلال كل ذلك و قال أنه حيث لم هو قبل كانت منذ غير ان الى وقد يوم عام لكن بن حتى إن هي أكثر عند',
  fa: 'در به از که این را با است برای آن یک خود تا کرد بر هم نیز شده گفت شد وی ما اما می اند باید بود شود یا دو هر او های کشور پس دارد ها کند سال ایران همه کرده نمی آنها بین',
  ur: 'کے میں کی ہے سے کا کو اور نے کہ ہیں پر اس بھی نہیں کہا ان تھا ایک جو وہ تو یہ گیا کر ہو لیے کیا رہے تھے کوئی تھی ہی ساتھ جس بعد اپنے کرنے ہوئے رہا دیا گی گئی ہوں',
};

export const devanagariStopWords: Readonly<Record<string, string>> = {
  hi: 'के में की है से का को और ने कि हैं पर इस भी नहीं कहा एक जो वह तो यह कर हो लिए गया था रहे थे कोई ही साथ बाद अपने करने हुए रहा किया थी उन तक जा या वे',
  mr: 'आहे आणि या ते तर हा ही मध्ये आहेत होते होता म्हणून त्या एक केली केले असे यांनी करण्यात त्यांनी मात्र पण झाली काही येथे असून साठी नाही हे',
  ne: 'छ र को मा ले पनि छन् भने गरेको गर्ने थियो यो हो लागि तथा भएको एक उनले गरेका बताए रहेको जना नेपाल साथै तर गरी',
};

export const ethiopicStopWords: Readonly<Record<string, string>> = {
  am: 'ነው ላይ እና ውስጥ ነበር ወደ ጋር ሰዎች ሲሆን ግን ጊዜ ደግሞ በኋላ ይህ ብለዋል ነገር ከ አንድ ምክንያት በላይ ተናግረዋል ናቸው መካከል በፊት እንዲሁም ሺህ ወቅት በዚህ በርካታ ሲሉ ከዚህ ሁለት ይህን እንደ ሆኖ',
  ti: 'ኣብ እቲ ካብ ናይ ከም እዩ ናብ ምስ ዩ ውን ድማ ግን እዚ ነቲ ኣብቲ ዘሎ ሓደ እዋን እቶም ድሕሪ እታ ልዕሊ ኢሉ ነይሩ ክሳብ ኣሎ ኮይኑ ኣብዚ እዮም ዝነበረ ከምኡ ገሊጹ',
};

export const hangulStopWords: Readonly<Record<string, string>> = {
  ko: '이 그 것 수 등 및 있다 있는 있습니다 했다 한다 하는 위해 대한 대해 지난 이날 그는 또 더 말했다 밝혔다 것으로 것이 것은 것을 통해 따르면 함께 모든 때문에 하지만 그러나 이번 가운데 위한 있다고 없는 않은 할 한 된 될 수도 그리고 또한 이후 현재 가장 많은 같은 따라 밝혔습니다 말했습니다',
};

export const greekStopWords: Readonly<Record<string, string>> = {
  el: 'και το του να η της ο την για με τα στην των με τον που στο από οι είναι σε τη θα τις δεν τους ότι στη ένα μια αλλά έχει στον ως κατά αυτό όπως μετά είχε πως όταν έχουν στις ήταν πολύ αυτή μόνο κάθε ή αν μας',
};

export const hebrewStopWords: Readonly<Record<string, string>> = {
  he: 'של את על לא הוא זה עם כי אם גם היא אל יש כל אני כך אך אבל או רק כמו היה מה בין עד לפני אחרי יותר הם אין כדי לאחר היום זאת אלא אשר שלא הזה היתה היו',
};

/** Letters of scripts without spaces that do the work of stop words. */
export const characterStopWords: Readonly<Record<string, string>> = {
  zh: '的 了 是 在 和 有 不 这 這 为 為 与 與 对 對 也 就 到 说 說 要 以 会 會 他 我 们 們 她 你 那 而 其 被 由 将 將 并 並 但 或 已 于 於 之 从 從 都 还 還 很 着 把 让 給 给 向',
  ja: 'の は に を が で と た し て い る な も れ さ す か こ ら よ だ ま っ せ や へ',
};
