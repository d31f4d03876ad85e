import { createRandom } from '../builtin/random.ts';
import type { SceneSetting } from '../story/schema.ts';

const CAMERAS = [
  'The camera moves in very slowly.',
  'The camera glides slowly to the right.',
  'The camera draws back very slowly.',
  'The camera glides slowly to the left.',
  'The camera stands still.',
] as const;
const WEATHER_MOTION: Record<SceneSetting['weather'], string> = {
  clear: 'leaves, hair and cloth stir in a light breeze',
  cloudy: 'clouds drift, leaves, hair and cloth stir in a light breeze',
  rain: 'rain falls softly and drips from the leaves',
  snow: 'snowflakes float down',
  fog: 'mist drifts slowly by',
  wind: 'grass, hair and cloth wave in the wind',
  storm: 'grass and branches sway and rain falls, never frightening',
};

/**
 * The words that ask a model to film one page. They hold the picture's own words whole, so every character's sheet stands in
 * them word for word, and say how little is to move: a page that comes to life, not a scene of a film. Pure.
 * @param picturePrompt the words the page's picture was asked with (lib/ai/picture-prompt.ts)
 * @param page.seed same seed, same camera; neighbouring pages get other ones
 * @param page.hasFirstFrame the model is given the page's picture to begin with
 */
export function buildVideoPrompt(
  picturePrompt: string,
  page: { setting: SceneSetting; seed: number; position: number; hasFirstFrame: boolean },
): string {
  const first = createRandom(page.seed)
    .fork('video-camera')
    .int(0, CAMERAS.length - 1);
  const camera = CAMERAS[(first + page.position) % CAMERAS.length] ?? CAMERAS[0];
  return [
    page.hasFirstFrame
      ? 'Bring this page of a picture book gently to life. The first frame is the given picture, unchanged: keep its drawing style, colours, light, place and everybody’s look through to the end.'
      : 'A page of a picture book that comes gently to life, as a moving drawing in one style through to the end.',
    picturePrompt,
    `Motion: one slow, calm, unbroken shot. ${camera} Whoever is there breathes, blinks and does softly what the page says; ${WEATHER_MOTION[page.setting.weather]}.`,
    'No cuts, no new people, animals or things, nobody changes shape or leaves. Nobody speaks to the camera. Nothing fast, loud, flashing or frightening.',
    'It ends at rest, so that the last moment can be held. Silent: no speech, no song, no music.',
  ].join('\n');
}
