import type { AgeGroup, Tone } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { kinTone } from './kin-tone.ts';

/** Last sentences. Every plot has answered its wish by now; this is the blanket pulled up to the chin. */
const SLEEPY: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    'Good night, {h}. Sleep tight.',
    'The moon came up. {H} shut {his} eyes. Good night!',
    'Hush, hush. Now {h} was fast asleep.',
    'One star, two stars, three. Good night, {h}.',
    '{H} gave a big, big yawn. Good night, world!',
    'Soft went the wind. Soft went {h}. Shh.',
  ],
  '6-8': [
    'Then the moon came up, and {h} was asleep before it reached the window.',
    'That night the stars came out one by one, and {h} counted only as far as three.',
    '{H} yawned, pulled the blanket up to {his} chin, and smiled {himself} to sleep.',
    'Outside the wind hummed softly, and inside {h} was already dreaming.',
    '"What a day," {h} whispered, and the quiet dark answered, "Good night."',
  ],
  '9-12': [
    'The moon climbed slowly over the roof, but {h} did not see it, for {he} had fallen asleep in the middle of a happy thought.',
    'One after another the lights went out, until only the stars were left awake, and they promised to keep watch over {h}.',
    '{H} lay listening to the dark, which sounded friendlier than it had the night before, and somewhere between one breath and the next {he} slept.',
    'Outside, the wind went round the house once, tried the door, found that everything was well, and moved on, while {h} slept.',
    'That night {h} dreamed of nothing at all, which is what the mind does when the heart has had enough.',
  ],
};

const BRIGHT: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    'What a day! Well done, {h}!',
    '"Let us do it again!" said {h}.',
    'Hip, hip, hooray for {h}!',
    '{H} grinned from ear to ear.',
    'And that was that. Clap, clap, clap!',
  ],
  '6-8': [
    'And when people asked how it was done, {h} only grinned.',
    '"Same time tomorrow?" said {h}.',
    'It had been, {h} decided, the very best sort of day.',
    'And if you listen on a quiet evening, you can still hear them laughing about it.',
    '{H} hung up the day like a good coat, ready for the next one.',
  ],
  '9-12': [
    'And although {h} told the story often in the years that followed, {he} never once made it bigger, because it was exactly the right size.',
    '"Well," said {h} at last, "I wonder what tomorrow is up to," and went to have a look.',
    'It was not the end, of course; it was only the place where this story stops and the next one clears its throat.',
    'If you should ever go there, ask for {h}; {he} still tells it best.',
    'Some days you keep in a drawer, and some you wear, and {h} wore that one for the rest of {his} life.',
  ],
};

const WARM: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    'It was time for a big, big hug.',
    '{H} felt warm from top to toe.',
    'And {h} felt as snug as could be.',
  ],
  '6-8': [
    'And {h} felt warm all the way down to {his} toes.',
    'There was a hug, and then another, because one was not enough.',
    'Nobody said anything for a while, because everything was just right.',
  ],
  '9-12': [
    'Nobody said anything for a while, and it was the kind of silence that is better than talking.',
    '{H} felt something warm settle in {his} chest and make itself at home there.',
    'There was a hug that lasted rather longer than planned, and no one was in a hurry to end it.',
  ],
};

export function chooseClosing(age: AgeGroup, named: Tone, random: Random): string {
  const tone = kinTone(named);
  if (tone === 'gentle' || tone === 'dreamy') return random.pick(SLEEPY[age]);
  if (tone === 'heartwarming') return random.pick(random.chance(0.6) ? WARM[age] : SLEEPY[age]);
  return random.pick(BRIGHT[age]);
}
