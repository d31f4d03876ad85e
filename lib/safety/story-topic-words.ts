import type { StoryTopic } from '../story/schema.ts';

/**
 * How a story about each subject speaks: pieces of regular expressions over folded text (lower case, no punctuation), whole
 * words. `harmless` is taken out before: children's language is full of pillow fights, dead batteries and praying mantises,
 * and a subject that is left out must not take these along. Both lists are data: a household can leave nothing out that is
 * not here, and what is in no story at all is not here but in topics.ts.
 */
export type TopicWords = { says: readonly string[]; harmless: readonly string[] };

const WHOSE = '(?:my|your|his|her|its|our|their|the|a|an)';
const PARENT = '(?:mother|father|mum|dad|mom|mummy|daddy|mommy|parents|parent|mama|papa)';
/** What Grandpa fights with in the kitchen. */
const THINGS =
  '(?:jam |pickle |cookie |tooth|washing |alarm |wrapping |shoe|duvet |wet |heavy |new |old |broken |rusty )?(?:jars?|lids?|zips?|zippers?|buttons?|laces?|shoelaces?|umbrellas?|tents?|deckchairs?|covers?|blankets?|spaghetti|ketchup|remotes?|hoovers?|vacuum|computers?|printers?|suitcases?|socks?|jumpers?|coats?|hair|combs?|tangles?|knots?|weeds|spelling|homework|broccoli|paste|pushchairs?|buggy|kites?|staplers?|tape|paper|clocks?|machine|maps?|puzzles?|cold|yawns?|hiccups|wind|doors?|drawers?|tins?|bottles?|ladders?|hose|taps?|sheets?|pyjamas|mud|snow)';

export const TOPIC_WORDS: Record<StoryTopic, TopicWords> = {
  'ghosts-and-monsters': {
    says: [
      'ghosts?|ghostly|ghoul(?:s|ish)?|phantoms?|spect(?:re|er)s?|spooks?|spooky|poltergeists?|apparitions?|wraiths?|banshees?',
      'haunt(?:s|ed|ing)?|evil spirits?|restless spirits?|undead|living dead|zombies?|vampires?|dracula|werewol(?:f|ves)',
      'monsters?|monstrous|demons?|demonic|devils?|bog(?:e|ey|y)m[ae]n|boogeym[ae]n|bogeys?m[ae]n|ogres?|trolls?|goblins?|hobgoblins?|gremlins?',
      'frankenstein|headless horsem[ae]n|minotaurs?|cyclops|krakens?|hydras?|medusa|gorgons?|basilisks?|chimeras?|gargoyles?|yetis?|bigfoot|sasquatch',
      '(?:egyptian|ancient|bandaged|cursed|walking) mumm(?:y|ies)|mummys tomb|skeletons? (?:rattl|danc|walk|com|ris|march|chas)\\w*|dancing skeletons?|rattling bones',
      '(?:swamp|shadow|dark|scary|horrible|hideous|nightmare|slimy) (?:creatures?|beasts?|things?)|things? that go(?:es)? bump|cursed dolls?|possessed',
    ],
    harmless: [
      'monster trucks?|cookie monster|gila monsters?|green eyed monster|monster of an? \\w+|you little monsters?|cheeky (?:little )?monsters?',
      'ghost of an? (?:smile|chance|idea|grin)|ghost towns?|(?:white|pale) as a ghost|like you (?:have |had )?seen a ghost|seen a ghost|ghost(?:writer| writers?)|ghost (?:crabs?|peppers?|orchids?)',
      'vampire (?:bats?|squid)|goblin sharks?|tasmanian devils?|devils? food cake|speak of the devil|little devils?|poor devils?|troll dolls?|daredevils?',
      'haunting(?:ly)? (?:beautiful|melody|song|tune|music)\\w*|monstrously good|spooky action',
    ],
  },
  'magic-and-witches': {
    says: [
      'witch(?:es|craft|y)?|wizards?|wizardry|warlocks?|sorcer(?:er|ers|ess|esses|y)|enchantress(?:es)?|necromancers?|mages?|hags?',
      'magic|magical|magically|cast(?:s|ing)? (?:a |the |his |her |its )?(?:\\w+ )?spells?|(?:magic|evil|love|wicked|sleeping) spells?|spell ?books?|under (?:a|the|her|his) spell|broke the spell|break the spell',
      'wands?|potions?|abracadabra|hocus pocus|open sesame|alakazam|crystal balls?|ouija|seances?|tarot|fortune ?tellers?|pentagrams?|amulets?|talismans?',
      'curses?|cursed|hex(?:es|ed)?|jinx(?:es|ed)?|bewitch(?:ed|es|ing)?|enchanted|enchantments?|conjur(?:e|es|ed|ing)|transformed into a (?:frog|toad|mouse|swan|stone|statue)',
      'genies?|djinns?|fairy godmothers?|fairy (?:dust|magic|queens?|kings?|spells?)|pixie dust|(?:flying|rode|ride|rides|riding) (?:on )?(?:a |an |her |his |the )?(?:old )?broom(?:stick)?s?|flying carpets?|druids?|alchem(?:y|ists?)|voodoo|black arts?|occult',
      'turned? (?:him|her|them|me|you|the \\w+) into a (?:frog|toad|mouse|swan|stone|statue)',
    ],
    harmless: [
      'like magic|(?:the |a bit of |pure )?magic of (?:\\w+ )?\\w+|magic (?:markers?|tricks?|shows?|eyes?|numbers?|sponges?|kingdom|touch|hour)|magicians?|as if by magic|worked (?:its|their|her|his) magic|no magic (?:in it|needed|at all)',
      'magical (?:days?|evenings?|nights?|mornings?|moments?|times?|views?|places?|sunsets?|sunrises?|feelings?|afternoons?|summers?|winters?|trips?|sounds?|smells?)|magically (?:quiet|still|beautiful)',
      '(?:computer|maths?|spelling|chess|kitchen|football|number|word) wi(?:z|zards?)|wizards? (?:with|at|of) (?:numbers|maths?|computers|words|chess|figures)|witch hazel|bubble wands?|wands? of bubbles',
      '(?:dry|cold|sunny|hot|warm|wet|long|short|rainy) spells?|hex (?:keys?|nuts?|bolts?)|enchanted (?:by|to meet|with)|lotions and potions|curse of knowledge|sand ?witch(?:es)?',
    ],
  },
  'fights-and-battles': {
    says: [
      'wars?|warfare|warriors?|warships?|warlords?|battles?|battled|battling|battlefields?|battleships?|combat|duels?|duell?ing|jousts?|jousting',
      'fights?|fought|fighting|fighters?|fist ?fights?|sword ?fights?|gun ?fights?|brawls?|brawling|punch(?:ed|es|ing)? (?:him|her|them|me|you|each other|the|a|his|someone)|beat(?:s|ing)? (?:him|her|them) up|beaten up',
      'arm(?:y|ies)|troops|soldiers?|regiments?|battalions?|gladiators?|mercenar(?:y|ies)|invad(?:e|es|ed|ing|ers?)|invasions?|conquer(?:s|ed|ing|ors?)?|conquests?',
      'sieges?|besieg(?:e|ed|ing)|ambush(?:ed|es|ing)?|cannons?|catapults?|attack(?:s|ed|ing|ers?)?|raid(?:s|ed|ing|ers)|slay(?:s|ing|er|ers)?|slew the|slain',
      'enem(?:y|ies) (?:army|soldiers?|camp|ships?|lines?|troops)|clash of swords|swords? clash(?:ed|ing)?|crossed swords|drew (?:his|her|their) swords?|declared? war|call to arms|taken? prisoners?|prisoners? of war|surrender(?:s|ed)? to the enemy',
    ],
    harmless: [
      `(?:battles?|battled|battling|fights?|fought|fighting|struggles?|wars?|duels?) (?:with|against|over|on) (?:${WHOSE} )?${THINGS}`,
      '(?:pillow|snowball|water|water balloon|food|cushion|play|leaf|leaves|splash|bubble|mud|tickle|paint|custard) (?:fights?|battles?|wars?|fighting)',
      '(?:fire ?fight(?:ers?|ing)|firemen fighting fires?)|tugs? of war|thumb wars?|(?:dance|rap|quiz|spelling|cooking|drawing|paper plane) battles?|battles? of (?:the bands|wits)|losing battle|half the battle|uphill battle|battle of (?:the )?(?:giggles|hiccups|sneezes)',
      'fights?(?:ing)? (?:back )?(?:the |her |his |their |its )?(?:tears|sleep|yawns?|a yawn|a cold|the urge|boredom|sleepiness|temptation)|fought (?:back |off )?(?:the |her |his |their )?(?:tears|sleep|a yawn|yawns?|the urge|sleepiness)',
      'attacks? of (?:the )?(?:giggles|hiccups|sneezes|sneezing|coughs|laughter)|(?:giggle|giggling|sneezing|heart|panic|asthma|snack) attacks?',
      'salvation army|swiss army|army (?:knife|knives|of (?:ants|bees|socks|ducklings|snails|umbrellas|helpers))|(?:toy|tin|lead|nutcracker|chocolate|gingerbread|wooden) (?:soldiers?|army|cannons?)|soldier (?:ants?|beetles?)|toast soldiers?|egg and soldiers|dip(?:ped)? (?:her |his |the )?soldiers',
      'conquer(?:s|ed|ing)? (?:her|his|their|my|your|its) (?:fears?|shyness|nerves)|conker\\w*|price wars?|fight songs?',
    ],
  },
  'death-and-loss': {
    says: [
      'died|dies|dying|die|dead|deaths?|deadly|deceased|perish(?:ed|es|ing)?|pass(?:ed|es|ing)? away|killed|drown(?:ed|ing)|corpses?|mortally',
      'funerals?|graves?|gravestones?|graveyards?|tombstones?|tombs?|cemeter(?:y|ies)|coffins?|hearses?|undertakers?|mortuary|burials?|obituar(?:y|ies)|memorial service',
      'buried (?:him|her|them|grandpa|grandma|granny|grandad|the body|the dog|the cat|the hamster|the bird|his (?:mother|father|wife)|her (?:mother|father|husband))',
      'widows?|widowed|widowers?|orphans?|orphaned|orphanages?|mourn(?:s|ed|ing|ers?|ful)?|griev(?:e|es|ed|ing)|grief|bereave(?:d|ment)|condolences?',
      `lost (?:my|your|his|her|their|our) (?:${PARENT}|wife|husband|grandma|grandpa|grandmother|grandfather|granny|grandad|baby|twin) (?:to|years ago|in the (?:war|accident|fire|flood)|when \\w+ (?:was|were))`,
      'last breath|rest(?:s|ed)? in peace|(?:went|gone|going|go) to heaven|up in heaven|no longer alive|never (?:wake|woke) up again|the afterlife|life after death|scattered (?:his|her|the) ashes|say goodbye for ever|gone forever|(?:his|her|my|their|our) late (?:mother|father|wife|husband|grandma|grandpa|grandmother|grandfather)',
    ],
    harmless: [
      'dead (?:ends?|batter(?:y|ies)|tired|lea(?:f|ves)|wood|sea|heat|quiet|silent|silence|still|centre|center|ringers?|serious|easy|phones?|torch|branch(?:es)?|twigs?|grass|flat|weight|on time|lines?|lock|trees?|flowers?|good|cool|funny|sure)|deadlines?|deadpan',
      '(?:battery|batteries|phone|torch|engine|motor|car|tablet|lamp|wind|fire|flames?|music|noise|storm|light|sound|applause|laughter|echo|breeze|radio|signal) (?:\\w+ )?(?:died|dies|was dead|is dead|went dead|dying|die|has died|had died)(?: down| away| out)?|(?:died|dies|dying|die) (?:down|away|out)|gone dead',
      '(?:die|died|dying|dies) (?:of |from )?(?:laughing|laughter|boredom|curiosity|embarrassment)|dying (?:to|for an? )(?: ?\\w+)?|to die for|(?:bored|scared|tickled|frightened|worried|starved|frozen) to death|(?:be )?the death of (?:me|us)|over my dead body|never say die|die hard|old habits die hard',
      '(?:roll(?:ed|s|ing)?|threw|throw|throws|toss(?:ed)?|shake|shook) (?:the|a|one|his|her) die|die cast|six sided die|the die (?:showed|landed|rolled)|the die is cast',
      'grave (?:mistakes?|face|matters?|voice|nod|looks?|doubts?|concerns?|dangers?|manner)|gravely|good grief|come to grief|grave accents?|black widow|widows peak|killed (?:the|some|an? hour of) (?:time|mood|lights?|engine)|kill(?:ing|ed)? time|orphaned (?:socks?|gloves?|mittens?|buttons?)|drown(?:ed|ing) (?:in|out)(?: the| her| his)? (?:noise|sauce|syrup|gravy|paperwork|laundry|homework|music)',
    ],
  },
  'illness-and-hospital': {
    says: [
      'hospitals?|hospitali[sz]ed|ambulances?|surger(?:y|ies)|surgeons?|operating (?:theatres?|rooms?|tables?)|intensive care|emergency room|sick ?beds?|stretchers?|hospices?|wards? nurse|oncolog\\w+',
      'illness(?:es)?|ill|sick|sickness|disease[sd]?|infections?|infected|fevers?|feverish|tumou?rs?|cancers?|chemo|chemotherapy|leuk(?:ae|e)mia|pneumonia|bronchitis|tonsillitis|appendicitis|meningitis',
      'measles|mumps|chicken ?pox|small ?pox|influenza|flu|whooping cough|scarlet fever|covid|coronavirus|virus(?:es)?|pandemics?|epidemics?|plagues?|diabetes|diabetic|epilepsy|epileptic|seizures?|asthma|anaphyla\\w+',
      'injections?|inject(?:ed|s)|blood (?:tests?|transfusions?|samples?)|x rays?|anaesthetics?|anesthetics?|antibiotics?|vaccin(?:e|es|ation|ations|ated)|medicines?|prescriptions?|transplants?|dialysis',
      '(?:broke|broken|breaks|fractured) (?:\\w+ )?(?:leg|arm|wrist|ankle|bones?|foot|rib|ribs|hip)|leg in plaster|plaster cast|heart (?:attacks?|failure|disease)|concussion|unconscious|coma|contagious|bedridden|diagnos(?:ed|is|es)|high temperature|throw(?:s|ing)? up|threw up|vomit(?:s|ed|ing)?',
    ],
    harmless: [
      '(?:home|sea|car|air|love|travel|space|train) ?sick(?:ness)?|sick (?:of|and tired|joke|trick|beat)|worried sick|sick with worry',
      'ill (?:mannered|tempered|fitting|at ease|prepared|advised|fated|gotten|will|timed|humoured)|speak(?:s|ing)? ill|no ill will|bode[sd]? ill|i ll|you ll|we ll|they ll|he ll|she ll|it ll',
      '(?:spring|cabin|gold|football|holiday|christmas|dance|world cup) fever|fever pitch|contagious (?:laugh|laughter|smile|giggles?|yawns?|joy|enthusiasm)|(?:laughter|laughing|a laugh|sleep|fresh air) is the best medicine|best medicine|taste of (?:his|her|their|your) own medicine|medicine balls?',
      '(?:computer) virus(?:es)?|x ray (?:fish|vision|glasses|specs|tetra)|wish(?:ing)? (?:\\w+ )?speedy|throw(?:s|ing)? up (?:his|her|their|its|your) (?:hands?|arms?|paws?)|threw up (?:his|her|their|its) (?:hands?|arms?|paws?)',
    ],
  },
  'family-break-up': {
    says: [
      'divorc(?:e|es|ed|ing|ees?)|custody|child support|alimony|visitation|marriage (?:ended|broke|is over|was over|fell apart)|broken (?:homes?|family|families|marriage)|ex (?:husband|wife|partner)',
      `${PARENT}(?: and ${PARENT})? (?:are |were |have |had |is |was |has |will be |decided to |want to |wants to |are going to )?(?:split|splits|splitting|separated?|separating|separates|broken? up|break(?:s|ing)? up|broke up|divorc\\w+)(?: up)?`,
      `${PARENT} (?:and ${PARENT} )?(?:do not|don't|don t|dont|did not|didn't|no longer|not) (?:live|lived|living|love|loved) (?:together|each other|with us|here)(?: any ?more)?|${PARENT} and ${PARENT} live apart`,
      `${PARENT} (?:has |had |have |just )?(?:moved|moves|moving|walked|walks) out(?! (?:of|into|to|for|onto) (?:the )?(?:\\w+ )?(?:door|garden|kitchen|house|shed|sun|rain|park|shop))|${PARENT} (?:has |had |just )?(?:left|leaves|leaving|abandoned) (?:us|mum|dad|mom|the family|home for good|her family|his family)|walked out on (?:us|them|the family|her|him)`,
      `(?:${PARENT}(?:'s|s)?) new (?:boyfriend|girlfriend|partner|husband|wife|family)|new (?:step ?(?:dad|mum|mom|father|mother|brother|sister))|step ?(?:dads?|mums?|moms?|famil(?:y|ies)|siblings?|fathers?|mothers?|brothers?|sisters?|parents?|sons?|daughters?|child|children)|half ?(?:brothers?|sisters?|siblings?)|blended famil(?:y|ies)`,
      "foster (?:homes?|famil(?:y|ies)|care|child|children|parents?|mum|dad|mother|father)|every other weekend (?:with|at)|weekends? (?:with|at) (?:dad|daddy|mum|mummy|mom|mommy)(?:'s|s)?(?: house| place| flat| new \\w+)?|two houses now|two homes now|left (?:his wife|her husband)|taken into care|runs? away from home|ran away from home|torn between (?:mum|mom|dad|his parents|her parents)",
    ],
    harmless: [
      "(?:wicked|evil|cruel|ugly|mean|jealous|vain|proud|cinderella'?s?|cinderellas|snow white'?s?) (?:old )?step ?(?:mothers?|sisters?|brothers?|famil(?:y|ies))",
      'step (?:by step|father christmas|mum said|mother nature)|mother (?:hen|nature|ship|goose)|father (?:christmas|time)',
      '(?:split|splits|splitting) up (?:into|to (?:look|search|find))|separat(?:e|es|ed|ing) (?:the |her |his |their |two |into )?(?:eggs?|yolks?|socks?|whites|washing|laundry|colours?|rubbish|groups|teams|piles|beds|rooms)',
    ],
  },
  romance: {
    says: [
      '(?:fell|fall|falls|falling|fallen|are|is|was|were|deeply|madly|hopelessly|secretly|be|being) in love|in love with|love at first sight|true loves?|first loves?|loved one another deeply|love (?:stor(?:y|ies)|letters?|songs?|potions?|affairs?|poems?|birds?|triangles?|interest)|lovers?|lovesick|lovey dovey',
      "boyfriends?|girlfriends?|sweethearts?|soul ?mates?|romance[sd]?|romantic(?:ally)?|flirt(?:s|ed|ing|y)?|courtship|suitors?|darling of (?:his|her) heart|dating|(?:on|first|blind|dream|dinner) (?:a )?dates?(?: with| night)|date nights?|asked (?:her|him) out|valentines?|valentine's",
      "(?:first|passionate|true love'?s?|long|tender|stolen) kiss(?:es)?|kiss(?:ed|es|ing)? (?:on|upon) the (?:lips|mouth)|kiss(?:ed|es|ing)? (?:the|a) (?:prince|princess|frog|girl|boy|bride|groom)|kissed (?:each other|passionately)|smooch(?:es|ed|ing)?|snog(?:s|ged|ging)?|share(?:d|s)? a kiss",
      'crush on|has a crush|had a crush|my crush|heart skipped a beat|broke (?:his|her|my) heart|heart ?broken|hearts? (?:beat|beating) as one|heart ?throb|propos(?:e|es|ed|ing) (?:to (?:her|him)|marriage)|marriage proposal',
      '(?:get|gets|got|getting) (?:married|engaged)|marr(?:y|ies|ied|ying) (?:him|her|me|you|the (?:prince|princess|king|queen|knight|girl|boy|man|woman))|wants? to marry|engaged to be|engagement rings?|weddings?|brides?|bridegrooms?|honeymoons?|newlyweds?|be my (?:girlfriend|boyfriend|valentine|wife|husband)|will you marry',
    ],
    harmless: [
      '(?:in love with|fell in love with|falls in love with|falling in love with|fallen in love with|was in love with|is in love with|madly in love with) (?:the |a |an |his |her |its |their |my )?(?:new |old |big |little |red |blue |idea of )?(?:sea|ocean|moon|stars?|sky|books?|music|painting|trains?|football|chocolate|snow|dinosaurs?|cheese|dancing|singing|space|reading|maths?|drawing|garden|colours?|pizza|cakes?|bicycles?|bike|hats?|boots|drums?|trumpet|violin|piano|idea|island|forest|mountains?|city|village|cooking|baking|flying|numbers|puppy|kitten|horse|pony|snail|cat|dog|rain)',
      '(?:good ?night|butterfly|eskimo|chocolate|forehead|goodbye|sloppy|wet) kiss(?:es)?|kiss(?:ed|es|ing)? (?:\\w+ )?(?:good ?night|goodbye|better)|kiss(?:es|ed)? on the (?:forehead|cheek|nose|head|paw|hand|knee)|wedding cakes?|dates? (?:palms?|trees?|cakes?)|up to date|play ?dates?',
    ],
  },
  religion: {
    says: [
      'gods?|goddess(?:es)?|jesus|christ|allah|buddhas?|buddhis[mt]s?|muhammad|moses|krishna|vishnu|shiva|ganesha?|brahma|zeus|odin|the lord above|almighty',
      'church(?:es)?|mosques?|synagogues?|cathedrals?|chapels?|monaster(?:y|ies)|convents?|shrines?|altars?|crucifix(?:es)?|rosar(?:y|ies)|baptis(?:m|ms|ed|mal)|baptiz\\w+|christening|holy communion|first communion|confirmation class|bar mitzvah|bat mitzvah',
      "pray(?:s|ed|ing)?|prayers?|worship(?:s|ped|ping)?|bless(?:ed)? by (?:the )?\\w+|sermons?|psalms?|hymns?|gospels?|bibles?|biblical|quran|koran|torah|talmud|scriptures?|holy (?:book|spirit|ghost|land|water|day|man|men|woman|trinity|bible|quran)|sunday school|bible school|ten commandments|noah'?s? ark|adam and eve",
      'priests?|priestess(?:es)?|vicars?|pastors?|rabbis?|imams?|popes?|bishops?|nuns?|monks?|missionar(?:y|ies)|prophets?|apostles?|disciples?|saints?|pilgrim(?:s|age|ages)?|clergy\\w*|choirboys?',
      'angels?|archangels?|guardian angels?|heaven|heavens|hell|satan|sins?|sinners?|salvation|soul is saved|faith in god|christian(?:s|ity)?|muslims?|islam(?:ic)?|jewish|judaism|jews|hindu(?:s|ism)?|sikhs?|catholics?|protestants?',
      'ramadan|eid|hanukkah|chanukah|passover|yom kippur|diwali|nativity|good friday|ash wednesday|lent fasting|pentecost|epiphany sunday|midnight mass|religio(?:n|ns|us)',
    ],
    harmless: [
      'church (?:mouse|mice|clock|bells?|tower)|poor as a church mouse|praying mant(?:is|ises|id)|holy (?:moly|guacamole|cow|smokes?|macaroni|mackerel)|god ?(?:mothers?|fathers?|parents?|son|daughter|children|child)|fairy godmothers?',
      '(?:oh my|oh|thank|my|good|for) (?:god|goodness|heavens?)|god (?:knows|forbid)|thank heavens?|good heavens?|heavens? (?:above|no|opened)|the heavens opened|heavenly (?:smell|taste|cake|scent)|heaven scent|seventh heaven|like heaven|tastes? (?:of|like) heaven|hell(?:o|er)|heaven knows',
      'snow angels?|angel (?:cakes?|fish|hair|delight|food)|little angels?|saint bernards?|st bernards?|monk (?:seals?|fish)|bishop (?:takes|to)|pray tell|patience of a saint|sense of humour is a blessing|hymn sheet',
    ],
  },
  'scary-animals': {
    says: [
      'spiders?|spidery|tarantulas?|black widows?|scorpions?|centipedes?|cockroach(?:es)?|leech(?:es)?|wasps?|hornets?|maggots?|swarms? of (?:bees|wasps|locusts|flies|rats|bats)',
      'snakes?|serpents?|vipers?|cobras?|pythons?|boa constrictors?|anacondas?|rattlesnakes?|adders?|mambas?|komodo dragons?',
      'wol(?:f|ves)|wolf ?packs?|hyenas?|jackals?|grizzl(?:y|ies)|(?:angry|fierce|hungry|wild|huge|enormous|roaring) (?:bears?|lions?|tigers?|dogs?|boars?|bulls?|gorillas?|leopards?|panthers?|cats?)|bear attacks?|(?:snarling|growling|barking|vicious|savage|rabid) (?:dogs?|hounds?|beasts?|guard dogs?|bears?|lions?|tigers?)|guard dogs?|hell ?hounds?',
      'sharks?|crocodiles?|alligators?|caimans?|piranhas?|killer whales?|electric eels?|stingrays?|giant (?:squids?|spiders?|rats?|octopus(?:es)?|snakes?|crabs?|centipedes?)|man eat(?:ers?|ing)',
      'rats?|vampire bats?|(?:colony|cloud|cave full|swarm) of bats|bats? (?:in|flew into) (?:her|his|my|their) hair|vultures?|birds? of prey attack\\w*|t ?rex(?:es)?|tyrannosaur\\w*|velociraptors?|raptors?',
      'fangs?|bared (?:its|his|her|their) teeth|sharp claws|venom(?:ous)?|poisonous (?:snakes?|spiders?|frogs?|jellyfish)|stung by|bitten by a \\w+|beady red eyes',
    ],
    harmless: [
      "snakes and ladders|spider ?(?:plants?|man|men)|itsy bitsy spider|incy wincy spider|feather boas?|wol(?:f|fed|fs|fing) (?:it |them )?down|wolf whistles?|lone wolf|wolf in sheep'?s? clothing|keep(?:s|ing)? the wolf from the door",
      'crocodile (?:tears?|clips?)|(?:loan|card|pool) sharks?|rat race|smell(?:s|ed)? a rat|oh rats|rats said|snake of (?:people|children|cars|lights)|adders? up|wasp waist\\w*|baby shark|water wolves',
      '(?:friendly|kind|gentle|little|shy|clever|silly) (?:wolf|snake|spider|shark|crocodile|rat) (?:toy|puppet|slippers?|costume|sticker)',
    ],
  },
  'natural-disasters': {
    says: [
      'earthquakes?|quakes?|tremors?|aftershocks?|seismic|richter|tsunamis?|tidal waves?|volcano(?:es|s)?|volcanic|lava|erupt(?:s|ed|ing|ion|ions)?|magma|pompeii',
      'floods?|flooded|flooding|floodwaters?|flash floods?|burst its banks|bursts its banks|dam (?:broke|bursts?|burst|breaks)|rising waters?|mudslides?|landslides?|avalanches?|sinkholes?',
      'hurricanes?|tornado(?:es|s)?|twisters?|cyclones?|typhoons?|whirlwinds?|blizzards?|hailstorms?|sandstorms?|snowstorms?|ice storms?|super ?storms?|storm of the century|devastating storms?|terrible storms?|lightning (?:struck|strikes?|hit) (?:the|a|their|our|his|her) (?:house|tree|barn|school|roof|tower|ship|boat)',
      'wild ?fires?|forest fires?|bush ?fires?|(?:house|village|town|forest|barn|school|city) (?:burn(?:ed|t|s)? (?:down|to the ground)|is on fire|was on fire|in flames)|droughts?|famines?|heat ?waves?|natural disasters?|disasters?|catastroph(?:e|es|ic)|cataclysm\\w*',
      'meteor(?:ite)? (?:strikes?|struck|hits?|crash\\w*|impact)|asteroid (?:strikes?|hits?|crash\\w*|impact|heading)|evacuat(?:e|es|ed|ing|ion)|swept away by|washed away by|buried under (?:the )?(?:snow|rubble|mud|ash)|rubble|shipwreck(?:s|ed)?|end of the world|apocalypse',
    ],
    harmless: [
      '(?:baking soda|vinegar|paper|papier mache|cardboard|chocolate|model|toy|science fair|school) volcano(?:es|s)?|volcano (?:experiments?|cakes?|models?|project)|lava (?:lamps?|cakes?)|(?:the )?floor is (?:made of )?lava',
      'erupt(?:s|ed|ing)? (?:in|into|with) (?:\\w+ )?(?:laughter|applause|cheers?|giggles|song|cheering|clapping)|eruptions? of (?:laughter|giggles|applause)',
      'flood(?:s|ed|ing)? (?:with|in|of|by|into|through) (?:the )?(?:\\w+ )?(?:light|sunlight|sunshine|moonlight|tears|joy|relief|memories|colour|warmth|letters|happiness|happy)|floodlights?|flood(?:s|ed)? the (?:room|kitchen|garden) with (?:\\w+ )?(?:light|sunshine|sunlight|warmth)',
      'tongue twisters?|hurricane lamps?|like wildfire|won by a landslide|landslide victory|avalanches? of (?:toys|letters|laundry|socks|books|cushions|paper|presents|pillows|teddies|apples)|whirlwind (?:tour|trip|of (?:activity|colours|leaves))|(?:kitchen|baking|haircut|cake|painting|cooking|hair) disasters?|recipe for disaster|disaster of a (?:cake|haircut|drawing)|blizzard of (?:feathers|paper|confetti|petals|flour)|snowstorm (?:of|in a globe)|snow ?globe\\w*|brain ?storm\\w*',
    ],
  },
};
