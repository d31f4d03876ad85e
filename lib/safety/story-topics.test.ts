import { describe, expect, test } from 'vitest';
import { STORY_TOPICS, type StoryTopic } from '../story/schema.ts';
import { checkText } from './check-text.ts';
import { foldText } from './fold-text.ts';
import { findAvoidedTopic } from './story-topics.ts';

const find = (text: string) => STORY_TOPICS.filter((topic) => findAvoidedTopic(foldText(text), [topic]));

const ABOUT: Record<StoryTopic, readonly string[]> = {
  'ghosts-and-monsters': [
    'A little ghost who is afraid of the dark',
    'The monster under my bed wants a biscuit',
    'Zombies come to the school fair',
    'A night in the haunted house on the hill',
    'Three billy goats and the troll under the bridge',
    'Count Dracula learns to knit',
    'The m0nster eats socks',
    'A werewolf at the bus stop',
  ],
  'magic-and-witches': [
    'The witch’s cauldron boils over',
    'A boy finds a wizard’s wand in the attic',
    'She casts a sleeping spell on the castle',
    'An enchanted forest where the trees talk',
    'The fairy godmother forgets her words',
    'A genie in a bottle of lemonade',
    'A magic carpet flies to school',
    'He was turned into a frog: the sorceress turned him into a frog',
  ],
  'fights-and-battles': [
    'Two knights fight for the castle',
    'The great war of the ants and the beetles',
    'Pirates attack the ship with cannons',
    'An army marches on the city',
    'The warriors go into battle at dawn',
    'A sword fight on the stairs',
    'The dragon slayer sharpens his sword',
    'Soldiers invade the village',
  ],
  'death-and-loss': [
    'Grandpa died in spring, and the garden grew',
    'The funeral of a goldfish',
    'A bird is dead on the lawn',
    'An orphan looks for a home',
    'Her cat passed away last week',
    'They buried the hamster under the apple tree',
    'Granny is up in heaven now',
    'A graveyard at midnight',
  ],
  'illness-and-hospital': [
    'Nora has to stay in hospital',
    'A bear who is sick and has a fever',
    'The doctor gives him an injection',
    'Grandma has cancer',
    'He broke his leg and it is in plaster',
    'An ambulance for the teddy',
    'Everybody in the village caught the flu',
  ],
  'family-break-up': [
    'Mum and Dad are getting a divorce',
    'Her parents have split up',
    'Daddy moved out last winter',
    'My parents don’t live together any more',
    'Mum’s new boyfriend cooks dinner',
    'Ben spends every other weekend with his father',
    'A girl in a foster family',
    'His new stepdad plays the drums',
  ],
  romance: [
    'The prince and the princess fall in love',
    'Her first kiss under the oak',
    'Tom has a crush on Lily',
    'The frog wants to marry the princess',
    'A love letter in the wrong letterbox',
    'The wedding of two penguins',
    'His girlfriend lives on the moon',
  ],
  religion: [
    'A child who prays for snow',
    'God and the little sparrow',
    'The mosque at the end of the street',
    'A story about Jesus',
    'The angel who lost a wing',
    'Noah’s ark has a leak',
    'A monk who rings the bell',
    'Grandmother lights candles for Hanukkah',
  ],
  'scary-animals': [
    'The big bad wolf at the door',
    'A spider as big as a plate',
    'A shark follows the boat',
    'Snakes in the tall grass',
    'A crocodile in the bathtub',
    'A growling dog behind the fence',
    'Rats in the cellar',
  ],
  'natural-disasters': [
    'The earthquake shook the town',
    'A volcano wakes up',
    'The river burst its banks and flooded the village',
    'A tornado carries the house away',
    'The forest fire comes closer',
    'An avalanche in the mountains',
    'The tsunami and the lighthouse',
  ],
};

/** Nothing here is about any of the subjects, though a word of theirs stands in it. */
const HARMLESS = [
  'Grandpa’s battle with the jam jar',
  'A pillow fight before breakfast',
  'The snowball fight on the hill',
  'Mia fights back a yawn',
  'A firefighter rescues a kitten',
  'Tug of war in the school yard',
  'Grandma loses the battle against the weeds',
  'An attack of the giggles',
  'Toast soldiers and a boiled egg',
  'The tin soldiers stand in a row',
  'The torch has a dead battery',
  'At last the wind died down',
  'She was dying to know what was in the box',
  'He nearly died laughing',
  'They came to a dead end',
  'Roll the die and move three fields',
  'Good grief, said the owl',
  'The phone went dead tired of ringing',
  'Dad is sick of peas',
  'She felt homesick at the lake',
  'Her contagious laugh filled the room',
  'Laughter is the best medicine',
  'An ill-mannered goose',
  'I’ll be there, and you’ll be there too',
  'They split up into two teams',
  'Mother Nature and Father Christmas have tea',
  'Separate the eggs and the flour',
  'Dad walked out into the garden',
  'Cinderella’s wicked stepmother',
  'A snail in love with the sea',
  'A goodnight kiss on the forehead',
  'A date palm by the well',
  'The praying mantis dances',
  'Holy moly, what a cake',
  'Oh my god, a rainbow',
  'They make snow angels',
  'As poor as a church mouse',
  'The godmother brings a scarf',
  'A game of snakes and ladders',
  'He wolfed down his pancakes',
  'Crocodile tears',
  'A feather boa and a top hat',
  'Spider plants on the windowsill',
  'A baking soda volcano for the science fair',
  'The floor is lava',
  'The class erupted in laughter',
  'The kitchen flooded with sunlight',
  'A tongue twister about toads',
  'An avalanche of toys fell out',
  'News spread like wildfire',
  'The monster truck parade',
  'She turned pale as a ghost when the bill came',
  'The Cookie Monster mug',
  'The magic of friendship',
  'A magical evening at the lake',
  'The rabbit vanished like magic',
  'A cold spell in March',
  'She is a wizard with numbers',
  'Witch hazel in the garden',
  'Can you spell your name?',
  'Hello, said the warm little bear',
  'Sandwiches on the beach',
  'A warthog learns to waltz',
  'The Milky Way and the starfish',
  'A rattling train through the night',
  'He studied dinosaurs in the library',
  'The gravel path to the grove',
  'The bridge keeper and the groomed pony',
  'A churchill tank engine? No: a churn of milk on Mill Hill',
];

describe('each subject', () => {
  test.each(STORY_TOPICS)('%s is found in what is about it', (topic) => {
    expect(ABOUT[topic].filter((text) => !find(text).includes(topic))).toEqual([]);
  });

  test('is not found in what only sounds like it', () => {
    const found = HARMLESS.map((text) => [text, find(text)] as const).filter(
      ([, topics]) => topics.length > 0,
    );
    expect(found).toEqual([]);
  });
});

test('only what a household leaves out is looked for', () => {
  const reading = foldText('A ghost and a witch fight');
  expect(findAvoidedTopic(reading, [])).toBeUndefined();
  expect(findAvoidedTopic(reading, ['romance'])).toBeUndefined();
  expect(findAvoidedTopic(reading, ['romance', 'magic-and-witches', 'ghosts-and-monsters'])).toBe(
    'magic-and-witches',
  );
});

test('the guard refuses it by name, and only for that household', () => {
  const options = { place: 'prompt', ageGroup: '9-12' } as const;
  expect(checkText('A gentle ghost', options)).toEqual({ allowed: true });
  expect(checkText('A gentle ghost', { ...options, avoidTopics: ['ghosts-and-monsters'] })).toEqual({
    allowed: false,
    rule: 'topic',
  });
});

test('a long text takes no time, whatever is in it', () => {
  for (const text of [
    'mother and father '.repeat(20_000),
    'cast a '.repeat(40_000),
    'battle with the '.repeat(20_000),
    `lost his mother ${'to '.repeat(50_000)}`,
    'a'.repeat(200_000),
    'the battery really '.repeat(15_000),
  ]) {
    const startedMs = performance.now();
    for (const topic of STORY_TOPICS) findAvoidedTopic(text, [topic]);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  }
});
