import type { Leniency } from './leniency.ts';
import type { SafetyRule } from './safety-rules.ts';

const BODY = '(?:heads?|hearts?|eyes?|guts?|arms?|legs?|tongues?|faces?|limbs?|throats?|fingers?|skin)';
const WHOSE = '(?:my|your|his|her|its|their|our|the)';
const WHOM = '(?:him|her|them|me|you|us|people|everyone|everybody|someone|somebody)';
const SELF = '(?:myself|yourself|himself|herself|themselves|itself|ourselves)';
const GROUPS =
  '(?:jews?|jewish people|muslims?|christians?|black people|blacks|white people|asians?|immigrants?|refugees?|gays?|gay people|lesbians?|trans people|foreigners|arabs?|mexicans?|gypsies|disabled people)';
const WEAPONS =
  '(?:bombs?|explosives?|guns?|rifles?|pistols?|grenades?|landmines?|weapons?|silencers?|ammunition|bullets?|nerve gas|poison gas|chlorine gas)';

/**
 * What Storyloom never tells a child, as pieces of regular expressions over folded text (lower case, no punctuation).
 * They are whole words unless they end in `\w*`. Fairy tales are full of arrows, ovens, witches, wolves and naked
 * emperors: each line here must leave those alone (see the harmless lines of the test).
 */
const ALWAYS: Partial<Record<SafetyRule, string[]>> = {
  profanity: [
    'ass ?holes?',
    '(?:dumb|smart|bad|jack|fat|lazy|lard) ?ass(?:es)?',
    '(?:my|your|his|her|their|kick|kicks|kicked|kiss|ur) ass',
    '(?:my|your|his|suck|sucks|sucking|big|hard) (?:cock|dick|prick)s?',
    'cock ?suck\\w*|dick pics?',
    'dick ?heads?',
    '(?:you|such a|what a|little|total) (?:prick|dick|twat|wanker)s?',
    'mother ?f\\w*ck\\w*',
    'f(?:u+|a|o)c?k(?:s|ed|er|ers|ing|in)?(?<!fa?ke?d?|fo?ck|fak(?:er|ers|ing|in)|fok)',
    'wtf|stfu|lmfao|milfs?',
    'pussy(?! ?(?:cat|cats|willow|willows|foot|in boots))',
    'anus|anal',
    'bull ?shit\\w*',
    'god ?damn\\w*',
    'son of a bitch',
  ],
  sexual_content: [
    'sex|sexy|sexual\\w*|sexting|sexiest|sexed',
    'porn\\w*|hentai|nsfw|erotic\\w*|bdsm|kinky|horny|fetish\\w*|onlyfans|xxx',
    '(?:send|share|take|post) (?:me )?nudes?|nude (?:photos?|pics?|pictures?|selfies?)|nudity',
    '(?:bare|naked|nude) (?:breasts?|boobs?|body parts)',
    'strip(?:per|pers| ?tease| club| clubs)',
    'mak(?:e|es|ing) (?:passionate )?love (?:to|with)|made (?:passionate )?love (?:to|with)',
    'masturbat\\w*|orgasm\\w*|ejaculat\\w*|genital\\w*|penis(?:es)?|vaginas?|condoms?',
    'prostitut\\w*|brothels?|hookers?|escort service',
    'p(?:a)?edo(?:phil\\w*|s)?|molest\\w*|incest\\w*|rap(?:e|ed|es|ing|ist|ists)',
    'touch(?:ed|es|ing)? (?:my|her|his|their|your) private (?:parts?|areas?)',
    '(?:french|tongue) kiss\\w*|making out|lingerie',
  ],
  graphic_violence: [
    'gore|gory|disembowel\\w*|decapitat\\w*|behead\\w*|dismember\\w*|mutilat\\w*|eviscerat\\w*|entrails',
    'blood (?:gush|spurt|spray|splatter|ooz|pour|squirt|dripp)\\w*',
    'pools? of blood|blood ?bath|covered in blood|soaked in blood|blood (?:soaked|drenched|spattered|stained)|blood everywhere',
    '(?:gush|spurt|spray|splatter)\\w* (?:of |with )?blood',
    `(?:slit|slits|slitting|slash|slashed|cut|cuts|cutting) ${WHOSE} throats?`,
    `(?:rip|ripped|rips|tear|tore|tears|chop|chopped|hack|hacked|cut|saw|sawed|gouge|gouged|bit|blew|blow) (?:off |out )?${WHOSE} ${BODY} (?:off|out)`,
    `(?:rip|ripped|rips|tear|tore|tears|chop|chopped|hack|hacked|gouge|gouged|blew|saw|sawed) (?:off|out) ${WHOSE} ${BODY}`,
    `severed ${BODY}`,
    `stab(?:s|bed|bing)? (?:${WHOM}|to death|in the|${WHOSE} (?:\\w+ )?(?:heart|chest|back|neck|eyes?|mother|father|friend|brother|sister))`,
    '(?:stabbed|beat|beaten|choked|burned|burnt|tortured|kicked|bled|bleed|bleeding|strangled|clubbed|hacked) to death',
    `tortur(?:e|es|ed|ing) (?:${WHOM}|the|a|an|and|until)|torture chamber`,
    'massacre\\w*|genocide|serial killers?|mass murder\\w*|mass shoot\\w*|school shoot\\w*|snuff films?|bludgeon\\w*',
    `strangl(?:e|es|ed|ing) (?:${WHOM}|the|a|${WHOSE})`,
    'skinned alive|burn(?:ed|t|ing)? (?:\\w+ )?alive|buried alive|cannibal\\w*|eating human flesh|human flesh',
    `(?:brains?|guts) (?:splatter|spill|ooz|hanging|all over|flew)\\w*|blew ${WHOSE} brains|spill(?:ed|ing)? ${WHOSE} guts`,
    `shot (?:${WHOM}|the \\w+) (?:dead|in the (?:head|face|heart|chest|back|neck))|shoot (?:${WHOM}) (?:dead|in the (?:head|face|heart|chest))`,
    'shot (?:a|the) (?:man|woman|boy|girl|child|teacher|policeman|person)',
    '(?:kill|kills|killed|killing|murder|murders|murdered|murdering|slaughter|slaughters|slaughtered|slaughtering) (?:all |every |the |his |her |their |my |a |an |some |other |little |whole )*(?:people|person|persons|child|children|kids?|babies|baby|everyone|everybody|family|families|mother|father|parents|mom|mum|dad|brother|sister|teacher|classmates|students|boy|girl|man|woman|humans|villagers|puppy|kitten)',
  ],
  self_harm: [
    'suicid\\w*|self harm\\w*|thinspo|pro ?ana',
    `(?:kill|kills|killed|killing|hang|hangs|hanged|hanging|hung|cuts|cutting|hurting|harm|harms|harming|starve|starves|starved|starving|drown|drowning|stab|stabbing|poison|poisons) ${SELF}(?! (?:on|loose|free|from|off|a|an|some|by accident|with laughter))`,
    `(?:cut|hurt|hurts|burn|burned) ${SELF} on purpose`,
    `(?:slit|slits|slitting|cut|cuts|cutting|slash|slashed|slashing) ${WHOSE} wrists?`,
    `(?:end|ends|ended|ending|take|takes|took|taking) ${WHOSE} own (?:life|lives)|end it all`,
    '(?:want|wants|wanted|wish|wishes|wishing|wanting) to (?:die|be dead|kill \\w+self)|better off dead|no reason to live',
    '(?:took|take|takes|taking|swallow\\w*) (?:all )?(?:a whole bottle of|too many|all the|all her|all his|all my) (?:sleeping )?pills|overdos\\w*',
    'kys|unalive\\w*',
  ],
  drugs: [
    'cocaine|heroin|meth|crystal meth|methamphetamine|marijuana|cannabis|fentanyl|ketamine|lsd|opium|opioids?|mdma|ecstasy pills?|magic mushrooms?|bong hits?',
    '(?:smok(?:e|es|ed|ing)|roll(?:s|ed|ing)?) (?:some |a |his |her |the )?(?:weed|pot|joints?|crack|dope|hash|blunt|blunts|cigarettes?|cigars?)',
    '(?:snort|snorts|snorted|snorting|inject|injects|injected|injecting) (?:\\w+ )?(?:coke|lines|powder|drugs|needles?|crack)',
    'drug (?:dealer|dealers|dealing|lord|deal|deals|addict|addicts|cartel)|(?:do|does|doing|did|take|takes|taking|took|sell|sells|selling|sold|buy|buys|buying|using) (?:some |hard |illegal )?drugs|illegal drugs|on drugs|party drugs',
    '(?:get|gets|getting|got|was|were) (?:really |very |so )?(?:drunk|stoned|wasted|high on)|binge drink\\w*|getting high|shots of (?:vodka|tequila|whiskey|whisky|rum)',
    'vodka|tequila|vap(?:e|es|ed|ing)|e cigarettes?|chain smok\\w*|shoot(?:ing)? up heroin',
  ],
  hate: [
    'heil|sieg heil|white (?:power|pride|supremac\\w*)|ku klux klan|kkk|ethnic cleansing|master race|untermensch\\w*|holocaust (?:was fake|never happened|denial)',
    `(?:i |we |they |all |everyone )?hate(?:s|d)? (?:all |the |those )?${GROUPS}`,
    `(?:kill|gas|exterminate|deport|hang|shoot|burn|eliminate|attack) (?:all |all the |the |those )?${GROUPS}`,
    `${GROUPS} (?:are|is) (?:all )?(?:stupid|inferior|dirty|evil|vermin|animals|subhuman|criminals|disgusting|ugly|worthless|lazy|thieves)`,
    `${GROUPS} (?:should|must|deserve to|have to|need to) (?:all )?(?:die|be (?:killed|shot|gassed|hanged|banned|deported|locked)|go away|leave|suffer)`,
    '(?:dirty|filthy|stinking) (?:jews?|muslims?|foreigners?|immigrants?|gypsies|arabs?|mexicans?)',
    'subhumans?|retards?|spics?|wetbacks?|gooks?|chinks|ragheads?|towelheads?|trannies|faggots?|kikes?|coons?(?= (?:are|should))',
    '(?:go|send \\w+) back to (?:your|their) own countr(?:y|ies)',
    '(?:girls|women|boys) (?:are|is) (?:all )?(?:inferior|too stupid|worthless)',
    '(?:praise|praised|praising|love|loved|worship|admire|join) (?:adolf )?(?:hitler|the nazis|the kkk|isis)|nazi (?:salute|propaganda)',
  ],
  weapons: [
    `(?:how to|how do (?:i|you|we)|how can (?:i|you|we)|teach\\w* (?:\\w+ )?(?:how )?to|instructions? (?:for|to|on)|recipe for|steps to|guide to|learn\\w* (?:how )?to|show\\w* (?:\\w+ )?(?:how )?to) (?:\\w+ ){0,2}(?:make|making|build|building|construct|assemble|mix|create|creating|buy|get|load|fire|use|print)? ?(?:a |an |the |his |her |some |my |your |own |real |working |simple |home ?made |small |big )*${WEAPONS}(?! (?:of (?:glitter|love|confetti|bubbles?)|made of (?:snow|jelly|ice|paper)))`,
    'pipe bombs?|molotov\\w*|nail bombs?|car bombs?|suicide (?:vest|bomb\\w*)|dirty bombs?|bomb threats?|fertili[sz]er bombs?',
    'ammonium nitrate|thermite|napalm|nitroglycerin\\w*|gunpowder recipe|ricin|sarin|nerve agents?|anthrax|mustard gas',
    'ghost guns?|printed guns?|assault rifles?|machine guns?|ak ?fortyseven|automatic rifles?',
    '(?:brought|bring|brings|bringing|took|take|takes|taking) (?:a |his |her |the |my )?(?:dads? |fathers? |real )?(?:guns?|knife|pistol|rifle) (?:to|into) (?:the )?(?:school|class|classroom)',
    '(?:mix|mixed|mixing) (?:\\w+ )?bleach (?:and|with)',
  ],
};

/** For listeners under nine. From nine on a mystery may have a murder and history a war. */
const FOR_YOUNG: Partial<Record<SafetyRule, string[]>> = {
  graphic_violence: [
    'murder(?:s|ed|ing|er|ers|ous)?(?! of crows)',
    'corpses?|dead bod(?:y|ies)|slaughter\\w*|assassin(?:s|ate|ated|ation)?(?! bugs?)|execut(?:ed|ion|ions|ioner)|gunshots?|shotguns?',
    `(?:kill|kills|killed|killing) (?:${WHOM})(?! with kindness)`,
  ],
  hate: ['nazis?|hitler|slave trade'],
  drugs: ['cigarettes?|cigars?|tobacco|whisk(?:e)?y|beers?(?! garden)|drugs'],
};

/** The patterns that hold, in the order they are tried. */
export function topicPatterns(leniency: Leniency): [SafetyRule, RegExp][] {
  return leniency === 'young' ? YOUNG_PATTERNS : OLDER_PATTERNS;
}

/** What the patterns are made of, roughly: letters that stand together. For words that are hidden or misspelled. */
export function topicWords(): string[] {
  const sources = [ALWAYS, FOR_YOUNG].flatMap((rules) => Object.values(rules).flat());
  return sources.flatMap((source) => source.replace(/\\w\*/g, '').match(/[a-z]{4,}/g) ?? []);
}

const OLDER_PATTERNS = compile(ALWAYS);
const YOUNG_PATTERNS = [...OLDER_PATTERNS, ...compile(FOR_YOUNG)];

function compile(rules: Partial<Record<SafetyRule, string[]>>): [SafetyRule, RegExp][] {
  return Object.entries(rules).map(([rule, pieces]) => [
    rule as SafetyRule,
    new RegExp(`(?<![a-z'])(?:${pieces.join('|')})(?![a-z])`),
  ]);
}
