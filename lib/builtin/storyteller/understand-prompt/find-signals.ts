import type { ShapeId } from '../plots/shape-id.ts';

/** Words that ask for a plot, with how strongly. */
const SIGNALS: [ShapeId, number, RegExp][] = [
  [
    'quest',
    6,
    /\b(look(s|ing|ed)? for|search(es|ing)? for|quest|(?<!hide (?:and|n|&) |hide-and-)seek(s|ing)?|hunt(s|ing)? for|treasure|in search of|find the (magic|golden|lost|legendary))\b/,
  ],
  [
    'quest',
    3,
    /\b(find(s|ing)?(?! (?:that|out|it|himself|herself|itself)\b)|adventure|journey|map|wants? (a|an|the|some))\b/,
  ],
  [
    'lost-and-found',
    9,
    /\b((cannot|can'?t|can not|could not|couldn'?t) find (his|her|its|their|the|a)|los(es?|ing|t) (his|her|its|their|the|a) (?!way)|missing (?!home)|(is|are|goes|gone|went) missing|lost (teddy|toy|sock|hat|mitten|tooth|blanket|bear|kite|key|shoe|ball|ring|button|scarf|glove|glasses))/,
  ],
  [
    'new-friend',
    8,
    /\b(new friends?|make(s)? (a |new )?friends?|befriends?|lonely|has no friends|looking for a friend|wants? a friend|find(s)? a friend|friendship|becomes? friends|new (kid|boy|girl|neighbou?r)|moves? (to|house))\b/,
  ],
  ['new-friend', 4, /\b(friends?|meets?)\b/],
  [
    'bedtime',
    10,
    /\b(can'?t sleep|cannot sleep|won'?t sleep|not sleepy|bed ?time|go(es|ing)? to (sleep|bed)|fall(s|ing)? asleep|lullaby|good ?night|sleepy|insomnia|sleepover|dreamland)\b/,
  ],
  [
    'mystery',
    9,
    /\b(myster(y|ies|ious)|detective|clues?|who (stole|took|ate|is (hiding|making|stealing|taking|eating|behind|knocking))|solves?|solving|stolen|disappear(s|ed|ing)?|vanish(es|ed)?|strange (noise|sound|light)s?|investigat\w+|secret (door|room|passage)|puzzle|riddle)\b/,
  ],
  [
    'mistake-mended',
    9,
    /\b(mistakes?|sorry|apologi\w+|br(eaks?|oke|oken)|lie[sd]?|lying|fib|honest\w*|truth|accident\w*|forgives?|forgiveness|spill(s|ed)?|ruin(s|ed)?|blame[sd]?)\b/,
  ],
  [
    'contest',
    9,
    /\b(race|races|racing|contest|competition|compet(es?|ing)|tournament|olympics?|championship|wins?|winning|talent show|medal|trophy|match|soccer|football|spelling bee)\b/,
  ],
  [
    'helping',
    8,
    /\b(help(s|ing|ed)?(?! (?:his|her|their|the|a)? ?\w+ (?:make|bake|cook|plant|pack|clean|prepare|fix|paint)\b)|sav(es?|ing|ed)|rescu(es?|ing)|kindness|kind(?= (to|deed))|tak(es?|ing) care|cares? for|lost (baby|puppy|kitten|chick|lamb|whale|duckling|bird)|baby (bird|whale|seal|owl)|stuck|trapped|injured|hurt|sick|ill|firefighters?|doctor|nurse|vet)\b/,
  ],
  [
    'facing-a-fear',
    10,
    /\b((to|at|visits?) the (dentist|doctor|hospital|hairdresser|barber|vet)|(to|at) (school|kindergarten|preschool|nursery) for the first time|afraid|scared|fears?|frightened|terrified|nervous|worr(y|ied|ies)|anxious|shy|monsters? under|first day|courage|brave enough|being brave|be brave|brave at|too scared|timid|scares)\b/,
  ],
  [
    'building',
    9,
    /\b(build(s|ing)?(?! (?:had|is|was|with|in|where))|(?<!-)built|construct(s|ing)?|invent(s|ion|ing)?|make a (boat|raft|fort|den|machine|robot|rocket)|tree ?house|fort|sandcastle|inventor|raft|bridge|team ?work|cooperat\w+|work(ing)? together)\b/,
  ],
  [
    'journey-home',
    9,
    /\b(way (back )?home|go(es|ing)? home|get(s|ting)? home|lost in|gets? lost|got lost|is lost|lost (his|her|their|its) way|homesick|far from home|find(s)? (his|her|their|its) (family|mother|mom|mum|parents|herd|way)|returns? home|migrat\w+|separated)\b/,
  ],
  [
    'surprise',
    9,
    /\b(surpris(e|es|ing)|birthday|party|present|presents|gifts?|christmas|anniversary|mother'?s day|father'?s day|secretly|valentine|cake)\b/,
  ],
  ['surprise', 3, /\b(celebrat\w+|festival|hanukkah|diwali|eid|easter|halloween)\b/],
  [
    'growing',
    9,
    /\b(plant(s|ed|ing)?|grow(s|ing|n)?|seeds?|gardening|gardener|sunflowers?|beanstalk|patien(t|ce)|sapling|bloom(s)?|waiting|climate)\b/,
  ],
  ['growing', 4, /\b(gardens?|flowers?|pumpkins?|vegetables?|change|seasons?)\b/],
  [
    'magic-gone-wrong',
    9,
    /\b(spells?|wands?|potions?|magic (goes|went|gone)|cauldron|wizards?|witch(es)?|magician|wish(es)? (come|came|go|goes)|turns? (into|everything)|genie|sorcer\w+|magic (hat|pot|paintbrush|pencil|crayon|brush|pen|book|broom|carpet|wand|shoes|boots)|invisible|shrinks?|shrunk|hiccups?|enchanted)\b/,
  ],
  [
    'sharing',
    10,
    /\b(shar(e|es|ing)|selfish\w*|greed\w*|generous|generosity|tak(e|es|ing) turns|won'?t share|mine!?|jealous\w*|envy|fight(s|ing)? over|argu(e|es|ing)|quarrel(s|ling)?|fairness|unfair)\b/,
  ],
  [
    'learning',
    9,
    /\b(learn(s|ing|ed)? (to|how|the)|can(no|')?t (fly|swim|sing|dance|roar|read|ride|jump|climb|whistle|hoot|breathe|write|paint|skate|draw|howl|run|count|float)|(?<!not |n't |never )wants? to (fly|swim|sing|dance|ride|read|write|paint|draw|skate|be|become|play|surf|cook|bake|roar|climb|whistle|run|glow|shine|juggle|ski)|dreams? of (be|becom|fly|danc|sing|swim|play|paint|race|rac)\w*|practi[sc]\w+|never give up|persever\w+|try again|lessons?|perseverance|believ(e|es|ing) in)\b/,
  ],
  [
    'exploring',
    9,
    /\b((wants?|wished?|wishes|longs|dreams?|hopes?) (to|of) (see(ing)?|visit(ing)?|reach(ing)?) |explor(e|es|ing|er|ers)|visit(s|ing)?|trip|voyage|travel(s|ling|ing)?|discover(s|ing|y)?|expedition|safari|sail(s|ing)?|fl(ies|y|ying) to|journey to|adventures? in|goes to (the |a )?(moon|mars|space|zoo|beach|sea|jungle|ocean|north pole)|tour|vacation|holiday|camping|around the world|to the (moon|stars|sea|bottom|centre|center))\b/,
  ],
  [
    'grumpy-stranger',
    9,
    /\b(grumpy|mean|angry|bull(y|ies|ied)|giant(?! (?!who|that|and|is|in|named|called|with|lives|has)\w)|troll|ogre|villain|wicked|evil|scary (dragon|monster|witch|wolf)|fights?(?! over)|defeat(s)?|battle(s)?|stop(s)? the|enem(y|ies)|cranky|monster|big bad|terroriz\w+|guards?|tames?)\b/,
  ],
];

/** How strongly a text asks for each plot. */
export function findSignals(text: string): Partial<Record<ShapeId, number>> {
  const lower = text.toLowerCase();
  const signals: Partial<Record<ShapeId, number>> = {};
  for (const [shape, weight, pattern] of SIGNALS) {
    if (pattern.test(lower)) signals[shape] = (signals[shape] ?? 0) + weight;
  }
  return signals;
}
