import type { Dossier } from '../../dossier/schema.ts';
import type { Topic } from './topics.ts';

type Ideas = Record<Exclude<Topic, 'feeling' | 'ending'>, readonly [string, string, string]>;

/** Worlds an idea can belong to; the first whose words the dossier holds is taken. No idea contains a comma. */
const WORLDS: [RegExp, Ideas][] = [
  [
    /\b(sea|ocean|fish|whale|boats?|island|beach|mermaid|pirates?|ship|octopus|seal|crab|shark|water)\b/i,
    {
      hero: [
        'a small whale called Bo',
        'a girl called Marina who rows her own boat',
        'a shy crab called Nip',
      ],
      place: [
        'a lighthouse at the edge of the sea',
        'an island shaped like a teapot',
        'a harbour full of bells',
      ],
      trouble: [
        'a message comes in a bottle',
        'the tide forgets to come back',
        'a light shines under the water every night',
      ],
      helper: ['a wise old turtle', 'a gull who knows every wind', 'the keeper of the lighthouse'],
    },
  ],
  [
    /\b(space|moon|stars?|planets?|rockets?|robots?|aliens?|astronauts?|comet|sky|clouds?)\b/i,
    {
      hero: ['a shy robot called Pip', 'a girl called Wren who collects clouds', 'a lost comet called Zuzu'],
      place: [
        'a quiet crater on the moon',
        'a planet with two little suns',
        'a space station full of plants',
      ],
      trouble: [
        'a little star has fallen and cannot get home',
        'a strange signal beeps from far away',
        'all the colours float off one by one',
      ],
      helper: ['a grumpy old telescope', 'a tiny green alien', 'a kind captain'],
    },
  ],
  [
    /\b(school|house|home|street|town|city|sister|brother|cat|dog|mum|dad|grandma|grandpa|kitchen|class|kitten|puppy)\b/i,
    {
      hero: [
        'a kitten called Button',
        'a boy called Sami who fixes everything',
        'a grandma called Rosa who can whistle',
      ],
      place: [
        'a tall house with a crooked stair',
        'a garden behind a crooked gate',
        'a street of little shops',
      ],
      trouble: [
        'a strange letter comes with no name on it',
        'a favourite toy has gone missing',
        'a tiny door appears in the wall',
      ],
      helper: ['the baker from next door', 'a chatty sparrow', 'a new neighbour with a big umbrella'],
    },
  ],
];
const ANYWHERE: Ideas = {
  hero: ['a small fox called Juniper', 'a shy robot called Pip', 'a girl called Wren who collects clouds'],
  place: ['a village in the treetops', 'a garden behind a crooked gate', 'a cave that hums in the rain'],
  trouble: [
    'the music of the whole valley has gone missing',
    'a little star has fallen and cannot get home',
    'a strange letter comes with no name on it',
  ],
  helper: ['a wise old tortoise', 'a chatty sparrow', 'a hedgehog with a lantern'],
};
const FEELINGS = ['gentle', 'funny', 'adventurous'] as const;
const ENDINGS = ['a warm and sleepy evening', 'a big feast with everybody', 'a new friendship'] as const;

/** Three ideas for what is missing that fit what is known. */
export function ideasFor(topic: Topic, dossier: Dossier): readonly [string, string, string] {
  if (topic === 'feeling') return FEELINGS;
  if (topic === 'ending') return ENDINGS;
  const { characters, locations, plotPoints } = dossier;
  const cast = characters.flatMap(({ name, description }) => [name, description]);
  const known = [...locations, ...plotPoints, ...cast].join(' ');
  return (WORLDS.find(([sign]) => sign.test(known))?.[1] ?? ANYWHERE)[topic];
}
