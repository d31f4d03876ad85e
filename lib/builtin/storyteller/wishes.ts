import type { AgeGroup, Place } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { withArticle } from './grammar.ts';
import type { Wish } from './understand-prompt/prompt-reading.ts';

/** What sort of thing is wished for decides how one finds it, what it looks like, and what one does with it in the end. */
export type WishClass = 'food' | 'shiny' | 'creature' | 'plant' | 'paper' | 'sky' | 'place' | 'toy' | 'other';

const CLASS_WORDS: Record<Exclude<WishClass, 'other'>, string> = {
  food: 'cheese honey cake cakes cookie cookies pie berry berries strawberry apple apples bread chocolate candy sweets carrot carrots nut nuts acorn acorns soup pizza pancake pancakes ice-cream cream banana bananas pear fruit mango muffin peanut peanuts jam biscuit biscuits fish marshmallow marshmallows pumpkin watermelon lollipop lollipops noodles popcorn waffle tea milk sandwich recipe breakfast lunch dinner food egg eggs',
  shiny:
    'treasure gold crown jewel jewels gem gems diamond ring pearl pearls coin coins crystal crystals medal lamp lantern key trophy necklace mirror bell emerald ruby sapphire stone stones sword shield goblet compass amulet shell shells wand chest',
  creature:
    'puppy kitten dog cat unicorn dragon bird fish whale butterfly firefly fireflies horse pony bear owl fox rabbit turtle monster yeti fairy mermaid dinosaur penguin elephant lion tiger hamster parrot chick duckling lamb egg pet mouse bee frog phoenix creature ghost',
  plant: 'flower flowers rose roses tree seed seeds leaf sunflower mushroom mushrooms clover tulip garden',
  paper:
    'book books map letter story letters poem picture song songs diary page photograph painting recipe scroll word words',
  sky: 'star stars moon sun rainbow rainbows cloud snowflake moonbeam comet light lights raindrop colour colours color colors moonlight dream dreams',
  place:
    'island castle door cave waterfall village kingdom forest city planet house lake lighthouse path tunnel garden land world room palace mountain bridge temple pyramid',
  toy: 'teddy bear doll ball kite toy blanket balloon balloons bicycle bike boat drum guitar piano violin flute trumpet puppet train robot car hat sock socks scarf mitten mittens glove shoe shoes boots coat umbrella bell whistle paintbrush crayon pencil button buttons tooth glasses pillow spoon clock watch broom carpet instrument',
};
const CLASS_OF = new Map<string, WishClass>();
for (const [wishClass, words] of Object.entries(CLASS_WORDS)) {
  for (const word of words.split(' ')) if (!CLASS_OF.has(word)) CLASS_OF.set(word, wishClass as WishClass);
}

export function classOfThing(noun: string): WishClass {
  return CLASS_OF.get(noun) ?? 'other';
}

/** Wishes for prompts that name none, by where the story is. */
const DEFAULT_WISHES: Partial<Record<Place, string[]>> = {
  forest: ['silver acorn', 'singing flower', 'moonlight mushroom'],
  meadow: ['golden clover', 'singing flower', 'lost kite'],
  garden: ['blue rose', 'golden pear', 'singing bell'],
  village: ['wishing bell', 'golden key', 'cinnamon star cake'],
  city: ['golden ticket', 'lost balloon', 'clockwork bird'],
  house: ['golden key', 'singing teacup', 'moon lamp'],
  kitchen: ['golden crumb', 'cinnamon star cake', 'silver spoon'],
  bedroom: ['moon lamp', 'paper star', 'silver bell'],
  mountain: ['echo stone', 'snow flower', 'silver bell'],
  beach: ['singing shell', 'rainbow pearl', 'message in a bottle'],
  sea: ['rainbow pearl', 'singing shell', 'golden compass'],
  underwater: ['rainbow pearl', 'singing shell', 'golden lantern'],
  river: ['silver reed flute', 'moon pebble', 'water lily lamp'],
  castle: ['forgotten crown', 'tiny gold key', 'singing mirror'],
  cave: ['rainbow crystal', 'glowing stone', 'silver lantern'],
  desert: ['desert rose', 'singing stone', 'golden lamp'],
  snow: ['ice star', 'snow flower', 'warm red lantern'],
  space: ['sleeping star', 'moon pebble', 'comet feather'],
  sky: ['lost rainbow', 'silver kite', 'morning star'],
  farm: ['golden egg', 'lucky horseshoe', 'giant pumpkin'],
  school: ['golden pencil', 'lost bell', 'secret map'],
  'candy-land': ['rainbow lollipop', 'sugar star', 'singing gumdrop'],
  jungle: ['golden banana', 'painted feather', 'singing stone'],
  library: ['unfinished book', 'secret map', 'silver bookmark'],
};

export type WishWords = { wishClass: WishClass; noun: string; slots: Record<string, string> };
type Telling = Record<AgeGroup, string[]>;

/** The words for a wish: slots goal, agoal, thegoal, git, and how it is traced, found and enjoyed. */
export function wordWish(wish: Wish | undefined, place: Place, age: AgeGroup, random: Random): WishWords {
  const known = wish ?? defaultWish(place, random);
  const phrase = known.phrase;
  const wishClass = CLASS_OF.get(known.noun) ?? 'other';
  const facts = CLASS_FACTS[wishClass];
  const plain = !known.plural && known.article === 'none' && UNCOUNTED.test(known.noun);
  return {
    wishClass,
    noun: known.noun,
    slots: {
      goal: phrase,
      agoal: known.article === 'the' ? `the ${phrase}` : known.plural || plain ? phrase : withArticle(phrase),
      thegoal: `the ${phrase}`,
      git: known.plural ? 'them' : 'it',
      gis: known.plural ? 'they were' : 'it was',
      gwas: known.plural ? 'were' : 'was',
      sign: random.pick(facts.sign),
      signline: random.pick(facts.signline[age]),
      sight: random.pick((known.plural ? MANY_SIGHT : facts.sight)[age]),
      treat: random.pick((known.plural ? MANY_TREAT : facts.treat)[age]),
      sense: facts.sense,
    },
  };
}

const UNCOUNTED =
  /^(cheese|honey|gold|treasure|bread|chocolate|candy|soup|milk|tea|fruit|music|magic|food|jam|water|popcorn|light|moonlight|breakfast|lunch|dinner|snow|sand|fish|poetry|art|history|rain|sunshine|thunder|silence|luck|nature|spaghetti|rice|pasta|butter|salt|sugar|flour|wool|wood|paper|ink|paint|dust|mud|ice|hay|grass|medicine|mail|lemonade|hair|fire|company|peace|jewellery|jewelry)$/;

function defaultWish(place: Place, random: Random): Wish {
  const phrase = random.pick(DEFAULT_WISHES[place] ?? ['golden key']);
  const words = phrase.split(' ');
  return {
    phrase,
    noun: words.at(-1) as string,
    adjectives: words.slice(0, -1),
    article: 'a',
    plural: false,
  };
}

const MANY_SIGHT: Telling = {
  '3-5': ['There they were, all in a row!', 'Look! One, two, three, and more!'],
  '6-8': [
    'There they were, every last one of them, side by side.',
    'There they were at last, a whole heap of them.',
  ],
  '9-12': [
    'There they were at last, every single one of them, as if they had simply agreed to meet there.',
    'And there they were, more of them than anybody had dared to hope for.',
  ],
};
const MANY_TREAT: Telling = {
  '3-5': ['One for you and one for me!', 'There was one for each of them.'],
  '6-8': [
    'They counted them twice, and there was one for everybody.',
    'They shared them out until every last friend had one.',
  ],
  '9-12': [
    'They counted them twice and shared them out, and by some small wonder there was one for everybody.',
    'They handed them round until nobody was left without, and felt richer with every one they gave away.',
  ],
};

type ClassFacts = { sense: string; sign: string[]; signline: Telling; sight: Telling; treat: Telling };

const CLASS_FACTS: Record<WishClass, ClassFacts> = {
  food: {
    sense: 'Follow your nose',
    sign: ['a warm, sweet smell', 'a smell like butter and Sunday'],
    signline: {
      '3-5': ['Sniff, sniff! What was that smell?', 'Sniff! Something smelled so good.'],
      '6-8': [
        'Then a smell came by, warm and buttery, and it curled like a finger: this way!',
        "A warm smell drifted past and tickled everybody's nose.",
      ],
      '9-12': [
        'Then the wind turned and brought a smell so warm and buttery that it was almost a voice.',
        'A smell came drifting down the path, rich and golden, and it seemed to be going somewhere.',
      ],
    },
    sight: {
      '3-5': ['There it was! It was big and gold.', 'There it was, warm and yum!'],
      '6-8': [
        'There it lay on a flat stone, glowing like a small sun.',
        'There it was, golden and perfect, and it smelled of every good day at once.',
      ],
      '9-12': [
        'There it lay on a flat stone, glowing softly, as if somebody had cut a slice out of the moon.',
        'And there it was, golden and plain and perfect, with a smell that made the whole long day worth it.',
      ],
    },
    treat: {
      '3-5': ['Everyone had a bite. Mmm!', 'A bit for you and a bit for me. Yum, yum!'],
      '6-8': [
        "They cut it into fair pieces, and nobody's piece was small.",
        'They shared it crumb by crumb, and it tasted better every time.',
      ],
      '9-12': [
        'They divided it so fairly that even the crumbs were counted, and it tasted of butter, moonlight and being together.',
        'They ate it slowly, passing the pieces round, and agreed that shared food has a flavour no cook can add.',
      ],
    },
  },
  shiny: {
    sense: 'Look for the light',
    sign: ['a tiny golden glint', 'a spark of light'],
    signline: {
      '3-5': ['Blink! What was that light?', 'Wink, wink! Something shone.'],
      '6-8': [
        'Then something winked: a tiny spark of light, far off between the shadows.',
        'A glint of light danced on a leaf and was gone. Then it came again.',
      ],
      '9-12': [
        'Then, far off, something winked: one small golden spark where no spark should be.',
        'A glint of light slid across the ground, trembled, and pointed like a finger.',
      ],
    },
    sight: {
      '3-5': ['There! It shone and shone.', 'Oh! It was so bright!'],
      '6-8': [
        'There it was, shining as if it had been waiting for them.',
        'There it lay, bright as a drop of sun, in a nest of moss.',
      ],
      '9-12': [
        'There it lay in a nest of moss, shining quietly, as if it had never doubted that somebody would come.',
        'And there it was, smaller than in the tales and far brighter, throwing gold on every face.',
      ],
    },
    treat: {
      '3-5': ['They put it up high for all to see.', 'They hung it up. It lit up the night.'],
      '6-8': [
        'They set it where everyone could see it, and it made the whole place glow.',
        'They hung it in the window, so that nobody would lose the way at night.',
      ],
      '9-12': [
        'They did not hide it in a box; they set it in the window, where its light could belong to everyone who passed.',
        'They agreed that a thing so bright was too big for one pocket, and gave it a place where all could see it.',
      ],
    },
  },
  creature: {
    sense: 'Look for small tracks',
    sign: ['a line of small footprints', 'a row of tiny tracks'],
    signline: {
      '3-5': ['Look! Tiny tracks! Tap, tap, tap.', 'Look! Small, small footprints.'],
      '6-8': [
        'Then {h} saw tracks: small, neat and very fresh.',
        'In the soft ground was a row of tiny footprints.',
      ],
      '9-12': [
        'There in the soft ground ran a line of tracks, small, neat and so fresh that the edges were still sharp.',
        'Then {h} saw the footprints, hardly deeper than a whisper, leading away between the shadows.',
      ],
    },
    sight: {
      '3-5': ['Two bright eyes looked out!', 'There! It blinked and smiled.'],
      '6-8': [
        'Two bright eyes looked out of the shadow, shy but hopeful.',
        'There it sat, blinking, just as surprised as they were.',
      ],
      '9-12': [
        'Two bright eyes looked out of the shadow, shy and hopeful at once.',
        'There it sat, blinking at them, every bit as astonished to be found as they were to find it.',
      ],
    },
    treat: {
      '3-5': ['They played until the sun went down.', 'They sat close and had a snack.'],
      '6-8': [
        'It came along with a hop and a skip, and it never left their side.',
        'They sat down in the grass together, as if they had always known each other.',
      ],
      '9-12': [
        'It chose to come along, which is the only way anyone worth having ever comes.',
        'They walked back side by side, in step, as though they had always known each other.',
      ],
    },
  },
  plant: {
    sense: 'Look for bright petals',
    sign: ['one bright petal on the path', 'a petal, as soft as a whisper'],
    signline: {
      '3-5': ['Look! A petal! Then one more!', 'A petal flew by. Catch it!'],
      '6-8': [
        'Then a single petal sailed by on the wind, and after it another.',
        'One bright petal lay on the path like a note.',
      ],
      '9-12': [
        'Then a single petal came sailing down the wind, and a moment later another, like pages from the same letter.',
        'One bright petal lay in the middle of the path, fresh as if it had just been put there.',
      ],
    },
    sight: {
      '3-5': ['There it was! It smelled so sweet.', 'Oh! It was big and bright.'],
      '6-8': [
        'There it stood, brighter than in any picture, nodding in the light.',
        'There it grew, with dew on it like tiny lamps.',
      ],
      '9-12': [
        'There it stood in a patch of light, nodding a little, with dew on it like small lamps.',
        'And there it grew, in the least likely crack of stone, as though the world had saved its best colour for last.',
      ],
    },
    treat: {
      '3-5': ['They took one seed home. Pat, pat, pat!', 'They let it grow. They came back each day.'],
      '6-8': [
        'They left it growing and took home just one seed, to plant beside the door.',
        'They watered it together, and by spring there were ten.',
      ],
      '9-12': [
        'They did not pick it. They took home one seed, planted it beside the door, and learned to wait.',
        'They left it where it was happy and carried home a single seed, which is a way of taking without taking away.',
      ],
    },
  },
  paper: {
    sense: 'Listen for the rustle',
    sign: ['a soft rustle, like a page', 'a scrap of paper with a drawing'],
    signline: {
      '3-5': ['Rustle, rustle! What was that?', 'Flip, flap! A scrap of paper flew by.'],
      '6-8': [
        'Then something rustled, soft as a page being turned.',
        'A scrap of paper fluttered past with half an arrow on it.',
      ],
      '9-12': [
        'Then something rustled, soft and dry, exactly like a page being turned.',
        'A scrap of paper came fluttering along the ground, and on it, in faded ink, was half of an arrow.',
      ],
    },
    sight: {
      '3-5': ['There it was, in a small blue box!', 'There! It was old and lovely.'],
      '6-8': [
        'There it was, wrapped in blue cloth and safe as a secret.',
        'There it lay in a little box that smelled of roses.',
      ],
      '9-12': [
        'There it lay in a small blue box that smelled of roses and long ago.',
        'And there it was, wrapped in cloth and tied with string, patient as only old things can be.',
      ],
    },
    treat: {
      '3-5': ['They looked at it side by side.', 'They all sat down and shared it.'],
      '6-8': [
        'That night they sat close together and shared it from the first line to the last.',
        'They read it out loud, and everyone wanted to hear it again.',
      ],
      '9-12': [
        'That night they sat shoulder to shoulder and went through it from the first line to the last, and then began again.',
        'They read it aloud by lamplight, doing all the voices.',
      ],
    },
  },
  sky: {
    sense: 'Look up',
    sign: ['a soft glow over the hill', 'a silver shimmer in the air'],
    signline: {
      '3-5': ['Look up! The air was all aglow.', 'What was that? A soft, soft glow!'],
      '6-8': [
        'Then the air ahead began to shimmer, faint and silver.',
        'A soft glow rose behind the hill, as if somebody had left a lamp on.',
      ],
      '9-12': [
        'Then the air ahead began to shimmer, so faintly that it was easier to see by not looking straight at it.',
        'A glow rose beyond the next hill, as though somebody there had forgotten to put out a lamp.',
      ],
    },
    sight: {
      '3-5': ['There! It was so big and bright!', 'Oh! It shone on every nose.'],
      '6-8': [
        'There it was, so bright and so near that nobody dared to blink.',
        'There it hung, close enough to say hello to.',
      ],
      '9-12': [
        'There it was, so near and so bright that for a while nobody remembered to breathe.',
        'And there it hung, close enough to greet, humming very softly to itself.',
      ],
    },
    treat: {
      '3-5': ['It gave them a wink. Wink!', 'It lit the way, all the way home.'],
      '6-8': [
        'Nobody could keep it in a pocket, but it lit their way home.',
        'It could not be carried, so they lay on their backs and looked until they were full.',
      ],
      '9-12': [
        "It could not be put in a pocket, and they were glad; some things are yours only as long as they are everyone's.",
        'They lay on their backs and looked until they felt filled to the brim, and it lit them all the way home.',
      ],
    },
  },
  place: {
    sense: 'Look for the small path',
    sign: ['a small path nobody used', 'an arrow scratched on a stone'],
    signline: {
      '3-5': ['Look! A tiny path went this way.', 'Look! An arrow on a stone!'],
      '6-8': [
        'Then {h} saw a small path that nobody seemed to use.',
        'On a stone somebody had scratched an arrow, long ago.',
      ],
      '9-12': [
        'Then {h} noticed a path so small and overgrown that it seemed to be hiding on purpose.',
        'On a mossy stone somebody had scratched an arrow, so long ago that a snail had moved into it.',
      ],
    },
    sight: {
      '3-5': ['There it was! Wow, wow, wow!', 'There! It was real. It was so big!'],
      '6-8': [
        'There it was, real and wide and waiting for them.',
        'There it was at last, just where the path gave up.',
      ],
      '9-12': [
        'There it was at last, exactly where the path gave up, looking as if it had been expecting them.',
        'And there it was: real, wide and quiet, and better than any map had dared to draw it.',
      ],
    },
    treat: {
      '3-5': ['They looked in every nook. Peep, peep!', 'They ran in and out and all about.'],
      '6-8': [
        'They explored every corner and promised to come back with everyone they loved.',
        'They stayed until the light turned gold and drew a map so that others could come.',
      ],
      '9-12': [
        'They explored every corner of it, and then they drew a map, because the best places are the ones you can show to somebody.',
        'They stayed until the light turned gold, and left the path a little clearer for whoever might come next.',
      ],
    },
  },
  toy: {
    sense: 'Look low and slow',
    sign: ['a loose thread on a thorn', 'a long mark in the dust'],
    signline: {
      '3-5': ['Look! A bit of thread!', 'Look! A long line in the dust.'],
      '6-8': [
        'Then {h} saw a bit of thread, caught on a thorn.',
        'In the dust was a long thin mark, as if something had been dragged.',
      ],
      '9-12': [
        'Then {h} saw it: one loose thread, caught on a thorn and waving like a tiny flag.',
        'A long thin mark ran through the dust, as if something had been dragged along by somebody very small.',
      ],
    },
    sight: {
      '3-5': ['There it was! Hooray!', 'There! It was safe and sound.'],
      '6-8': [
        'There it was, a little dusty and perfectly safe.',
        'There it lay, just as good as in the dream.',
      ],
      '9-12': [
        'There it was, a little dusty, quite unharmed, and looking smaller than the trouble it had caused.',
        'And there it lay, every bit as fine as they had imagined, with a spider polishing one corner.',
      ],
    },
    treat: {
      '3-5': ['They took turns with it. You, then me!', 'They played and played and played.'],
      '6-8': [
        'They took turns with it all afternoon, and nobody had to ask twice.',
        'They played until their cheeks hurt from laughing.',
      ],
      '9-12': [
        'They took turns with it all afternoon, and nobody once had to say that it was their turn.',
        'They played with it until their cheeks ached from laughing and the light had almost gone.',
      ],
    },
  },
  other: {
    sense: 'Look slowly',
    sign: ['a small mark on a stone', 'a thin silver line on the ground'],
    signline: {
      '3-5': ['Look! A thin silver line!', 'Look! A small mark on a stone.'],
      '6-8': [
        'Then {h} saw a thin silver line on the ground, leading on and on.',
        'On a stone was a small mark that nobody would see in a hurry.',
      ],
      '9-12': [
        'Then {h} noticed a thin silver line on the ground, the sort of thing nobody ever sees in a hurry.',
        'On a stone there was a small mark, and further on another, and further on a third.',
      ],
    },
    sight: {
      '3-5': ['There it was! Oh my, oh my!', 'There it was, at last, at last!'],
      '6-8': [
        'There it was, plain as day, and even better than the stories.',
        'There it was at last, waiting as if it had all the time in the world.',
      ],
      '9-12': [
        'There it was at last, not hidden at all, only quiet, as most wonderful things are.',
        'And there it was, exactly as the stories said, except that the stories had been too modest.',
      ],
    },
    treat: {
      '3-5': ['They shared it, one and all.', 'They all had a turn.'],
      '6-8': [
        'They shared it with everyone, and somehow there was always enough.',
        'They gave everyone a turn, right down to the smallest.',
      ],
      '9-12': [
        'They shared it with everyone who came, and the odd thing was that it never grew less.',
        'They let everyone have a turn with it, right down to the smallest, and it seemed to shine a little more each time.',
      ],
    },
  },
};
