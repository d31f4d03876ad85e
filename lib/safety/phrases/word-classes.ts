import { inflect, inflectNoun } from './inflect.ts';

const exact = (words: string): string[] => words.split(/\s+/);
const nouns = (words: string): string[] => exact(words).flatMap(inflectNoun);
const verbs = (words: string): string[] => exact(words).flatMap(inflect);

const WHO_IS_YOUNG = [
  ...nouns(
    'boy girl child kid baby toddler teen teenager pupil student schoolboy schoolgirl infant youngster',
  ),
  ...exact('children babies little'),
];
const PARENTS = exact(
  "mum mom mummy mommy mama dad daddy papa mother father parent parents mums moms dads mum's mom's dad's parents'",
);
const FAMILY = [
  ...PARENTS,
  ...nouns(
    'brother sister wife husband grandma grandpa grandmother grandfather granny uncle aunt family son daughter twin',
  ),
  ...exact('families'),
];

/** Words that mean the same to a rule. In the rules of this folder a class stands as `{name}`. */
export const WORD_CLASSES = {
  young: WHO_IS_YOUNG,
  parents: PARENTS,
  family: FAMILY,
  person: [
    ...WHO_IS_YOUNG.filter((word) => word !== 'little'),
    ...FAMILY,
    ...nouns(
      'person human guy lady neighbour neighbor classmate teacher friend nurse doctor patient prisoner soldier villager policeman guest babysitter sitter victim stranger girlfriend boyfriend clown visitor guard king queen prince princess',
    ),
    ...exact('man men woman women people everyone everybody someone somebody anyone policemen folk police'),
  ],
  whom: exact('him her them me us you people everyone everybody someone somebody'),
  self: exact('myself yourself himself herself themselves itself ourselves'),
  whose: exact('my your his her its their our the a an'),
  animal: [
    ...nouns(
      'cat kitten kitty dog puppy pup hamster rabbit bunny bird duck duckling swan horse pony donkey elephant lamb pig piglet cow frog toad butterfly ant snail spider hedgehog squirrel chick chicken hen rooster turtle tortoise monkey parrot pigeon insect creature animal pet foal goat goldfish beetle worm bug crab seal fox cub deer fawn moth lizard snake',
    ),
    ...exact('mice mouse geese goose sheep calf calves fish bees flies puppies kitties butterflies ponies'),
  ],
  torment: [
    ...verbs('torture strangle drown mutilate microwave throttle electrocute abuse torment stab scald'),
    ...exact('poisons poisoning kicking whips whipping skinning burning strangeling'),
  ],
  body: exact(
    'head heads heart hearts eye eyes guts arm arms leg legs tongue tongues face faces limb limbs throat throats finger fingers skull skulls hand hands foot feet ear ears toes toe neck necks nose bones',
  ),
  sever: [
    ...verbs('rip chop hack saw gouge slice sever lop'),
    ...exact('cut cuts cutting tear tears tore tearing torn bite bites bit biting bitten'),
  ],
  weapon: [
    ...nouns(
      'bomb gun rifle pistol explosive grenade landmine molotov detonator silencer firearm handgun shotgun revolver bullet',
    ),
    ...exact(
      'ammunition ammo thermite ricin napalm tatp gunpowder sarin weapon weapons dynamite semtex cyanide',
    ),
  ],
  craft: [
    ...verbs(
      'make build construct assemble mix print load convert craft modify smuggle sharpen plant wire prepare cook order',
    ),
    ...exact('built made buy buys bought buying building'),
  ],
  lesson: exact(
    'instructions instruction manual recipe tutorial beginners step steps lesson guide wiring formula how teach teaches teaching explain explains learn learns explained show shows',
  ),
  alcohol: exact(
    'wine beer beers whisky whiskey gin rum champagne alcohol booze liquor vodka tequila brandy schnapps',
  ),
  drug: exact(
    'cocaine heroin meth methamphetamine marijuana cannabis fentanyl ketamine lsd opium opioids mdma weed ecstasy amphetamine amphetamines shrooms hashish crack coke xanax oxycontin codeine steroids',
  ),
  swallow: [
    ...verbs('swallow drink gulp eat lick chew taste inhale sniff snort sip bite'),
    ...exact('drank drunk ate eaten eating bit'),
  ],
  chemical: exact(
    'bleach detergent paracetamol aspirin petrol gasoline antifreeze disinfectant sanitizer sanitiser ammonia turpentine cleaner cleaners',
  ),
  pill: exact('pill pills tablet tablets medicine medicines painkillers capsules'),
  group: [
    ...nouns(
      'jew muslim christian immigrant refugee foreigner arab mexican gypsy lesbian migrant hindu pakistani romanian',
    ),
    ...exact('gypsies jewz roma gays blacks indians africans asians turks chinese latinos homosexuals'),
  ],
  groupAdjective: exact(
    'black brown jewish muslim gay trans transgender disabled foreign african asian chinese indian mexican arab immigrant refugee coloured colored',
  ),
  folk: exact(
    'people kids children men women boys girls families person kid child boy girl man woman race ones',
  ),
  insult: exact(
    'disgusting stupid dirty ugly worthless vermin rats monkeys apes animals terrorists thieves lazy subhuman inferior criminals filthy stink stinks smelly parasites cockroaches evil scum dumb dangerous pigs dogs moneys diseased savages',
  ),
  tyrant: exact(
    'hitler stalin mussolini goebbels himmler pinochet osama breivik nazi nazis fuhrer fuehrer klan taliban isis kkk duce',
  ),
  praise: exact(
    'right good hero heroes great wonderful strong brave bravely heroic love loves loved noble wise kind genius nice friendly proud clever admire admires glory glorious legend saves save joy best cool praise',
  ),
  tempt: exact(
    'sweets sweet candy puppy puppies kitten kittens toy toys present presents chocolate gift gifts',
  ),
  picture: exact(
    'photo photos picture pictures selfie selfies pic pics video videos image images photograph',
  ),
  online: exact(
    'online internet web snapchat whatsapp instagram tiktok discord roblox game chat webcam tablet app',
  ),
  adult: exact(
    'adult adults grown-up grownup grown man men older coach uncle teacher photographer boyfriend stranger strangers',
  ),
  instruction: exact(
    'instruction instructions guideline guidelines guardrail guardrails directive directives filters restrictions policy policies programming moderation',
  ),
  disobey: exact(
    'ignore ignoring disregard override overriding bypass bypassing disable disabling deactivate circumvent forget drop skip violate discard',
  ),
  thin: exact(
    'thin thinner thinnest skinny skinnier skinniest slim slimmer slimmest slimest lighter beautiful pretty weight ribs',
  ),
  meal: exact('meal meals lunch dinner breakfast food supper cake cakes eating everything snack snacks'),
  money: exact('money savings pounds dollars euros cash card cards credit stakes bitcoin'),
  not: exact(
    "not don't dont never no doesn't doesnt cannot can't without avoid isn't wasn't won't shouldn't stop against danger dangerous",
  ),
  badTrait: exact(
    'disgusting stupid dirty worthless vermin terrorists thieves lazy subhuman inferior criminals filthy stink stinks smelly parasites cockroaches scum dumb diseased savages greedy liars rapists invaders primitive',
  ),
  fright: exact(
    'clown clowns doll dolls zombie zombies demon demons devil devils ghoul ghouls murderer murderers killer killers corpse corpses puppet scarecrow entity maniac psycho nun mannequin mannequins creature phantom spirit ghost ghosts skeleton skeletons monster monsters beast shadow werewolf',
  ),
  maul: exact(
    'kill kills killing killed devour devours devoured devouring strangle strangles stab stabs stabbed slash slashes tear tears tore rip rips ripped murder murders murdered torture tortures bite bites chew chews drown drowns choke chokes scratch scratches gouge slaughter slaughters eat eats eaten eating drag drags dragged suffocate peel peels skin skins butcher butchers',
  ),
  gross: exact(
    'bloody rotting rotten rotted decaying oozing severed gouged skinless faceless mutilated mangled maggots charred eyeless',
  ),
  sadism: exact(
    'fun funny laugh laughs laughed laughing cheer cheers cheering game prize enjoy enjoys until till dies dead die bleed bleeds blood bleeding scream screams screaming squeal squeals squealing whimper whimpers yelp yelps pain suffer suffers suffering hilarious joke sport entertainment alive twitch twitches twitching crying cries hurts howl howls revenge bored',
  ),
  hurtAny: [
    ...verbs(
      'kick punch stab burn poison drown crush squash strangle choke torture whip smash slap electrocute starve skin boil roast stone behead squeeze torment abuse hurt',
    ),
    ...exact('beat beats beating shoot shoots shooting hang hangs hanging burnt hit hits hitting'),
  ],
} satisfies Record<string, string[]>;

export type WordClass = keyof typeof WORD_CLASSES;
