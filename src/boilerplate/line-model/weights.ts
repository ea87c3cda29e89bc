import type { ModelText } from './model-text.ts';

/** Written by `npm run train`; do not edit. */
export const weights: ModelText = {
  version: '3',
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
-0.3 military mo nov offices ok open papers partnership party passionate pdf plumbing post posted
-0.3 professionals program promotions react reader reddit refer remote reset restaurant retail saas
-0.3 season secret seems show simplify skin special specialist specializing student sub
-0.3 subscriptions sustainability table tags title today town transfer treatment trusted turn
-0.3 tutorials url ux views web week weekly whatsapp window wine
-0.2 ads adventure anyone aside auto baby banking bill cases central checking checkout china
-0.2 coaching concerns condition conditions consultation contained continuing developers document
-0.2 downloads entrepreneurs failed felt food funds gear general germany helpful helping history
-0.2 hope hr id idea industry investment iot issue kept launch licensed lifestyle liked loan los
-0.2 managed manufacturing marked marketers men middle navigate oct opting overview owners picks
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
0.3 smooth snacks specifically spent spread stage startup state static stream stuff subscription
0.3 supplies supply sure surface taking tax testing texas thing thinking threat tier tiny told
0.3 transparent uk ultra understand unexpected unnecessary useful user valuable values vast
0.3 vegetables versions walking wave weeks what whole worry wrote
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
0.4 smartphone someone something specs stable stand starts style suited summary sustainable
0.4 technical techniques temperature template tests thoughts titles train typical unique unlike uses
0.4 vendors version way were why widely workflow workflows
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
1.3 as battery because both during model optional over quality strong tip waste with
1.4 also common full multiple offers should size specific step using which while without
1.5 and basic before focus includes into key often options some such these
1.6 based high if per than when
1.7 available cons each example its like pros that their
1.8 pages
1.9 include or
2.1 can
`,
  shape: `
bias\t-1.67
words\t0.08 0.1 -0.09 -0.11 -0.02 0.06 0.02 -0.01 -0.04 -0.01 -0.03 -0.02 0.11 0.12 0.1 -0.08
letters a word, to the file\t-0.48 -0.01 -0.09 0.01 0.07 -0.04 0.05 0.07 0.11 0
capitals, to the file\t0.01 -0.56 0.15 0.35 0.18 0.03 -0.04 -0.25 -0.34 -0.09
upper-case share\t0.2 0.38 0.14 -0.01 -0.17 -0.04 0.06 0.05 -0.13
digits\t-0.01 -0.04 0.09 0.1 0.07 0.18 -0.07 -0.03
stop words, to the file\t-0.22 -0.01 -0.07 0 0.04 0.1 0.14 0.09 0.23 0.13
stop words\t-0.24 0.04 -0.04 -0.02 -0.07 0.14 0.25 0.13 0.37
last sign\t0 0 -0.03 -0.03 -0.64 -0.64 0.31 -0.21 0.68 0 0.01 -0.16 0.02 0.27 0
first sign\t0.27 0.16 0.12 -0.04 0.07 0.11 0.52 0.56 0.85 0.22 -0.07 -0.41 0.7 0.2 0
commas\t-0.07 0.17 0.32 0.35 0.51
colons\t-0.01 0.12 -0.46 -0.79
sentences inside\t0 0.06 -0.05 -0.1 -0.3
quotes\t0 -0.01 0.07 0.06 -0.26
separators\t0.02 -0.31 -0.3 -0.54 -1.06
share of signs\t0.01 -0.09 -0.23 -0.14 -0.01 0.11 -0.17 -0.27 0
numbers\t0 0.03 0.02 -0.3 -0.35 -0.38
times in the file\t0.24 -0.5 -0.5 -0.26 -0.25
words and runs of words in earlier lines\t0.08 -0.03 0 0 0 0 -0.25 0 0.01 0.21 0 -0.24 0.01 -0.16 0.19 0 -0.13 -0.02 -0.05 0.24 0 -0.22 0.07 0.02 0.25 0 0 0.16 0.14 -0.34 0 0.29 0.33 0.02 -0.73 0 0.5 0.66 -0.32 -0.94
words and runs of words in later lines\t0.04 -0.07 0 0 0 0 -0.15 0 -0.04 0.03 0 0.01 -0.04 -0.14 -0.19 0 0.21 -0.23 0.08 -0.18 0 0.25 0.11 -0.06 -0.34 0 0.3 -0.05 -0.06 -0.38 0 0.19 0.04 -0.09 -0.39 0 -0.09 0.23 -0.31 -0.09
kind\t0.24 -0.14 0.68
lexicon\t0.13 -1.51 -1.29 -1.42 -1.68 -1.56 -1.47 -1.53 -1.82
words of the lexicon\t0.07 0.29 0.18 0.03 0.09 -0.01 -0.15 -0.06 -0.17 -0.13 -0.14 -0.26
count of words of the lexicon\t0.05 0.07 -0.05 -0.07 -0.2 -0.23
words and last sign\t0.03 -0.01 -0.02 0 -0.02 0.03 -0.05 0.09 -0.02 -0.19 -0.37 -0.03 -0.03 -0.02 -0.06 -0.51 0 0.03 0.03 0.06 -0.04 0.01 0.05 0.05 0.11 0.1 0.12 0.08 0.03 -0.04 -0.02 -0.03 0.01 0.1 -0.16 -0.22 0.01 0.04 -0.05 -0.13 -0.2 0.08 0.21 -0.14 0.12 0.15 0.21 0.36
words and stop words\t0.08 -0.03 0 0 0 0 0 -0.09 0.03 0.02 0 0.05 0.05 0.14 0.02 -0.11 -0.3 0.04 0.16 -0.01 -0.06 -0.03 -0.04 0.05 -0.34 0.28 -0.01 0.01 -0.01 0.22 -0.15 -0.15 0.26 0.04 0.02 0 -0.24 -0.05 0.03 0.11 0.08 0.02 0.17 -0.03 -0.45 -0.01 0.36 -0.09
words and capitals\t0.01 0 0 0 0 0 -0.14 -0.39 -0.04 0.09 0.27 0.05 -0.28 -0.19 0.05 0.01 0.11 -0.04 0 0.04 -0.03 0.02 -0.09 -0.05 0.26 0.11 0 0.02 -0.21 -0.21 0.02 0.29 0.04 -0.3 -0.14 -0.08 0.06 0.15 -0.23 -0.07 -0.13 -0.02 0.01 0.12 -0.2 -0.05 -0.04 -0.07
words and words of the lexicon\t0.05 0 0 0 -0.05 0 0.02 0.04 0.07 0 -0.08 -0.17 -0.12 0.02 0.09 0.1 0.23 -0.05 0.05 -0.05 0.22 0.07 -0.02 -0.25 0.2 0.03 0 -0.27 -0.11 0.2 -0.06 -0.08
blank lines around\t0.06 -0.14 0.17 -0.17 -0.13 0.47 0.18 0.56 0.15
lines without a blank line\t-0.13 0.02 -0.66 -0.23 0.07 -0.17 -0.36 -0.61 0.09
words a line without a blank line\t0.03 -0.05 -0.36 0.04 -0.03 0.23 -0.04 -0.3 0.02 0.25
words and stop at -3\t0.1 0.23 -0.01 -0.06 -0.06 0.16 0.03 0.15 -0.02 -0.05 0.07 -0.02 0.06 0.02 -0.03 0.05 0.01
words and stop at -2\t0.1 0.32 0.01 0.18 -0.09 0.2 0.01 0.11 0.06 -0.12 0.11 -0.04 0.1 -0.02 0.01 0.02 0.08
words and stop at -1\t0.18 0.25 -0.04 0.04 -0.09 0.14 -0.1 0.24 -0.07 -0.14 0.1 0.24 0.32 0.15 0.13 0.22 0.14
words and stop at +1\t0.17 0.32 -0.03 -0.02 -0.1 0.28 -0.23 0.41 -0.22 0.09 -0.02 0.3 0.08 0.17 -0.07 0.38 0.15
words and stop at +2\t0.02 0.52 -0.04 -0.02 -0.03 0.3 0 0.13 -0.04 0.16 0.11 0.15 0.02 0 -0.12 0.08 0.05
words and stop at +3\t0.15 0.25 -0.03 -0.22 -0.04 0.25 0.02 0.25 -0.06 0.08 0.03 0.05 0.04 0.01 -0.04 0.06 0.03
stop words at -3\t-0.16 0.07 -0.05 0.02 -0.05 -0.03 0.01 0 0.05 -0.12 -0.04
stop words at -2\t-0.1 0.04 -0.03 -0.03 -0.06 -0.03 0.04 -0.03 0.03 -0.05 0.02
stop words at -1\t-0.16 0.05 0.07 -0.04 -0.11 -0.04 0.01 -0.02 0.11 0.16 0.07
stop words at +1\t-0.1 0.01 0.02 0.01 -0.08 -0.01 0.05 0.07 0.12 0.05 0.09
stop words at +2\t-0.05 0.06 0.04 -0.11 -0.16 -0.03 -0.07 -0.07 -0.02 0.1 -0.04
stop words at +3\t-0.07 0.05 0.02 -0.01 -0.06 -0.02 -0.04 -0.02 -0.01 -0.01 -0.02
lexicon at -3\t0.01 0.06 0.11 -0.34 -0.25 -0.05 -0.13 -0.16 -0.22 -0.11
lexicon at -2\t0 -0.11 0.1 -0.01 -0.08 0.39 0.05 0.08 0.17 0.11
lexicon at -1\t-0.01 0.21 -0.01 -0.02 -0.17 0.1 -0.02 -0.2 0.21 0.08
lexicon at +1\t0.01 -0.15 0.08 -0.42 0.6 -0.31 -0.05 -0.33 0.21 0.04
lexicon at +2\t0.01 -0.2 0.03 -0.26 0.44 -0.27 0.02 -0.16 0.34 -0.01
lexicon at +3\t0.04 -0.73 0.1 -0.62 -0.05 -0.62 -0.18 -0.46 0.14 -0.26
words here and next\t-0.01 0.01 0.04 0.04 0.03 0.02 0 0.03 0.02 0.01 0.03 -0.1 -0.2 -0.07 0.09 0.16 0.16 0.01 0.03 0.04 -0.11 -0.02 -0.1 -0.09 0.07 0.1 -0.01 0.17 0.08 0.06 -0.06 0.01 -0.15 -0.16 0.13 0.07 0.04 0.12 0.1 0.14 -0.03 0.11 -0.4 0.09 0.06 0.04 -0.22 -0.07 0.08 0.12 0.23 0.1 -0.25 0.06 0 -0.16 -0.03 -0.12 -0.25 0.16 0.37 0.01 0.02 0.08 -0.08 0.16 0.21 0.03 -0.21 -0.02 -0.08 -0.08
words here and before\t-0.06 -0.03 0.01 0.01 0 -0.01 0 -0.01 0 -0.03 0.09 0.02 0.1 -0.01 -0.21 -0.03 -0.1 0 -0.01 0.07 -0.16 -0.01 -0.06 -0.13 0 -0.02 -0.04 0.05 -0.13 -0.18 -0.1 0.04 0.19 -0.13 0.05 0.09 0.11 -0.18 -0.23 0.06 -0.04 0.2 -0.05 0.04 0.05 0.02 -0.16 -0.1 -0.08 0.15 0.11 0.18 -0.14 -0.18 0.01 -0.06 0.07 -0.2 -0.52 0.05 0.31 0.1 -0.02 -0.04 0.03 0.24 -0.02 -0.14 -0.23 -0.17 0.05 0.01
lines since a sentence\t0.05 -0.04 -0.07 -0.05 0.07 0.09 -0.02 0.07 0.08 0.07 0.05 -0.02
lines to a sentence\t0.06 -0.03 -0.08 0.01 -0.02 0.11 0.14 0.12 -0.01 0.07 0.02 -0.09
between sentences\t-0.01 0.04 -0.03 -0.04 0.14 0.1 0.41 0.19 -0.23 0.16 0.21 0.09 -0.03 0.14 0.01 0.17 0.05 0.13 0.2 0.16 0 0.06 0.31 -0.02 0.12 0.19 0.19 -0.21 -0.1 0.13 0.1 0.16 0.01 0.51 -0.2 -0.02 -0.05 0.1 0.13 0.22 0.43 0.06 0.5 0.13 0.07 0.18 0.01 -0.92 0.48
short lines in a row\t-0.13 0.19 -0.15 0.04 -0.02 0.03 0.32 0.1 0 -0.12 -0.2 0.48
density before within 2\t-0.05 0.1 0.14 0.13 0.17 0.13 0.14 0.21 0.09 -0.14 0.06 0.15
density before within 5\t-0.02 0.05 0.07 0.08 0.05 0.04 0.02 -0.05 0 0.04 0.03 0.04
density before within 12\t-0.05 -0.01 0.02 -0.06 -0.25 -0.09 0.02 -0.03 0 -0.01 0.05 0.21
density before within 30\t-0.04 -0.03 0.04 -0.11 -0.13 -0.16 -0.06 -0.03 -0.04 0.05 0.14 0.1
density after within 2\t-0.07 0.07 0.1 0.09 0.11 0.11 -0.02 0.22 -0.02 -0.1 0.06 0.22
density after within 5\t0 0.05 0.06 0.08 0.07 0.1 0.02 -0.07 -0.1 -0.06 0 0.05
density after within 12\t0.01 0.03 0.06 -0.02 -0.02 0.04 0.04 0.04 -0.07 0.01 -0.05 0.02
density after within 30\t-0.09 -0.03 0.25 0.1 0.03 -0.03 -0.08 0 -0.07 -0.06 0.13 0.15
text before within 2\t-0.06 0.05 -0.05 0.07 0.11 0.22 0.17 0.01 0.13 0
text before within 5\t-0.03 0.02 -0.05 -0.13 -0.03 0.12 0.1 0.01 0.07 0.07
text before within 12\t-0.04 0 -0.13 -0.12 0 -0.03 0.04 0.09 0.16 -0.03
text before within 30\t0 0.03 0 0.02 -0.05 0.14 0.06 0.09 -0.07 -0.23
text after within 2\t-0.06 0.05 0.01 0.05 0.2 0.14 0.08 0.02 0.09 0
text after within 5\t-0.01 0.03 -0.01 -0.07 0 0.04 0.04 0.01 -0.06 0.04
text after within 12\t-0.03 -0.03 -0.19 -0.16 0 0 0.06 0.09 0.07 -0.18
text after within 30\t-0.12 -0.06 -0.19 -0.12 -0.18 -0.08 0.07 0.28 0.09 -0.09
lexicon lines within 2\t0.15 -0.33 -0.43 -0.43 -0.37 -0.53 -0.61 -0.59 -0.92 -0.55 -0.6 -0.52
lexicon lines within 5\t0.08 -0.05 -0.03 -0.21 -0.29 -0.16 -0.36 -0.31 -0.21 -0.19 -0.18 -0.15
lexicon lines within 12\t0.09 0.01 -0.09 -0.23 -0.12 0.01 -0.32 -0.3 -0.17 -0.1 -0.08 -0.08
lexicon lines within 30\t0.05 0.15 0.1 -0.1 -0.4 -0.17 -0.05 -0.1 -0.04 -0.01 -0.01 0
words of the lexicon within 2\t0 0.24 0.05 -0.07 0.05 0.05 -0.1 -0.1 -0.06 0.02 0.1 0
words of the lexicon within 5\t-0.09 -0.04 -0.02 0 0.05 0.08 -0.12 -0.02 0.01 0.04 0.07 0.02
words of the lexicon within 12\t-0.15 0.14 0.16 0.06 0.06 0.01 -0.12 -0.08 0.01 0.06 0.06 0.06
words of the lexicon within 30\t-0.31 0.2 -0.09 -0.19 0.23 0.08 -0.11 -0.16 -0.02 0 0.01 0.01
repeated lines within 2\t0.2 0.07 0.04 0.07 0.19 -0.06 0.06 0 -0.05 -0.03 -0.01 -0.63
repeated lines within 5\t0.21 0.11 0.23 0.07 0.06 -0.03 -0.15 -0.24 -0.14 -0.03 -0.03 -0.37
repeated lines within 12\t0.25 0.15 0.05 0.04 0.05 0 0 -0.09 -0.29 -0.15 0.14 -0.32
repeated lines within 30\t0.13 0.09 0.05 0.09 -0.02 -0.01 0.01 -0.1 -0.05 0.33 0.12 -0.43
short lines with figures within 2\t0.01 0.07 0.1 0.06 -0.06 0.04 -0.04 0.05 -0.02 0.12 0.18 0.26
short lines with figures within 5\t0.02 0.1 0.01 -0.13 -0.1 -0.07 0.1 0.14 0.25 0.31 0.24 0.41
short lines with figures within 12\t0 -0.03 0.02 -0.02 -0.08 -0.05 0.06 0.15 0.37 0.43 0.32 0.58
short lines with figures within 30\t-0.07 -0.01 0.04 -0.05 0.09 -0.03 0.32 0.02 0.66 0.67 0.64 0.68
lines like titles within 2\t-0.08 0.09 0.12 0.1 -0.01 0.2 0.09 0.03 0.12 0.14 0.16 0.07
lines like titles within 5\t-0.07 0.01 -0.01 0.01 0.03 -0.01 0.05 0.01 0.16 0.16 0.15 -0.1
lines like titles within 12\t-0.23 -0.26 -0.08 0.05 0.06 -0.01 0.14 0.12 0.29 0.29 0.31 -0.08
lines like titles within 30\t-0.73 -0.5 -0.05 0.07 0.13 0.07 0.02 0.04 0.26 0.27 0.3 -0.22
lines of its shape within 2\t0 0.11 0.06 -0.15 0.05 0.1 0.11 0
lines of its shape within 5\t0.13 -0.09 -0.01 0.1 -0.06 -0.26 -0.01 0
lines of its shape within 12\t0.07 0.11 0.07 0.09 0.01 -0.01 -0.3 0
lines of its shape within 30\t-0.1 -0.09 -0.03 -0.06 -0.02 0.14 0.1 -0.06
lines to the title\t-0.77 -0.85 -0.85 -0.83 -0.69 -0.63 -0.65 -0.58 -0.34 0.51 -0.21 -0.24 -0.01 0.21 0.34 0.39 0.2 0.28 0.22
words and lines to the title\t0.05 0.05 0.05 0.1 0.08 -0.64 -0.15 -0.08 0.29 0.83 -0.67 -0.02 -0.27 0.21 0.83 -0.53 -0.01 0.14 0.1 0.61 -0.52 -0.07 0.49 -0.05 0.56 -0.41 -0.15 0.19 0 0.62 -0.34 -0.13 0.27 -0.01 0.4 0.02 0.07 0.44 -0.66 0.3
place to the densest part\t0.07 -0.42 -0.44 -0.43 -0.18 -0.5 -0.55 -0.53 -0.36 0.32 -0.13 -0.27 -0.29 -0.25 -0.34 -0.5 -0.54 -0.48 -0.43
words and place to the densest part\t-0.09 -0.11 0.01 -0.07 -0.06 -0.08 -0.42 0.04 -0.08 0.14 -0.3 -0.31 0.24 -0.02 -0.19 0.02 -0.22 -0.09 0.01 -0.07 0.21 0.05 -0.12 -0.05 -0.35 -0.14 -0.17 0.06 -0.04 -0.12 -0.12 -0.06 0.23 -0.1 -0.42 -0.13 -0.05 0.08 -0.17 -0.19
place to the wide densest part\t-0.58 -0.61 -0.56 -0.42 -0.03 -0.32 -0.35 -0.29 -0.19 0.15 -0.13 -0.24 -0.28 -0.32 -0.28 -0.31 -0.18 -0.04 0.15
share of text before\t-0.32 -0.33 0.25 1.09 0.79 0.5 -0.26 -0.8 -1.01 -0.82
place in the file\t-0.51 -0.51 -0.02 0.01 0.23 0.21 0.15 0.03 -0.2 -0.3 -0.62 -0.74
lines from the start\t0.16 0.17 0.14 0.12 0.13 0.26 0.28 0.33 0.04 -0.14 -0.03 -0.01
lines to the end\t-0.12 -0.12 -0.17 -0.14 -0.26 -0.37 -0.4 -0.31 -0.14 -0.07 0.09 0.03
words of the body\t0.08 -0.43 -0.32 -0.24 -0.14 0.09 0.32 0.32
words and words of the body\t0.02 0 0 0 0 0.29 -0.08 -0.01 -0.35 0.07 -0.16 -0.15 0 -0.06 0.11 0 -0.31 0.22 -0.02 0.08 0 -0.23 -0.11 0.18 0.23 0 0.24 -0.08 -0.09 -0.15 0 -0.04 -0.04 -0.03 -0.05 0 -0.09 -0.61 0.23 0.32
lines since a comment form\t0.06 -0.23 -0.39 -0.49 -0.55 -0.58 -0.35 -0.23
lines since other articles\t0.14 -0.48 -0.61 -0.66 -0.56 -0.64 -0.54 -0.53 -0.26
lines since words of comments\t-0.16 -0.21 -0.27 -0.35 -0.3 -0.19 -0.17 -0.11 0.01
lines to words of comments\t-0.2 -0.5 -0.39 -0.43 -0.39 -0.12 0.11 0.11 0.01
lines since page furniture\t-0.21 -0.46 -0.34 -0.24 -0.32 -0.27 -0.28 0.04 0.3
lines to page furniture\t-0.11 -0.36 0.04 0.07 -0.19 -0.25 -0.18 0.05 0.16
share of text in the file\t0.59 0.26 0.28 1.13 0.77 0.68 0.74 -0.03 -0.03 -0.31 -0.47 0.03
words and share of text\t0.05 0.01 0.1 0.06 0.06 0.05 -0.14 0.09 0.22 0.07 -0.07 0.07 -0.03 0.17 0.19 -0.17 -0.14 0.04 0.22 0.25 -0.03 -0.08 -0.14 0.06 0.55 -0.01 -0.11 -0.18 0.06 0.07 0.55 0.22 -0.17 -0.29 -0.12 0.05 0.13 0.21 0.04 0.02 -0.28 0.05 0.02 0.14 0.17 -0.01 -0.25 0.09
share of lexicon lines in the file\t0.7 0.81 0.03 -0.38 -0.05 -0.18 -0.28 -0.11
lines of the file\t0.32 0.59 0.5 0.04 0.06 0.21 0.09 -0.07 -0.15
words and lines of the file\t-0.13 -0.13 -0.16 -0.11 -0.08 -0.09 -0.11 -0.69 -0.2 0.4 -0.1 -0.14 -0.41 -0.34 0.11 0.03 -0.13 -0.32 -0.3 0.08 0.1 -0.05 -0.22 -0.27 -0.11 -0.03 -0.2 0.01 -0.27 -0.21 0.11 -0.22 0.37 -0.49 -0.54 -0.19 -0.44 0.41 -0.04 -0.51
`,
  context: `
bias\t-1.33
own\t-0.34 -0.11 -0.01 -0.11 -0.06 0.02 -0.02 0.01 0 0.1 0.03 0.11 0.04 0.14 0.38 0.14 0.48 0.43
own and words\t-0.06 0.12 -0.37 -0.11 -0.16 -0.37 -0.26 0.05 -0.08 0.28 -0.05 -0.08 -0.25 -0.22 -0.19 -0.27 -0.09 0.11 0.08 -0.03 -0.13 -0.13 -0.22 -0.33 -0.09 -0.05 0.06 -0.06 0.06 -0.14 -0.24 -0.19 -0.1 -0.16 -0.03 0.03 0.11 0.05 -0.17 -0.23 -0.09 -0.37 -0.12 -0.07 -0.02 0.2 0.19 -0.05 -0.07 -0.29 -0.17 -0.14 -0.13 0.05 0.37 0.46
words\t-0.02 0.08 -0.02 -0.05 0.02 0.1 -0.08 -0.04 -0.12 -0.07 -0.1 -0.11 0.02 0.08 0.17 -0.01
last sign\t0.08 0 -0.1 -0.04 -0.22 -0.24 0.29 -0.14 0.6 0.06 0.08 -0.28 0.06 0.58 0
lexicon\t0.08 -0.99 -0.73 -0.84 -1.1 -0.92 -0.9 -1.02 -1.21
lexicon and neighbours\t-0.03 0.06 0.04 0.09 -0.33 -0.18 -0.23 -0.19 -0.16 -0.18 -0.19 -0.12 -0.23 -0.19 -0.18 -0.17 -0.31 -0.22 -0.26 -0.24 -0.33 -0.21 -0.19 -0.13 -0.19 -0.17 -0.26 -0.21 -0.28 -0.2 -0.22 -0.24 -0.18 -0.26 -0.3 -0.41
at -4\t0.05 0.08 0.02 0.02 -0.01 -0.03 -0.03 -0.03 -0.25
at -3\t0.05 0.08 0.05 0.02 -0.03 -0.04 0 -0.05 -0.23
at -2\t-0.11 -0.07 0.05 0.07 0.09 0.13 0.16 0.13 -0.03
at -1\t-0.11 -0.04 0.05 -0.02 0.01 0 0.1 0.14 0.12
at 1\t-0.07 -0.11 0.02 -0.03 -0.08 -0.02 0.06 0.15 0.14
at 2\t0.03 -0.08 -0.05 -0.02 -0.01 -0.02 0.05 0.04 -0.06
at 3\t0.04 -0.02 0.01 -0.01 -0.01 -0.01 0.03 0 -0.15
at 4\t0.08 0.01 0 -0.08 -0.04 -0.05 0 -0.02 -0.24
before and next\t-0.08 0.11 0.05 0.06 0.1 0.12 0.13 -0.2 0.04 0.05 0.06 0.07 -0.08 0.04 0.02 0.01 0.1 0.05 -0.01 0.04 0.05 0.18 -0.07 -0.03 0.09 0.02 0.17 -0.04 0.17 -0.16 0.09 0.01 0.09 0.09 0.04 0.34 0.06 -0.09 -0.05 0.02 0.04 0.1 0.12 0.06 -0.02 0.15 0.1 0.03 0.09
own and before\t-0.26 0.1 0.17 0.1 0.14 0.11 0.15 -0.19 0.02 0.25 0.26 0.19 0.17 0.12 0.24 -0.07 0.18 0.2 0.2 0.1 0.09 0.34 -0.1 0.01 0.2 0.19 0.31 0.07 0.37 0.13 0.1 0.04 0.12 0.14 0.26 0.46 0.41 0.12 -0.01 0 0.12 0.23 0.27 0.23 0.18 0.27 0.23 0.21 0.36
own and next\t-0.25 0.06 0.12 0.06 0.07 0.07 0.11 -0.13 0.03 0.18 0.16 0.18 0.09 0.05 0.05 0.06 0.2 0.07 0.2 0.06 0.03 0.29 -0.02 0.12 0.17 0.12 0.14 -0.07 0.52 -0.01 -0.08 0.04 0.08 0.23 0.13 0.28 0.15 -0.09 0.12 0.06 0.2 0.36 0.27 0.26 0.17 0.22 0.18 0.1 0.28
share of words kept before 2\t-0.06 -0.05 0.02 -0.02 0 0.03 0.03 0.08 0.08 0.07 0.1 -0.02
share of words kept before 5\t0.05 -0.1 -0.05 -0.08 -0.11 -0.08 -0.08 -0.02 0 0.04 0.05 0.04
share of words kept before 12\t0.08 -0.05 -0.13 -0.12 -0.24 -0.19 -0.09 0.03 0.08 0.03 0.02 0
share of words kept before 30\t0.21 -0.16 -0.35 -0.35 -0.37 -0.18 -0.21 -0.08 0.17 0.13 0.03 -0.03
share of words kept after 2\t-0.15 -0.01 0.07 0.07 0.03 0.03 0.01 0.02 0.07 0.18 0.2 0.1
share of words kept after 5\t0.09 -0.01 -0.06 -0.11 -0.04 -0.03 -0.03 -0.05 -0.01 -0.05 -0.09 -0.02
share of words kept after 12\t-0.11 -0.16 -0.03 -0.05 -0.13 -0.01 0.13 0.08 0.11 0.14 0.14 0.1
share of words kept after 30\t-0.03 -0.3 -0.19 -0.23 -0.24 -0.18 -0.08 0.15 0.19 0.07 0.19 0.26
share of lines kept within 2\t-0.24 -0.05 0.03 0.12 0.12 0.07 0.09 0.15 0.14 0.1 0.2 0.25
share of lines kept within 5\t-0.19 -0.04 0.06 0.17 0.15 0.09 0.08 -0.02 0.04 0.15 0.16 0.19
share of lines kept within 12\t-0.28 -0.12 0.11 0.34 0.38 0.12 -0.02 -0.09 -0.06 0.15 0.23 0.39
share of lines kept within 30\t0.03 -0.04 0.1 0.06 -0.17 -0.27 -0.13 -0.1 0.11 0.34 0.36 0.28
lines since a sure one\t-0.1 -0.13 -0.15 -0.2 -0.17 -0.19 -0.2 -0.18 -0.15 0.09 0.15 0.16
lines to a sure one\t0.04 0 0.02 0.03 0.03 0.13 0.08 0.04 0.04 0.2 0.12 -0.08
between sure ones\t-0.02 0.01 -0.13 0.04 -0.02 -0.05 0.06 0.09 0.04 -0.08 -0.06 0.1 -0.05 -0.07 -0.08 -0.03 0.06 0.07 -0.02 0.1 -0.24 0.04 0.06 -0.06 -0.04 -0.04 0.01 -0.22 -0.13 -0.05 0.07 -0.01 0.05 0.03 -0.23 -0.02 -0.03 0.04 -0.04 -0.1 0.26 -0.03 -0.02 -0.02 0.02 0.11 -0.06 0.05 0.36
words and between sure ones\t0 0 0 0 0 0 -0.01 0 0 -0.01 -0.01 0.01 -0.06 -0.08 -0.06 -0.02 0.33 -0.09 -0.06 -0.09 0.06 0.04 0.01 -0.18 0.04 0.1 0.27 0.34 -0.09 -0.3 -0.25 -0.15 0.2 -0.05 -0.19 -0.03 0.07 -0.1 0.1 -0.08 0.05 0.06 0.18 0.11 -0.12 -0.17 -0.18 -0.09 0.12 0.01 0.01 -0.04 -0.02 -0.02 0.02 -0.22 -0.04 0.08 0.05 0.06 -0.14 -0.17 -0.07 0.26 -0.02 -0.08 -0.02 0.14 -0.04 -0.12 0.14 0.11 0.02 0.08 -0.05 -0.14 -0.37 0.03 0.16 -0.03 -0.19 -0.06 0.04 0.29 0 0 -0.09 0.23 -0.1 -0.16 -0.03 -0.1 -0.15 -0.16 0.16 0.11 -0.32 -0.05 0.08 0.19 -0.03 -0.01 0.01 -0.21 -0.11 0.05 -0.07 -0.42 0.3 0.31 -0.01 0.12 -0.21 0.13 0.04 -0.47 -0.11 0.13 -0.11 -0.01 -0.04 -0.25 -0.3 -0.4 0.54 0.47 0.27 0.1
share of kept words before\t-0.28 0.18 0.24 0.46 0.42 0.08 -0.02 0.05 -0.1 -0.59
kept words left\t0.09 0.46 0.39 0.27 0.06 0.03 -0.17
place to the kept part\t0.03 -0.27 -0.31 -0.23 -0.22 -0.43 -0.37 -0.3 -0.19 0.3 -0.01 -0.06 -0.08 -0.15 -0.32 -0.35 -0.34 -0.35 -0.31
own and place to the kept part\t-0.66 -0.3 -0.17 -0.12 0.21 -0.18 -0.38 -0.1 -0.06 0 -0.11 -0.2 -0.04 -0.03 -0.22 0.15 -0.14 -0.04 -0.02 -0.47 0.06 -0.06 0.11 -0.02 -0.45 -0.05 -0.08 0.25 -0.04 -0.28 -0.08 0 0.55 -0.09 -0.08
place to the wide kept part\t-0.37 -0.58 -0.5 -0.32 -0.15 -0.4 -0.4 -0.29 -0.15 0.37 0.09 -0.12 -0.3 -0.45 -0.5 -0.49 -0.39 -0.4 -0.25
words of the kept\t0.04 -0.29 -0.19 -0.08 0.02 0.11 0.31 0.15
words and words of the kept\t-0.07 0 0 0 0 0.49 -0.18 0.02 -0.27 0.2 -0.13 -0.07 0.02 -0.07 0.24 0.04 -0.15 0.13 0.02 0.09 0.04 -0.11 -0.14 0.17 0.12 0.03 0.12 -0.07 0.07 -0.08 0.03 0.08 0.01 0.04 -0.07 0 -0.19 -0.15 0.2 0.15
share of kept lines in the file\t0.18 0.19 0.04 0.27 -0.01 -0.19 0.02 -0.13 0.07 0.3 0.48 0.48
share of kept words in the file\t0.18 0.16 0.09 0.13 0.37 0.13 -0.06 -0.13 0.05 0.02 0.34 0.57
own and share of kept lines\t-0.36 0.2 -0.15 0.1 -0.53 0.11 0.32 0.2 -0.19 0.08 0.21 0.12 -0.05 0.12 0.12 0.12 0.15 0.06 0.04 0.21 0.35 0.09 -0.05 0.24 0.51 0.24 -0.23 0.52
kind\t0.28 -0.16 0.66
no full stop before kept text\t0.06 -0.14 0 0.12 0.16 0.01 -0.05 0.04 0.06 -0.13 -0.1 -0.07 -0.06 -0.08 -0.14 -0.31 -0.24 -0.29 -0.35 -0.27 -0.25 -0.11 -0.28 -0.2 -0.08 -0.05 0.03 0.09
words next to a sure one\t0.01 0.09 0.01 -0.06 -0.16 -0.07 0.02 -0.01
wording\t-0.14 -0.27 -0.36 -0.31 -0.24 -0.14 -0.03 -0.14 -0.12 -0.05 0.03 0.14 0.48
wording and words\t0 0 0 -0.1 0 0 -0.2 -0.11 -0.15 -0.07 0.31 0.35 -0.15 -0.12 0.01 -0.03 0.04 0.12 -0.03 -0.13 0.03 0.03 -0.02 0.14 -0.02 -0.09 -0.12 0.22 -0.01 -0.02 -0.04 -0.01 -0.07 0.06 0.02 -0.03 -0.03 -0.02 -0.1 0.21 -0.14 0.04 -0.01 -0.04 -0.04 0.16 -0.18 0.03
own and wording\t-0.07 -0.16 0.1 -0.49 -0.01 0.31 -0.04 -0.08 0.04 -0.21 0.24 0.04 -0.01 0.01 -0.09 0 0.1 0.08 -0.02 -0.02 -0.11 0.16 0.1 0.07 -0.02 -0.06 -0.02 0.29 0.01 0.12 -0.03 0.08 -0.02 0.42 -0.07 0.11 0.04 0.03 0 0.64 -0.02 0.23
wording at -3\t-0.03 -0.05 -0.04 -0.07 0.05 -0.1 -0.03 0.04 0 0.07 0.09 0.02 0.1
wording at -2\t-0.06 -0.11 -0.12 -0.09 -0.25 -0.17 0.01 0 0.05 0.04 0.09 0.06 0.06
wording at -1\t0.04 0.05 0.02 0 -0.12 -0.23 -0.05 -0.02 -0.01 0.08 0.19 0.15 0.16
wording at 1\t-0.12 -0.28 -0.25 -0.02 -0.02 -0.12 -0.06 -0.02 0.09 0 0.11 0.16 0.26
wording at 2\t-0.08 -0.11 -0.07 0.03 -0.08 -0.1 0.01 -0.02 0.09 0.01 0.06 -0.01 -0.01
wording at 3\t-0.09 -0.21 -0.1 -0.09 -0.05 -0.07 0.02 0 0.07 0.01 0.04 0 -0.03
mean wording of 3 before\t-0.06 -0.09 -0.15 -0.17 -0.21 -0.02 0.09 -0.02 0.03 -0.02 -0.07 -0.05 -0.1
mean wording of 8 before\t0.02 0 -0.04 -0.08 -0.07 -0.04 -0.01 -0.05 0.09 0.03 0.05 0.05 0.01
mean wording of 20 before\t0.03 0.03 0.02 0.04 0 0.01 0.02 -0.02 0.14 0.12 -0.11 -0.07 -0.13
mean wording of 3 after\t-0.02 -0.05 -0.13 -0.24 -0.16 -0.08 0 -0.1 0.02 -0.01 0.09 0.11 0.13
mean wording of 8 after\t0.03 0.02 0 0 -0.03 -0.06 -0.02 -0.04 0.12 0.14 0.01 -0.01 0.01
mean wording of 20 after\t0.03 0.02 0.01 -0.05 -0.12 -0.18 -0.03 -0.07 0.22 0.22 0.11 0.03 -0.02
lowest wording since a sure one\t-0.68 -0.66 -0.53 -0.04 0.41 0.6 0.29 0.08 0 -0.02 -0.02 -0.02 0
`,
};
