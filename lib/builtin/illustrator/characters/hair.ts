import { darken, lighten } from '../colour.ts';
import { circle, ellipse, line, path, shape } from '../svg.ts';
import type { HairStyle } from './person-looks.ts';

/** Hair round a head of radius 44 at 0,0: what hangs behind the head and what lies on it. */
export function drawHair(style: HairStyle, colour: string): { behind: string; front: string } {
  const dark = darken(colour, 0.22);
  const shine = line('M-24 -36 Q-4 -48 18 -40', lighten(colour, 0.3), 4, 0.55);
  const cap = shape(
    'M-44 4 C-52 -44 -26 -58 2 -57 C34 -57 52 -36 44 6 C41 -8 36 -20 24 -27 C8 -19 -14 -19 -30 -26 C-37 -18 -42 -8 -44 4 Z',
    colour,
  );
  const fringe = shape(
    'M-44 6 C-53 -42 -26 -59 2 -57 C34 -58 54 -34 44 8 C42 -6 39 -14 34 -20 C20 -12 2 -14 -6 -30 C-14 -16 -28 -12 -38 -14 C-42 -8 -43 0 -44 6 Z',
    colour,
  );
  switch (style) {
    case 'long':
      return {
        behind: shape(
          'M-46 -6 C-56 -46 -24 -60 2 -58 C34 -58 56 -40 47 -4 C50 24 56 44 44 62 C28 72 -30 72 -46 62 C-58 42 -50 22 -46 -6 Z',
          dark,
        ),
        front: fringe + shine,
      };
    case 'bob':
      return {
        behind: shape(
          'M-47 -6 C-54 -46 -24 -60 2 -58 C34 -58 54 -40 47 -4 C50 14 52 28 44 38 C26 46 -28 46 -46 38 C-54 26 -50 12 -47 -6 Z',
          dark,
        ),
        front: fringe + shine,
      };
    case 'pigtails':
      return {
        behind:
          shape('M-40 -14 C-62 -22 -74 -4 -68 18 C-66 30 -62 38 -54 42 C-50 28 -44 10 -40 -14 Z', dark) +
          shape('M40 -14 C62 -22 74 -4 68 18 C66 30 62 38 54 42 C50 28 44 10 40 -14 Z', dark) +
          circle(-44, -14, 6, '#e0688b') +
          circle(44, -14, 6, '#e0688b'),
        front: fringe + shine,
      };
    case 'braids':
      return {
        behind: [-1, 1]
          .map((side) =>
            [0, 1, 2, 3]
              .map((index) =>
                ellipse(side * (47 + index * 1.5), 6 + index * 15, 10 - index, 10, index % 2 ? colour : dark),
              )
              .join(''),
          )
          .join(''),
        front: fringe + shine,
      };
    case 'ponytail':
      return {
        behind:
          shape('M-20 -46 C-54 -66 -84 -40 -78 -4 C-76 16 -66 30 -58 34 C-62 6 -56 -16 -30 -26 Z', dark) +
          circle(-33, -38, 7, '#e0688b'),
        front: fringe + shine,
      };
    case 'bun':
      return {
        behind: circle(-4, -58, 19, dark) + circle(-1, -60, 14, colour) + ellipse(0, -14, 47, 34, dark),
        front: cap + shine,
      };
    case 'curls':
      return {
        behind: Array.from({ length: 13 }, (_, index) => {
          const angle = Math.PI * (0.86 + (index / 12) * 1.28);
          return circle(Math.cos(angle) * 43, -8 + Math.sin(angle) * 44, 17, dark);
        }).join(''),
        front: Array.from({ length: 9 }, (_, index) => {
          const angle = Math.PI * (1.06 + (index / 8) * 0.88);
          return circle(
            Math.cos(angle) * 38,
            0 + Math.sin(angle) * 46,
            13.5,
            index % 2 ? colour : lighten(colour, 0.07),
          );
        }).join(''),
      };
    case 'tousled':
      return {
        behind: '',
        front:
          shape(
            'M-45 2 C-58 -20 -50 -40 -44 -40 C-46 -52 -30 -60 -22 -56 C-16 -68 4 -68 10 -60 C22 -68 38 -58 38 -48 C52 -44 54 -18 44 4 C42 -8 38 -18 30 -22 C22 -14 10 -20 6 -26 C0 -16 -14 -16 -20 -24 C-26 -14 -34 -16 -36 -18 C-42 -10 -44 -4 -45 2 Z',
            colour,
          ) + shine,
      };
    case 'spiky':
      return {
        behind: '',
        front:
          shape(
            'M-45 4 L-56 -24 L-42 -28 L-44 -52 L-24 -46 L-14 -70 L4 -52 L24 -68 L28 -46 L48 -50 L42 -28 L55 -20 L44 6 C40 -10 34 -20 24 -25 C4 -18 -16 -20 -30 -24 C-38 -16 -43 -6 -45 4 Z',
            colour,
          ) + shine,
      };
    case 'side':
      return {
        behind: '',
        front:
          shape(
            'M-45 6 C-54 -40 -28 -58 2 -58 C36 -58 54 -34 45 6 C42 -8 40 -16 36 -22 C12 -22 -8 -28 -20 -40 C-24 -26 -36 -18 -40 -12 C-43 -6 -44 0 -45 6 Z',
            colour,
          ) + shine,
      };
    case 'short':
      return { behind: '', front: cap + shine };
    case 'wisp':
      return { behind: '', front: line('M0 -44 C-2 -58 14 -60 12 -50 C11 -45 4 -47 6 -53', colour, 4.5) };
    case 'bald':
      return {
        behind: '',
        front: ellipse(-43, -4, 8, 15, colour) + ellipse(43, -4, 8, 15, colour),
      };
  }
}

/** A beard on the same head, under the eyes. */
export function drawBeard(colour: string): string {
  return (
    shape(
      path`M-42 4 C-46 34 -26 ${62} 2 ${66} C30 62 46 34 42 4 C36 16 24 17 12 13 Q2 9 -8 13 C-22 17 -36 16 -42 4 Z`,
      colour,
    ) + line('M-18 40 Q-10 52 -6 54 M14 42 Q10 52 4 57', darken(colour, 0.14), 2.6, 0.7)
  );
}
