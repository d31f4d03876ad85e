/** Prompts to begin with, each with its picture: `npm run examples` draws them. */
export type Example = { id: string; title: string; prompt: string; picture: string };

export const EXAMPLES: readonly Example[] = [
  {
    id: 'moon',
    title: 'A letter to the moon',
    prompt: 'Nova the fox wants to mail a letter to the moon, but the postbox is asleep',
    picture: '/examples/prompt-moon.webp',
  },
  {
    id: 'dragon',
    title: 'The bubble dragon',
    prompt: 'A small dragon who sneezes bubbles instead of fire wants to light the birthday candles',
    picture: '/examples/prompt-dragon.webp',
  },
  {
    id: 'whale',
    title: 'A whale goes home',
    prompt: 'Amara finds a sleepy whale in the village pond and helps it home to the sea',
    picture: '/examples/prompt-whale.webp',
  },
];

/** The same, half as wide: for a phone. */
export const smallPicture = ({ picture }: Example) => picture.replace('.webp', '-small.webp');

/** Of all of them: `scripts/make-examples.ts`. */
export const EXAMPLE_WIDTH = 480;
export const EXAMPLE_HEIGHT = 360;
