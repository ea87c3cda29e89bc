import type { ModelText } from './model-text.ts';

/** Written by `npm run train`; do not edit. */
export const weights: ModelText = {
  version: '4',
  provenance:
    'Logistic regressions by L-BFGS on lines of 712 English pages (the development split of WCXB, without pages whose ' +
    'text is in its test split, each converted in two ways), their articles, and page dumps of our own (tests/train/dumps).',
  attribution:
    'Web Content Extraction Benchmark (WCXB) by Murrough Foley, CC BY 4.0, ' +
    'github.com/Murrough-Foley/web-content-extraction-benchmark. Changed: only counts and weights derived from it are here.',
  switchCost: 0.5,
  threshold: 0.1,
  words: `
-3.5 cookies
-2.3 please
-2.2 sign
-2.1 blog news our terms
-1.9 email
-1.8 consent december reply share subscribe
-1.6 advice careers contact guides newsletter privacy read us
-1.5 college comment cookie discover get he resources site skip website
-1.4 articles guide her policy
-1.3 loading menu purposes search thank
-1.2 am events home login she stories
-1.1 about close comments community contents credit dec facebook health kids links log partners
-1.1 rights save shop twitter
-1 account ago agree content de dr explore his inbox info information jobs latest learn legal link
-1 llc magazine now reserved see solutions toggle
-0.9 admissions affiliate art article awards back browser care connect english garden government
-0.9 join love navigation newsletters patient podcast review science services shipping things topics
-0.9 view webinars
-0.8 accessibility advertise advertising all arts business calendar center copyright editor featured
-0.8 financing follow insights january map november nutrition opt previous reviews running sale
-0.8 submit top writer
-0.7 accept accessories advisor advisory amazing apply august blogs calculator canada cart cleaning
-0.7 commission demo director donate español estate faculty february field find gift how ideas
-0.7 instagram july london mission morning next october opinion opinions page phone photography pm
-0.7 posts press profiles reading receive registered series staff story team tips written youtube
-0.6 affiliates air appointment archive author beauty best book campus coffee culture edition
-0.6 education en executive healthcare holiday hub india law manage me medical member message name
-0.6 necessary new newsroom office operations pinterest podcasts president print products quote
-0.6 recipes related report research reviewed says school sitemap sports store stored students
-0.6 testimonials thanks therapy travel usd videos websites wellness went wrong
-0.5 any australia award board career categories category classes click collections company deals
-0.5 delivered department disclaimer disclosure download earn empower engineering enter faq finance
-0.5 glossary help image images intelligence international leadership left march master medicine
-0.5 meet notice org partner password politics portal prevention publications repair sciences sell
-0.5 september software source statement stay tech text visitors vs wanting welcome women
-0.4 act asset associate awesome bad been brands browse bugs cancel card clicking cloud collection
-0.4 communications compare construction consulting continue country cyber degrees destinations
-0.4 directory docs editorial entertainment expand experts family faqs financial footer founder free
-0.4 grade guidelines hire hiring icon independent integrations interest interviews item jan job
-0.4 kingdom know linkedin list living media membership opens parents partnerships pc personal
-0.4 philosophy photo places prep prior productivity promise published rd readers recipe register
-0.4 rent request ride rss senior society south spam sponsored stock studies study submission third
-0.4 touch training transformation updated viewing visit we winter world worldwide would writing
-0.3 accounting ad administration affordable aid alternatives anywhere authors become boost browsing
-0.3 buyers by carrying catalog checklist chicago christmas closed commercial completed connected
-0.3 consult contractors copied courses dark deal desk development diversity doctor dog editors
-0.3 effects emails employment equity ethics europe exclusive exercise expert explained exploring
-0.3 facilities families fashion fellow fitness form game getting grant grow guidance head hear hi
-0.3 hospitality hotels identity industrial insight intended interview investing investors italian
-0.3 knowledge la lake library listen logistics logo maintenance maps marketplace max meeting mexico
-0.3 military nov offices ok open papers partnership party passionate pdf plumbing post posted
-0.3 professionals program promotions react reader reddit refer remote reset restaurant retail saas
-0.3 season secret seems show simplify skin special specialist specializing student sub
-0.3 subscriptions sustainability table tags title today town transfer treatment trusted turn
-0.3 tutorials url ux views web week weekly whatsapp window wine
-0.2 ads adventure anyone aside auto baby banking bill cases central checking checkout china
-0.2 coaching concerns condition conditions consultation contained continuing developers document
-0.2 downloads entrepreneurs failed felt food funds gear general germany helpful helping history
-0.2 hope hr id idea industry investment iot issue kept launch licensed lifestyle liked loan los
-0.2 managed manufacturing marked marketers men middle mo navigate oct opting overview owners picks
-0.2 platform premium profits provided re relations release reports restaurants returns safety
-0.2 scratch security sites spain st stop stores subject submitting success trade trending try
-0.2 ultimate validation vice wants wealth wonderful years
0.2 able achieved adds advance agencies agent angle announced asked asking away backup beginning
0.2 begins below benchmarks benefit boot breakdown bringing broad calling century challenging cheap
0.2 client closely collaboration colors combines combining coming commerce compatible completion
0.2 conscious continues continuously convenience conversion costly covers customize cycles database
0.2 dates deadlines depth descriptions desktop despite develop dinner diverse eating emerging enable
0.2 encourages enhances equal establish estimates evaluate eventually ever everywhere evolve execute
0.2 extensive extract fabric failure featuring feedback feeds fill fine formats frame framework
0.2 fruit fundamental gaining gains generally glass goes grab guided hand highly household illinois
0.2 immersive implement importantly individual influence installed instantly instruction insurance
0.2 involves ios japan keys knows lacks latin leaves logs manually marketing maybe mean minimize
0.2 monday mood motivation named net night occur offerings old ones operate operates operating
0.2 optimized out pass paths percentage personalization personalize position practical pretty
0.2 prevents previously primarily prioritize problems produced produces projects properly quarter
0.2 raised recognized records reduction relatively responses right rising rule satisfaction scalable
0.2 scaling scenarios scope sensitive shape shaped shapes sharp shifts shopify shopping shops signs
0.2 similar situations skill sleek specialty spending standards starter stays steady streams stress
0.2 structures sunday supported survey tables tap targeted taxes tea technological technologies
0.2 technology tell tend tested therefore though thought thoughtful took track transactions
0.2 transparency trends upgrades upload upper valid vehicle versus vertical was wear wood workforce
0.2 working www yet
0.3 accessible active activities addresses adjustments algorithms align america amounts answer api
0.3 approaches appropriate apps architecture area array aspect aspects assess associated attend
0.3 audit authority automate automated automatic balanced band basically basis becomes benchmark
0.3 beverage beyond blocks booking brand bring busy came capture carbon cash check choice clearly
0.3 combination combine combined comes competitors complete completely concept connection
0.3 connections consistently consumers consumption contracts copy correct created creators
0.3 credibility curve customer customers delivers depends distance distinct doing dollar double
0.3 driver drivers driving dry ecosystem effectiveness efficient eight either electrical element
0.3 embracing enabling enhanced environment environments estimate estimated evolving excel exercises
0.3 expanded expect exploration extends extension extreme factors fees fewer filter firms fits flat
0.3 flight focusing follows found four frameworks functions furniture further great groups handles
0.3 hands happened highlight html immediate implementation importance impressive improvement
0.3 improves increases increasing index input integrating intent interactions interfaces involved
0.3 keeps lack largest late later layer learned lesson listening live loyalty maintains manual
0.3 manufacturer matters measures members mental mini missing mix mm mode momentum move movement
0.3 much naturally nearly niche notes objects ongoing operational optimize optimizing other outside
0.3 overhead ownership pack paid pair panels people permits picture place planner plays plenty plug
0.3 plus poor popularity practices precision prefer preparation pressure priced process providing
0.3 rates raw realistic reality recognition recording references regardless released reliable
0.3 remaining responsive risks root routine rules salt saw say scale scan screen script seamless
0.3 seeking sensors servers serving sessions settings shift showed showing signals sleep slower
0.3 smooth snacks specifically spent spread stage starts startup state static stream stuff
0.3 subscription supplies supply sure surface taking tax testing texas thing thinking threat tier
0.3 tiny told transparent uk ultra understand unexpected unnecessary useful user valuable values
0.3 vast vegetables versions walking wave weeks what whole worry wrote
0.4 adapt added adding additionally advancements advantage analysis apple applications at audio
0.4 automation aws balance better bluetooth bottom breath builds buying called calls campaigns cards
0.4 certification channel clothing coding color come commonly communication compatibility component
0.4 computing concepts concrete consistency continuous cool costs could count counter countries
0.4 cover cross cybersecurity damage decide default design designed designs detection determine
0.4 developing developments direct discounts domain due effort emotional employee encourage engaged
0.4 engagement engine enhancing entire equipment established event exact examples existing expected
0.4 expenses external fact factor faster feels first flavors footprint forget frequent fuel fully
0.4 generate generative generic gives guest half handling host hosted hotel identifying improved
0.4 improving inch increased infrastructure instructions integrates interaction interactive ip
0.4 keywords kitchen laptop led leveraging lights load longer maintain managing market massive
0.4 measurable meets meta method methodology microsoft minimal minimum monitor monitoring months
0.4 needed network notable packaging perfect performance piece planning play players port possible
0.4 predictive prepared presence prevent prices processes processing programming progress proper
0.4 quiet rank reach relevant reliability remain replacing requiring resistance response results
0.4 rise robust safe scheduling section served server setting shoes side six slightly slow
0.4 smartphone someone something specs stable stand style suited summary sustainable technical
0.4 techniques temperature template tests thoughts titles train typical unique unlike uses vendors
0.4 version way were why widely workflow workflows
0.5 according adjust adoption advanced allowing already begin beginners broader build builder cable
0.5 camera certified chair charges clients comfortable compared competitive complexity consultant
0.5 controls creates creation crucial customizable customization cut cutting define deliver
0.5 depending details dishes does done durable early easier edge efficiency electric enables exactly
0.5 expectations extra favorite feed feel fixed focuses fresh friendly generated graphics growth
0.5 handle homeowners identify implementing increase ingredients initial integrated items itself
0.5 keep lead least length leverage major match methods no noise offering only option organic
0.5 organizations packages packing panel part pattern patterns percent physical pieces pre private
0.5 pro problem prompt provide queries quickly ranking recommendation reduced reduces runs san
0.5 scalability separate significantly simple smaller speed speeds stands storage strategies
0.5 strengths suitable switch task term test timing tools toward trust types update vendor visual
0.5 volume water wireless words works
0.6 actual agents along attention automatically box challenges changes class clean clear code
0.6 comprehensive conference context control create creating critical date day deep display down
0.6 easily effective effectively elements end enhance enough execution expensive feature files
0.6 flexible focused founded functionality goal growing guests helps highlights hot hour however
0.6 https hybrid impact increasingly introduction issues known language larger latency layout levels
0.6 lightweight limit logic maintaining materials means mid might million models month natural non
0.6 ny offline optimization output particularly person plate power price produce project property
0.6 protein pull python query rather reducing regularly remains rich selection self shared sometimes
0.6 space specialized spend stability still structured teams those three throughout timeline type
0.6 understanding until ups value versatile wide york your
0.7 actions actually additional allow amazon annually another app audience blockchain budget built
0.7 choose choosing companies data detailed drop engines ensuring every fee file five going hardware
0.7 have higher included ins instead internal inventory keyword lean learning lower makes meal on
0.7 personalized plan plastic real reduce regular resolution revenue same seo short significant
0.7 starting states structure supports times together tracking traffic under up whether who you
0.8 after among building businesses cameras certificates configuration connectivity considerations
0.8 consistent device dimensions directly dynamic easy ensures excellent fast flexibility foods
0.8 format hours in integration interface large less level likely lot make min moderate multi native
0.8 offered one own phase pick production range sensor several skills standard them this time tool
0.8 trend typically usually via well within zero
0.9 advantages an approach around avoid be capabilities capacity compact complex core devices driven
0.9 ensure especially few from github goals here ideal income let limited lines location memory most
0.9 must of platforms rate requires run sizes small so social there through two usage use variety
0.9 will
1 consider employees etc for good google group has just local look low many meals offer provides
1 rated requirements single solid sound system systems take tasks they to traditional various weight
1.1 allows average conclusion cost even final hard including is it lets light making needs once
1.1 overall potential recommendations rental rest said setup the total
1.2 across are between billion but different features fit following important long machine moving
1.2 need plant require set then users where yes yourself
1.3 as battery because both during model optional over quality strong tip waste while with
1.4 also common full multiple offers should size specific step using which without
1.5 and basic before focus includes into key often options some such these
1.6 based high if per than when
1.7 available cons each example its like pros that their
1.8 pages
1.9 include or
2.1 can
`,
  shape: `
bias\t-1.66
words\t0.1 0.11 -0.1 -0.11 -0.03 0.05 -0.01 -0.03 -0.05 -0.02 -0.06 0.01 0.14 0.1 0.13 0.01
letters a word, to the file\t-0.55 -0.03 -0.09 0.01 0.07 0 0.03 0.06 0.13 -0.03
capitals, to the file\t0 -0.44 0.15 0.33 0.13 -0.02 -0.07 -0.25 -0.31 -0.07
upper-case share\t0.17 0.38 0.22 0.03 -0.19 -0.1 0.03 0.01 -0.2
digits\t-0.02 0 0.1 0.12 0.15 0.26 -0.03 0.02
stop words, to the file\t-0.3 0 -0.02 0.01 0.04 0.15 0.17 0.11 0.24 0.12
stop words\t-0.31 0.05 -0.02 -0.03 -0.08 0.15 0.24 0.22 0.45
last sign\t0.05 0 -0.04 -0.02 -0.48 -0.57 0.28 -0.16 0.65 0.04 0.05 -0.04 0.06 0.31 0
first sign\t0.26 0.16 0.13 -0.03 -0.05 0.07 0.54 0.55 0.85 0.27 -0.08 -0.37 0.7 0.23 0
commas\t-0.08 0.19 0.31 0.39 0.53
colons\t-0.01 0.11 -0.41 -0.67
sentences inside\t0.01 -0.03 -0.05 -0.14 -0.38
quotes\t0 -0.03 0.06 0.1 -0.21
separators\t0.03 -0.31 -0.41 -0.79 -1.28
share of signs\t0.01 -0.16 -0.22 -0.14 0 0.08 -0.27 -0.28 -0.04
numbers\t0 0.04 0.03 -0.17 -0.2 -0.37
times in the file\t0.22 -0.46 -0.48 -0.26 -0.26
words and runs of words in earlier lines\t0.08 -0.02 0 0 0 0 -0.24 0 0.01 0.19 0 -0.23 0.01 -0.16 0.16 0 -0.15 0 -0.07 0.2 0 -0.17 0.02 0.03 0.22 0 -0.01 0.18 0.14 -0.33 0 0.26 0.34 0.01 -0.72 0 0.56 0.73 -0.29 -1.02
words and runs of words in later lines\t0.05 -0.06 0 0 -0.03 0 -0.14 0 -0.03 0.03 0 -0.02 -0.03 -0.13 -0.18 0 0.16 -0.18 0.05 -0.19 0 0.23 0.1 -0.02 -0.35 0 0.3 0.02 -0.1 -0.39 0 0.17 0.07 -0.06 -0.41 0 -0.02 0.31 -0.27 -0.18
kind\t0.23 -0.13 0.71
lexicon\t0.13 -1.49 -1.3 -1.4 -1.74 -1.53 -1.55 -1.5 -1.76
words of the lexicon\t0.08 0.29 0.1 0.03 0.05 -0.01 -0.17 -0.07 -0.09 -0.09 -0.19 -0.28
count of words of the lexicon\t0.08 0.03 -0.08 -0.09 -0.21 -0.24
words and last sign\t0.04 -0.01 0.02 -0.02 -0.03 0.03 -0.09 0.05 -0.07 -0.15 -0.38 -0.02 -0.06 -0.07 0.02 -0.37 0 0.02 -0.01 0.04 -0.03 0 0.02 0.03 0.1 0.09 0.14 0.08 0.02 -0.05 -0.02 -0.03 0 0.12 -0.2 -0.2 -0.02 0.03 -0.03 -0.13 -0.15 0.02 0.12 -0.14 0.19 0.15 0.14 0.32
words and stop words\t0.09 -0.02 0 0 0 0.02 -0.02 -0.08 0.03 0.03 0.02 0.05 0.07 0.12 0.02 -0.1 -0.33 0.07 0.09 0 -0.06 -0.04 -0.01 0.08 -0.36 0.27 -0.03 0.03 0.08 0.18 -0.2 -0.08 0.23 0.05 0.06 -0.01 -0.24 -0.1 0.1 0.14 0.05 0.02 0.24 -0.01 -0.41 -0.01 0.31 -0.08
words and capitals\t0.02 0 0 0 0 0 -0.19 -0.42 -0.04 0.1 0.32 0.06 -0.34 -0.18 0.09 0 0.11 -0.03 -0.17 0.11 0.01 0.04 -0.09 -0.06 0.26 0.09 0.06 0 -0.27 -0.18 0.01 0.24 0.05 -0.3 -0.09 -0.08 0.07 0.12 -0.2 -0.08 -0.13 -0.01 0.26 0.07 -0.18 -0.19 -0.04 -0.07
words and words of the lexicon\t0.07 0 0 0.03 -0.05 0 0.02 0.04 0.06 0 -0.05 -0.18 -0.08 0.02 0.08 0.04 0.26 -0.08 0.07 -0.07 0.23 0.13 -0.02 -0.27 0.29 0.01 -0.03 -0.29 -0.2 0.13 -0.06 0.18
blank lines around\t0.06 -0.12 0.19 -0.16 -0.14 0.57 0.2 0.66 0.09
lines without a blank line\t-0.14 0.03 -0.7 -0.26 0.02 -0.2 -0.39 -0.53 0.1
words a line without a blank line\t0.02 -0.09 -0.36 0.03 0 0.23 -0.03 -0.35 0.02 0.22
words and stop at -3\t0.07 0.22 -0.02 -0.07 -0.04 0.12 0.03 0.2 -0.04 -0.04 0.08 0.02 0.11 0.02 -0.13 0.05 0.03
words and stop at -2\t0.15 0.33 -0.01 0.19 -0.09 0.18 0.02 0.19 0.07 -0.06 0.14 0 0.13 0 -0.1 0.05 0.04
words and stop at -1\t0.21 0.25 -0.04 0.07 -0.08 0.07 -0.08 0.25 -0.07 -0.06 0.13 0.13 0.31 0.11 0.04 0.21 0.13
words and stop at +1\t0.22 0.32 -0.04 -0.07 -0.11 0.29 -0.2 0.39 -0.15 0.08 -0.02 0.3 0.03 0.12 -0.21 0.43 0.18
words and stop at +2\t0.04 0.52 -0.05 0.01 -0.02 0.27 0.01 0.13 -0.01 0.16 0.06 0.12 -0.01 -0.02 -0.22 0.12 0.08
words and stop at +3\t0.15 0.26 -0.05 -0.19 -0.02 0.2 0.02 0.3 -0.05 0.1 0.04 0.09 -0.02 0.06 -0.1 0.08 0.06
stop words at -3\t-0.16 0.07 -0.11 -0.01 -0.05 -0.03 0.02 -0.01 0.05 -0.14 -0.03
stop words at -2\t-0.15 0.06 -0.06 -0.03 -0.05 -0.01 0.04 -0.02 0.03 -0.03 -0.04
stop words at -1\t-0.21 0.07 0.01 -0.11 -0.11 -0.03 0.01 0 0.12 0.13 0.04
stop words at +1\t-0.16 0.03 0.08 -0.06 -0.1 0 0.05 0.1 0.1 0.02 0.12
stop words at +2\t-0.09 0.06 0.03 -0.1 -0.15 0 -0.04 -0.06 -0.01 0.05 0
stop words at +3\t-0.12 0.06 0.02 -0.05 -0.06 -0.01 -0.03 -0.02 -0.02 0.01 0
lexicon at -3\t0 0.11 0.08 -0.3 -0.21 -0.06 -0.14 -0.17 -0.23 -0.08
lexicon at -2\t-0.02 0.12 0.36 0.13 0.02 0.4 0.08 0.2 0.18 0.16
lexicon at -1\t0 0.15 0.09 -0.05 -0.33 0.01 -0.15 -0.22 0.22 0.03
lexicon at +1\t0.01 -0.18 0.06 -0.45 0.59 -0.3 -0.07 -0.43 0.21 0.06
lexicon at +2\t0.01 -0.26 -0.03 -0.38 0.26 -0.33 0.03 -0.26 0.26 -0.05
lexicon at +3\t0.04 -0.68 0.16 -0.58 -0.26 -0.6 -0.2 -0.46 0.08 -0.25
words here and next\t-0.01 0.02 0.05 0.04 0.04 0.02 0.01 0.03 0.02 0.01 0.02 -0.1 -0.22 -0.06 0.1 0.23 0.15 -0.01 0.03 0.02 -0.1 -0.02 -0.14 -0.06 0.09 0.11 0 0.18 0.09 0.02 -0.01 -0.01 -0.13 -0.19 0.14 0.04 0.07 0.08 0.14 0.18 -0.02 0.14 -0.48 0.08 0.05 0.09 -0.2 -0.1 0.13 0.15 0.25 -0.01 -0.28 0.1 0.01 -0.18 0.03 -0.17 -0.16 0.13 0.4 -0.04 0.02 0.08 -0.06 0.16 0.17 0.04 -0.25 0.04 -0.06 0.01
words here and before\t-0.06 -0.03 0.02 0.02 0.01 0.01 0 0 0 -0.02 0.08 0.01 0.11 0.03 -0.17 -0.09 -0.1 0 0 0.04 -0.16 -0.03 -0.04 -0.11 0 -0.02 -0.02 0.07 -0.16 -0.19 -0.12 0.06 0.19 -0.1 0.06 0.06 0.12 -0.15 -0.25 0.04 -0.03 0.17 -0.08 0.02 0.14 0.03 -0.11 -0.07 -0.03 0.12 0.12 0.15 -0.16 -0.2 0.02 0.03 0.08 -0.12 -0.57 -0.04 0.33 0.09 -0.02 -0.04 0.01 0.24 -0.01 -0.02 -0.21 -0.11 0.03 -0.02
lines since a sentence\t0.05 -0.03 -0.07 -0.08 0.1 0.12 -0.02 0.06 0.08 0.09 0.05 -0.05
lines to a sentence\t0.06 -0.04 -0.04 0.01 0.02 0.17 0.14 0.1 -0.03 0.08 0.04 -0.14
between sentences\t0 0.04 -0.01 0.01 0.09 0.02 0.5 0.18 -0.2 0.16 0.19 0.08 -0.02 0.17 0.08 0.17 0.05 0.09 0.23 0.18 0.01 0.08 0.27 0.01 0.09 0.17 0.16 -0.14 -0.17 0.12 0.1 0.21 -0.01 0.54 -0.19 0.01 -0.07 0.09 0.11 0.24 0.46 0.03 0.47 0.24 0.15 0.21 0.06 -1 0.37
short lines in a row\t-0.11 0.18 -0.13 0.03 -0.03 0.02 0.29 0.08 0.02 -0.12 -0.25 0.47
density before within 2\t-0.05 0.09 0.13 0.12 0.17 0.12 0.14 0.16 0.03 -0.09 0.1 0.15
density before within 5\t-0.02 0.05 0.07 0.06 0.04 0.03 0 -0.03 0.02 0.02 0.03 0.05
density before within 12\t-0.06 -0.01 0 -0.08 -0.23 -0.09 0 -0.02 0.02 0.01 0.04 0.22
density before within 30\t-0.05 -0.04 0.04 -0.14 -0.13 -0.18 -0.1 -0.05 -0.05 0.09 0.16 0.12
density after within 2\t-0.06 0.07 0.11 0.1 0.13 0.11 -0.01 0.21 0.02 -0.05 0.05 0.2
density after within 5\t-0.02 0.04 0.06 0.05 0.03 0.05 0.02 -0.01 -0.06 -0.03 0.02 0.07
density after within 12\t0.01 0.03 0.03 0.02 -0.02 0.02 0.03 0.03 -0.08 0.02 -0.08 0.05
density after within 30\t-0.1 -0.03 0.25 0.12 0.03 -0.05 -0.07 0 -0.06 -0.04 0.12 0.17
text before within 2\t-0.06 0.04 -0.05 0.09 0.13 0.2 0.16 0.03 0.13 0
text before within 5\t-0.03 0.02 -0.05 -0.11 -0.05 0.11 0.1 0.03 0.09 0.07
text before within 12\t-0.04 -0.01 -0.13 -0.13 0 -0.02 0.06 0.08 0.15 -0.02
text before within 30\t-0.01 0.02 -0.02 -0.01 -0.07 0.15 0.11 0.08 -0.07 -0.23
text after within 2\t-0.06 0.05 0.02 0.08 0.21 0.14 0.04 0.01 0.08 0
text after within 5\t-0.02 0.03 0.02 -0.05 0.02 0.05 0.04 0.01 -0.04 0.05
text after within 12\t-0.02 -0.03 -0.13 -0.17 0.01 0.03 0.05 0.07 0.03 -0.19
text after within 30\t-0.12 -0.04 -0.07 -0.17 -0.18 -0.1 0.08 0.26 0.11 -0.09
lexicon lines within 2\t0.14 -0.31 -0.42 -0.41 -0.3 -0.57 -0.59 -0.59 -0.89 -0.55 -0.6 -0.52
lexicon lines within 5\t0.08 -0.04 -0.04 -0.22 -0.32 -0.16 -0.31 -0.26 -0.24 -0.2 -0.18 -0.16
lexicon lines within 12\t0.11 0.01 -0.08 -0.25 -0.2 -0.08 -0.23 -0.31 -0.19 -0.11 -0.1 -0.09
lexicon lines within 30\t0.07 0.15 0.07 -0.09 -0.41 -0.3 -0.15 -0.15 -0.08 -0.05 -0.05 0
words of the lexicon within 2\t-0.04 0.15 0.05 -0.04 0.06 0.07 -0.1 -0.11 0.04 0.04 0.07 -0.02
words of the lexicon within 5\t-0.09 -0.06 -0.03 -0.01 0.07 0.06 -0.1 -0.08 0.04 0.16 0.09 0.01
words of the lexicon within 12\t-0.09 0.07 0.02 0.04 0.06 -0.01 -0.11 -0.06 0.12 0.15 0.02 0.05
words of the lexicon within 30\t-0.24 0.23 -0.1 -0.2 0.19 0.1 -0.17 0.01 0.08 0.18 0.07 0.06
repeated lines within 2\t0.2 0.07 0.04 0.07 0.2 -0.05 0.08 0 -0.07 -0.03 -0.01 -0.64
repeated lines within 5\t0.22 0.11 0.23 0.07 0.04 -0.04 -0.15 -0.23 -0.14 -0.04 -0.03 -0.38
repeated lines within 12\t0.28 0.14 0.06 0.03 0.03 -0.02 -0.01 -0.11 -0.27 -0.14 0.12 -0.32
repeated lines within 30\t0.06 0.06 0.03 0.1 0.02 -0.01 0.02 -0.09 -0.02 0.35 0.14 -0.43
short lines with figures within 2\t0.01 0.04 0.07 0.03 -0.03 -0.02 -0.08 0.01 -0.01 0.09 0.1 0.21
short lines with figures within 5\t0.01 0.09 -0.02 -0.1 -0.07 -0.01 0.13 0.17 0.26 0.32 0.22 0.35
short lines with figures within 12\t0.01 -0.01 0.01 -0.04 -0.07 -0.05 0.07 0.13 0.36 0.41 0.23 0.57
short lines with figures within 30\t-0.07 0 0.06 -0.06 0.04 -0.01 0.3 0 0.64 0.63 0.56 0.67
lines like titles within 2\t-0.07 0.08 0.12 0.09 -0.02 0.19 0.09 0.05 0.13 0.1 0.15 0.1
lines like titles within 5\t-0.08 -0.01 0.01 0.02 0.04 0 0.04 -0.01 0.1 0.08 0.08 -0.09
lines like titles within 12\t-0.21 -0.28 -0.09 0.04 0.06 0 0.14 0.15 0.27 0.29 0.22 -0.11
lines like titles within 30\t-0.66 -0.47 -0.08 0.08 0.1 0.08 -0.02 0.11 0.33 0.35 0.17 -0.23
lines of its shape within 2\t-0.02 0.13 0.05 -0.14 0.05 0.1 0.11 0
lines of its shape within 5\t0.12 -0.08 0 0.11 -0.09 -0.26 -0.02 0
lines of its shape within 12\t0.08 0.09 0.09 0.1 0 -0.01 -0.3 0
lines of its shape within 30\t-0.1 -0.1 -0.02 -0.09 0 0.14 0.09 -0.05
lines to the title\t-0.73 -0.83 -0.83 -0.82 -0.68 -0.61 -0.63 -0.57 -0.33 0.5 -0.1 -0.17 -0.01 0.29 0.39 0.37 0.19 0.29 0.2
words and lines to the title\t0.04 0.04 0.05 0.1 0.07 -0.61 -0.17 -0.07 0.28 0.76 -0.66 -0.05 -0.26 0.21 0.78 -0.54 -0.03 0.12 0.12 0.54 -0.6 -0.05 0.57 -0.08 0.5 -0.44 -0.19 0.21 0 0.62 -0.35 -0.15 0.23 0 0.4 0.01 0.07 0.43 -0.67 0.38
place to the densest part\t0.01 -0.4 -0.41 -0.41 -0.11 -0.41 -0.48 -0.49 -0.4 0.31 -0.02 -0.24 -0.27 -0.24 -0.34 -0.61 -0.54 -0.44 -0.31
words and place to the densest part\t-0.09 -0.11 0.03 -0.06 -0.05 -0.07 -0.42 0.05 -0.1 0.15 -0.3 -0.32 0.24 0.01 -0.2 0 -0.26 -0.12 0.08 -0.07 0.24 -0.03 -0.12 -0.05 -0.3 -0.12 -0.04 0.06 -0.07 -0.21 -0.08 -0.04 0.23 -0.1 -0.46 -0.14 -0.05 0.04 -0.07 -0.17
place to the wide densest part\t-0.58 -0.58 -0.52 -0.33 0.1 -0.22 -0.31 -0.26 -0.16 0.14 -0.06 -0.17 -0.2 -0.23 -0.21 -0.27 -0.15 0 0.11
share of text before\t-0.29 -0.29 0.23 1.02 0.78 0.47 -0.33 -0.81 -0.96 -0.63
place in the file\t-0.55 -0.53 -0.02 0 0.25 0.23 0.16 0.02 -0.2 -0.33 -0.64 -0.8
lines from the start\t0.13 0.15 0.09 0.14 0.06 0.16 0.28 0.31 0.06 -0.18 -0.02 0
lines to the end\t-0.14 -0.12 -0.19 -0.18 -0.36 -0.4 -0.39 -0.34 -0.19 -0.06 0.08 0.04
words of the body\t0.09 -0.42 -0.26 -0.23 -0.15 0.1 0.33 0.3
words and words of the body\t0.04 0 0 0 0 0.3 -0.08 0 -0.33 0.04 -0.17 -0.12 -0.03 -0.05 0.11 0.01 -0.35 0.2 -0.03 0.12 0.01 -0.22 -0.2 0.21 0.26 0 0.19 0.04 -0.13 -0.16 0 -0.14 0.04 -0.03 -0.02 0 0.05 -0.57 0.2 0.26
lines since a comment form\t0.07 -0.26 -0.47 -0.59 -0.63 -0.69 -0.41 -0.26
lines since other articles\t0.14 -0.53 -0.57 -0.5 -0.63 -0.66 -0.54 -0.51 -0.26
lines since words of comments\t-0.08 -0.13 -0.16 -0.23 -0.2 -0.17 -0.1 -0.03 0.01
lines to words of comments\t-0.13 -0.42 -0.33 -0.27 -0.14 -0.02 0.17 0.1 0
lines since page furniture\t-0.23 -0.5 -0.44 -0.26 -0.31 -0.26 -0.25 0.07 0.31
lines to page furniture\t-0.11 -0.38 0.06 0.09 -0.17 -0.24 -0.16 0.05 0.15
share of text in the file\t0.46 0.21 0.24 1.06 0.74 0.73 0.75 -0.04 -0.02 -0.32 -0.47 0.01
words and share of text\t0.03 0 0.09 0.04 0.04 0.04 -0.27 0.06 0.26 0.09 -0.05 0.06 -0.11 0.13 0.19 -0.14 -0.13 0.02 0.11 0.14 0.03 -0.05 -0.12 0.05 0.57 -0.06 -0.17 -0.18 0.06 0.05 0.5 0.34 -0.28 -0.29 -0.15 0.04 0.21 0.21 0.01 -0.04 -0.35 0.04 0.02 0.21 0.19 -0.08 -0.28 0.09
share of lexicon lines in the file\t0.93 0.82 0.01 -0.42 -0.14 -0.25 -0.31 -0.05
lines of the file\t0.31 0.62 0.38 0.03 0.06 0.15 0.08 -0.08 -0.09
words and lines of the file\t-0.12 -0.12 -0.15 -0.09 -0.07 -0.09 -0.08 -0.67 -0.18 0.37 -0.09 -0.09 -0.5 -0.28 0.13 0.02 -0.11 -0.4 -0.23 0.09 0.13 0.04 -0.32 -0.27 -0.1 0.03 -0.28 -0.03 -0.2 -0.15 0.1 -0.2 0.36 -0.42 -0.54 -0.08 -0.37 0.54 -0.14 -0.6
`,
  context: `
bias\t-1.36
own\t-0.42 -0.11 0.01 -0.12 -0.03 0.07 -0.01 0.01 -0.01 0.07 0.06 0.11 0.11 0.18 0.43 0.19 0.49 0.48
own and words\t-0.09 0.19 -0.35 -0.19 -0.17 -0.34 -0.33 -0.19 -0.11 0.27 -0.05 -0.1 -0.35 -0.29 -0.21 -0.29 -0.1 0.11 0.02 -0.06 -0.14 -0.15 -0.3 -0.37 -0.11 -0.08 0.05 -0.07 0.01 -0.1 -0.3 -0.18 -0.11 -0.26 -0.09 -0.02 0.02 0.04 -0.18 -0.13 -0.13 -0.44 -0.21 -0.08 0.03 0.15 0.21 0.02 -0.09 -0.31 -0.18 -0.15 -0.08 -0.02 0.34 0.44
words\t-0.01 0.08 -0.01 -0.06 0.01 0.09 -0.09 -0.04 -0.1 -0.08 -0.14 -0.08 0.04 0.09 0.18 0.02
last sign\t0.1 0 -0.1 -0.04 -0.19 -0.22 0.29 -0.13 0.57 0.08 0.1 -0.24 0.08 0.68 0
lexicon\t0.08 -0.96 -0.71 -0.8 -1.07 -0.87 -0.88 -0.96 -1.13
lexicon and neighbours\t0 0 0.06 0.06 -0.34 -0.18 -0.23 -0.18 -0.18 -0.18 -0.19 -0.13 -0.24 -0.19 -0.18 -0.17 -0.32 -0.21 -0.27 -0.24 -0.31 -0.2 -0.19 -0.14 -0.19 -0.17 -0.29 -0.19 -0.29 -0.2 -0.21 -0.24 -0.18 -0.26 -0.28 -0.38
at -4\t0 0.04 0.04 0.04 0.06 0.02 0 0.01 -0.17
at -3\t0.06 0.13 0.04 0.01 0.01 -0.06 -0.05 -0.07 -0.25
at -2\t-0.11 -0.03 0.05 0.07 0.15 0.15 0.15 0.1 -0.09
at -1\t-0.04 -0.06 0.04 -0.01 0 -0.03 0.06 0.09 -0.01
at 1\t-0.07 -0.08 0.01 0.01 0.05 0.03 0.07 0.13 0.02
at 2\t0.02 -0.02 -0.02 0 0.03 0 0.04 0.03 -0.14
at 3\t0.05 0.01 -0.03 -0.01 0.04 -0.01 0.03 -0.02 -0.17
at 4\t0.05 0.02 -0.01 -0.03 0 -0.05 0.02 -0.01 -0.17
before and next\t-0.05 0.2 0.02 0.04 0.15 0.07 0.12 -0.09 0.04 0.03 0.03 0.08 -0.07 -0.04 -0.04 -0.03 0.1 0.01 0.01 0.18 0.02 0.15 -0.12 0.03 0.08 0.04 0.1 0.05 0.08 -0.05 -0.07 0.04 0.09 0.13 0.15 0.23 0.04 -0.03 -0.03 -0.01 0.06 0.05 0.21 0.15 0.04 0.08 0.09 0 -0.02
own and before\t-0.31 0.15 0.25 0.11 0.16 0.14 0.18 -0.2 0.08 0.27 0.24 0.3 0.16 0.15 0.21 0.01 0.14 0.28 0.23 0.17 0.11 0.48 -0.07 0.1 0.2 0.24 0.26 0.14 0.51 0.03 0.06 0.07 0.2 0.26 0.27 0.56 0.48 0.18 0.08 0 0.1 0.31 0.32 0.3 0.25 0.35 0.24 0.21 0.41
own and next\t-0.28 0.09 0.12 0.09 0.05 0.04 0.1 -0.11 0.04 0.16 0.17 0.19 0.04 0.03 0.14 0 0.15 0.15 0.21 0.11 -0.08 0.26 0.09 0.13 0.13 0.13 0.27 -0.13 0.28 0.07 0.01 0.05 0.1 0.24 0.18 0.44 0.22 -0.11 -0.01 0.07 0.21 0.41 0.29 0.27 0.19 0.21 0.23 0.08 0.34
share of words kept before 2\t-0.08 -0.01 0.02 -0.05 0.02 0.02 0.03 0.09 0.08 0.1 0.07 0.03
share of words kept before 5\t0.05 -0.14 -0.07 -0.06 -0.11 -0.12 -0.11 -0.06 -0.01 0.04 0.04 0.1
share of words kept before 12\t0.11 -0.11 -0.14 -0.13 -0.24 -0.19 -0.11 0.05 0.08 0.04 0.01 -0.05
share of words kept before 30\t0.28 -0.1 -0.28 -0.32 -0.39 -0.27 -0.17 -0.09 0.09 0.06 -0.01 -0.05
share of words kept after 2\t-0.08 0.02 -0.02 -0.01 -0.05 0 0 0.03 0.02 0.12 0.17 0.07
share of words kept after 5\t0.08 -0.04 -0.06 -0.02 -0.05 -0.06 -0.06 -0.05 -0.05 -0.07 -0.07 0.05
share of words kept after 12\t0 -0.22 -0.18 -0.19 -0.15 -0.02 0.06 0.06 0.07 0.12 0.1 0.1
share of words kept after 30\t-0.08 -0.25 -0.2 -0.12 -0.12 -0.16 -0.06 0.19 0.13 0.06 0.17 0.27
share of lines kept within 2\t-0.25 -0.03 0.04 0.16 0.13 0.04 0.06 0.09 0.14 0.13 0.21 0.28
share of lines kept within 5\t-0.19 -0.01 0.05 0.13 0.16 0.06 0.01 -0.06 0 0.18 0.24 0.25
share of lines kept within 12\t-0.23 -0.11 0.13 0.31 0.28 0.08 -0.03 -0.09 -0.06 0.09 0.21 0.38
share of lines kept within 30\t0.05 -0.01 0.07 0 -0.2 -0.28 -0.11 -0.08 0.17 0.26 0.35 0.34
lines since a sure one\t-0.14 -0.17 -0.2 -0.25 -0.19 -0.2 -0.23 -0.23 -0.2 -0.03 0.05 0.25
lines to a sure one\t0.04 0.02 0.04 0.07 0.01 0.11 0.07 0.02 0.03 0.14 0.07 -0.07
between sure ones\t-0.02 0.02 -0.11 -0.03 0.01 -0.03 0.02 0.06 -0.01 -0.03 -0.03 0.07 -0.05 -0.07 -0.06 -0.02 0.03 0.04 0 0.12 -0.18 0.05 0.02 -0.03 -0.02 -0.07 -0.02 -0.26 -0.12 -0.06 0.07 -0.04 0.07 0.01 -0.23 0.01 0.03 0.06 -0.01 -0.09 0.12 0.04 -0.05 0.01 0.01 0.04 -0.09 0.02 0.35
words and between sure ones\t0 0 0 0 0 0 -0.01 0 0 -0.01 -0.05 0.03 -0.05 -0.07 -0.05 -0.01 0.36 -0.17 -0.06 -0.03 0.06 0.03 0.01 -0.18 0.07 0.1 0.28 0.31 -0.07 -0.29 -0.23 -0.19 0.23 -0.1 -0.16 0 0.02 -0.1 0.1 -0.07 0.05 0.08 0.15 0.14 -0.1 -0.18 -0.19 -0.17 0.15 0.03 0 0.01 -0.09 -0.09 0.03 -0.04 -0.06 0.07 0.1 0.12 -0.17 -0.14 -0.11 0.04 -0.12 -0.02 -0.02 0.05 0 -0.09 0.1 0.12 0.04 0.11 0.05 -0.09 -0.41 -0.04 0.17 -0.01 -0.25 -0.03 0.11 0.22 0 -0.02 -0.04 0.2 -0.06 -0.1 -0.03 -0.13 -0.13 -0.17 0.06 0.18 -0.27 -0.01 0.04 0.05 0.04 -0.02 0 -0.23 -0.08 0.06 -0.11 -0.47 0.26 0.38 -0.01 0.12 -0.2 0.15 -0.02 -0.34 -0.1 0.18 -0.09 -0.11 -0.07 -0.27 -0.48 -0.44 0.54 0.46 0.27 0.32
share of kept words before\t-0.39 0.1 0.2 0.5 0.44 0.2 0.04 0.06 -0.08 -0.6
kept words left\t0.18 0.38 0.38 0.22 0.01 0.02 -0.16
place to the kept part\t0.01 -0.25 -0.29 -0.18 -0.13 -0.37 -0.3 -0.27 -0.12 0.29 0 -0.04 -0.11 -0.21 -0.25 -0.36 -0.35 -0.35 -0.29
own and place to the kept part\t-0.68 -0.28 -0.17 -0.11 0.14 -0.22 -0.39 -0.13 -0.01 -0.01 -0.12 -0.15 -0.17 0.04 -0.21 0.14 0.02 -0.06 -0.1 -0.42 0.22 -0.11 0.12 -0.15 -0.44 0.01 -0.04 0.28 -0.05 -0.28 -0.08 0 0.63 -0.08 -0.07
place to the wide kept part\t-0.35 -0.63 -0.6 -0.35 -0.08 -0.4 -0.39 -0.34 -0.14 0.45 0.1 -0.14 -0.22 -0.41 -0.57 -0.56 -0.52 -0.53 -0.53
words of the kept\t0.04 -0.21 -0.22 -0.09 -0.05 0.08 0.26 0.12
words and words of the kept\t-0.04 0.05 0 0 0.04 0.49 -0.22 0.04 -0.16 0.2 -0.12 -0.1 -0.01 -0.01 0.29 0.04 -0.22 0.17 0.06 0.15 0.06 -0.17 -0.06 0.21 0.16 0.05 0.17 0.02 -0.01 -0.06 0.04 0.09 0.05 0.01 -0.09 0 0.28 -0.28 0.07 0.05
share of kept lines in the file\t0.18 0.16 0.13 0.24 0.02 -0.22 0.01 -0.11 0.15 0.06 0.4 0.47
share of kept words in the file\t0.13 0.11 0.04 0.04 0.26 -0.02 0 -0.12 0.1 -0.06 0.24 0.55
own and share of kept lines\t-0.34 0.13 -0.16 0.11 -0.49 0.07 0.32 0.17 -0.16 0.08 0.26 0.06 0.01 0.1 0.13 0.19 0.15 0.1 0.08 0.16 0.35 0.14 -0.05 0.34 0.68 0.26 -0.2 0.43
kind\t0.27 -0.15 0.63
no full stop before kept text\t-0.01 -0.07 0.02 0.1 0.21 0.04 -0.08 0.12 0.13 -0.11 -0.09 -0.01 -0.04 -0.03 -0.04 -0.17 -0.27 -0.24 -0.29 -0.18 -0.21 -0.09 -0.15 -0.03 -0.04 0.03 0.14 0.14
words next to a sure one\t0 0.12 0.02 -0.08 -0.22 -0.08 0.03 0.04
wording\t-0.13 -0.25 -0.34 -0.3 -0.24 -0.15 -0.03 -0.14 -0.12 -0.05 0.02 0.14 0.48
wording and words\t0 0 0 -0.08 0 0 -0.19 -0.1 -0.15 -0.07 0.32 0.36 -0.14 -0.13 0 -0.03 0.04 0.13 -0.02 -0.13 0.02 0.03 -0.02 0.13 -0.01 -0.06 -0.09 0.19 0 -0.01 -0.03 0 -0.06 0.05 0.03 0 -0.02 -0.02 -0.1 0.18 -0.13 0.01 -0.01 -0.03 -0.04 0.23 -0.18 0.01
own and wording\t-0.08 -0.16 0.11 -0.53 0.03 0.24 0 -0.06 0.01 -0.23 0.2 0.02 0 0.02 -0.06 0.02 0.06 0.05 0 0 -0.1 0.12 0.14 0.14 -0.01 -0.08 -0.03 0.33 0.02 0.11 -0.03 0.13 0 0.46 -0.06 0.14 0.05 0.02 0.01 0.66 0.02 0.27
wording at -3\t-0.03 -0.05 -0.05 -0.1 0.03 -0.1 -0.03 0.04 0 0.07 0.09 0.03 0.09
wording at -2\t-0.07 -0.12 -0.14 -0.12 -0.28 -0.17 0.02 -0.01 0.03 0.03 0.08 0.07 0.07
wording at -1\t0.03 0.03 0.01 -0.01 -0.13 -0.22 -0.05 -0.03 -0.02 0.09 0.17 0.15 0.16
wording at 1\t-0.1 -0.25 -0.23 -0.02 -0.02 -0.14 -0.07 -0.01 0.08 0 0.1 0.16 0.3
wording at 2\t-0.08 -0.13 -0.07 0.03 -0.1 -0.13 0.01 -0.02 0.08 0.02 0.06 -0.01 0
wording at 3\t-0.08 -0.19 -0.08 -0.09 -0.05 -0.08 0.02 0 0.06 0.01 0.04 0 -0.03
mean wording of 3 before\t-0.05 -0.09 -0.16 -0.18 -0.2 -0.03 0.08 -0.03 0.03 -0.02 -0.06 -0.04 -0.08
mean wording of 8 before\t0.03 0.01 -0.03 -0.07 -0.06 -0.04 -0.02 -0.04 0.11 0.08 0.08 0.03 0
mean wording of 20 before\t0.02 0.02 0.01 0.01 -0.05 -0.03 0.04 -0.03 0.16 0.13 -0.11 -0.08 -0.15
mean wording of 3 after\t-0.01 -0.03 -0.1 -0.22 -0.13 -0.06 -0.02 -0.11 0.03 0 0.1 0.11 0.16
mean wording of 8 after\t0.04 0.02 0.01 0.01 -0.02 -0.07 -0.03 -0.03 0.13 0.15 0.02 -0.02 0.01
mean wording of 20 after\t0.03 0.02 0.02 -0.03 -0.09 -0.15 -0.01 -0.08 0.22 0.22 0.08 -0.03 -0.07
lowest wording since a sure one\t-0.69 -0.65 -0.53 0.04 0.46 0.53 0.27 0.08 0 -0.01 -0.02 -0.02 0
`,
};
