import type { IllustrationStyle } from '@/lib/story/schema';

type Palette = { sky: string; sun: string; hill: string; meadow: string };

const PALETTES: Record<IllustrationStyle, Palette> = {
  storybook: { sky: '#8ecbf2', sun: '#ffe07a', hill: '#6cb06a', meadow: '#4e9a5b' },
  watercolour: { sky: '#cfe6f3', sun: '#fbe3a6', hill: '#a9cfb0', meadow: '#86b99a' },
  paper: { sky: '#f3d9b1', sun: '#f08a5d', hill: '#7a9e7e', meadow: '#3f6b5c' },
  night: { sky: '#232a5c', sun: '#f3efcf', hill: '#2f4a6b', meadow: '#1c3350' },
  crayon: { sky: '#5db4e6', sun: '#ffc928', hill: '#8ac53e', meadow: '#e2574c' },
  pastel: { sky: '#e6d5f5', sun: '#fff1c9', hill: '#f6c6d5', meadow: '#bfe3d0' },
};

/** A postage stamp of the style: the same hill under the same sun, in its colours. */
export function StyleSwatch({ style }: { style: IllustrationStyle }) {
  const { sky, sun, hill, meadow } = PALETTES[style];
  return (
    <svg viewBox="0 0 24 24" className="-ml-1.5 size-7! rounded-full" aria-hidden>
      <rect width="24" height="24" fill={sky} />
      <circle cx="16" cy="8" r="3.6" fill={sun} />
      <path d="M0 17c4-5 9-6 13-2s7 3 11 1v8H0z" fill={hill} />
      <path d="M0 20c6-3 10 1 15-1s6-2 9-1v6H0z" fill={meadow} />
    </svg>
  );
}
