import { darken, lighten } from '../colour.ts';
import { box, circle, ellipse, line, shape } from '../svg.ts';
import type { Hat } from './person-looks.ts';

/** A hat on a head of radius 44 at 0,0, and how high it stands above the top of the hair. */
export function drawHat(hat: Hat, main: string, second: string): { svg: string; rise: number } {
  const gold = '#f2c14a';
  const dark = darken(main, 0.25);
  switch (hat) {
    case 'none':
      return { svg: '', rise: 0 };
    case 'crown':
      return {
        svg:
          shape('M-31 -40 L-36 -76 L-18 -60 L0 -84 L18 -60 L36 -76 L31 -40 Q0 -32 -31 -40 Z', gold) +
          line('M-31 -44 Q0 -36 31 -44', darken(gold, 0.25), 3.5) +
          circle(0, -52, 5, '#d8415f') +
          circle(-19, -51, 3.6, '#4aa3c8') +
          circle(19, -51, 3.6, '#4aa3c8') +
          circle(0, -84, 4.5, '#fff1b8') +
          circle(-36, -76, 3.6, '#fff1b8') +
          circle(36, -76, 3.6, '#fff1b8'),
        rise: 30,
      };
    case 'tiara':
      return {
        svg:
          shape('M-27 -45 L-24 -60 L-12 -54 L0 -73 L12 -54 L24 -60 L27 -45 Q0 -54 -27 -45 Z', gold) +
          circle(0, -58, 4.6, '#ec87c0') +
          circle(-17, -53, 2.6, '#ffffff') +
          circle(17, -53, 2.6, '#ffffff'),
        rise: 16,
      };
    case 'wizard':
    case 'witch':
      return {
        svg:
          shape(
            'M-34 -36 C-22 -60 -14 -96 -2 -122 C4 -130 26 -122 26 -112 C16 -116 12 -108 16 -96 C22 -74 28 -54 36 -36 Z',
            main,
          ) +
          ellipse(0, -36, 58, 12.5, dark) +
          ellipse(0, -39, 55, 9.5, main) +
          line('M-34 -43 Q0 -34 36 -43', second, 8) +
          (hat === 'wizard'
            ? star(-6, -74, 7, '#f9dd7d') + star(10, -58, 5, '#f9dd7d') + circle(-2, -98, 3, '#f9dd7d')
            : box(-7, -47, 14, 12, gold, 2)),
        rise: 68,
      };
    case 'knight':
      return {
        svg:
          shape(
            'M-47 8 C-52 -40 -30 -60 0 -61 C30 -60 52 -40 47 8 L38 12 C40 -10 36 -18 30 -22 L-30 -22 C-36 -18 -40 -10 -38 12 Z',
            '#b9c2d0',
          ) +
          line('M-40 -24 Q0 -32 40 -24', '#8b95a6', 5) +
          line('M0 -60 L0 -30', '#dfe5ee', 5) +
          shape('M0 -60 C-16 -96 -52 -92 -60 -66 C-44 -74 -28 -66 -6 -58 Z', second) +
          line('M-34 -42 Q-20 -54 -6 -56', '#f4f7fb', 4, 0.8),
        rise: 22,
      };
    case 'pirate':
      return {
        svg:
          shape(
            'M-60 -30 C-46 -70 -22 -66 0 -74 C22 -66 46 -70 60 -30 C30 -44 -30 -44 -60 -30 Z',
            '#3a3346',
          ) +
          line('M-58 -31 C-28 -45 28 -45 58 -31', gold, 4) +
          circle(0, -55, 7.5, '#f4f1ea') +
          line('M-8 -46 L8 -40 M8 -46 L-8 -40', '#f4f1ea', 3),
        rise: 22,
      };
    case 'straw':
      return {
        svg:
          shape('M-30 -36 C-30 -66 -16 -70 0 -70 C18 -70 30 -66 31 -36 Z', '#ecca74') +
          ellipse(0, -35, 62, 12, '#d8ae55') +
          ellipse(0, -38, 60, 9.5, '#f0d285') +
          line('M-31 -43 Q0 -35 31 -43', second, 7),
        rise: 18,
      };
    case 'chef':
      return {
        svg:
          circle(-22, -74, 20, '#f6f3ec') +
          circle(22, -74, 20, '#ebe6dc') +
          circle(0, -84, 24, '#fffdf8') +
          shape('M-31 -40 L-33 -66 L33 -66 L31 -40 Q0 -33 -31 -40 Z', '#f6f3ec') +
          line('M-31 -42 Q0 -35 31 -42', '#d9d3c6', 3),
        rise: 54,
      };
    case 'cap':
      return {
        svg:
          shape('M-42 -28 C-46 -62 -22 -68 0 -68 C24 -68 46 -60 42 -28 Q0 -40 -42 -28 Z', main) +
          shape('M-6 -35 Q38 -40 60 -20 Q30 -24 2 -24 Z', dark) +
          line('M-41 -31 Q0 -42 42 -31', second, 5) +
          circle(4, -50, 6, gold),
        rise: 14,
      };
    case 'fire':
    case 'hardhat':
    case 'helmet': {
      const shell = hat === 'hardhat' ? '#f3c43b' : hat === 'fire' ? '#d1392f' : main;
      return {
        svg:
          shape('M-45 -24 C-48 -66 -22 -72 0 -72 C24 -72 48 -64 45 -24 Q0 -36 -45 -24 Z', shell) +
          ellipse(4, -27, 56, 8.5, darken(shell, 0.15)) +
          line('M0 -72 L0 -36', lighten(shell, 0.3), 6) +
          (hat === 'fire' ? shape('M-10 -58 L10 -58 L8 -42 L0 -36 L-8 -42 Z', gold) : ''),
        rise: 18,
      };
    }
    case 'detective':
      return {
        svg:
          shape('M-33 -38 C-36 -74 -18 -74 0 -68 C18 -76 36 -72 34 -38 Z', main) +
          ellipse(2, -37, 58, 11, dark) +
          ellipse(2, -40, 55, 8, main) +
          line('M-33 -45 Q0 -37 34 -45', second, 7),
        rise: 20,
      };
    case 'gnome':
      return {
        svg:
          shape(
            'M-46 -22 C-34 -60 -20 -92 2 -112 C12 -116 18 -108 14 -100 C24 -76 38 -50 46 -22 Q0 -40 -46 -22 Z',
            second,
          ) +
          line('M-44 -24 Q0 -40 44 -24', lighten(second, 0.25), 9) +
          circle(8, -108, 8, '#fff4dc'),
        rise: 62,
      };
    case 'santa':
      return {
        svg:
          shape(
            'M-42 -28 C-34 -70 -6 -84 24 -72 C44 -64 54 -44 56 -24 C46 -38 40 -42 34 -42 C38 -36 42 -32 42 -28 Z',
            '#cf3535',
          ) +
          line('M-42 -28 Q0 -42 42 -28', '#fbf8f2', 13) +
          circle(56, -20, 10, '#fbf8f2'),
        rise: 24,
      };
    case 'beanie':
      return {
        svg:
          shape('M-44 -20 C-48 -60 -22 -66 0 -66 C24 -66 48 -60 44 -20 Q0 -34 -44 -20 Z', second) +
          line('M-43 -22 Q0 -36 43 -22', darken(second, 0.15), 11) +
          circle(0, -70, 10, lighten(second, 0.35)),
        rise: 22,
      };
    case 'party':
      return {
        svg:
          shape('M-26 -44 L2 -106 L28 -44 Q0 -34 -26 -44 Z', second) +
          line('M-18 -60 L20 -52 M-10 -78 L14 -74', '#fff3c4', 5) +
          circle(2, -106, 9, '#fff3c4'),
        rise: 54,
      };
    case 'flowers':
      return {
        svg: [-30, -16, 0, 16, 30]
          .map((x, index) => flower(x, -46 + Math.abs(x) * 0.42, 8.5, index % 2 ? '#f7c6d9' : '#fbe6a2'))
          .join(''),
        rise: 6,
      };
    case 'bow':
      return {
        svg:
          shape(
            'M22 -46 C6 -66 -2 -48 4 -38 C10 -34 18 -40 22 -46 C36 -64 46 -46 40 -36 C34 -30 26 -40 22 -46 Z',
            second,
          ) + circle(22, -46, 5, darken(second, 0.2)),
        rise: 6,
      };
    case 'turban':
      return {
        svg:
          shape('M-46 -18 C-52 -56 -26 -72 0 -72 C28 -72 52 -56 46 -18 Q0 -44 -46 -18 Z', main) +
          line('M-40 -34 Q4 -66 36 -58 M-44 -24 Q10 -48 44 -36', lighten(main, 0.25), 5) +
          circle(0, -46, 7, gold),
        rise: 20,
      };
    case 'hood':
      return {
        svg: shape(
          'M-52 30 C-62 -40 -34 -68 0 -68 C34 -68 62 -40 52 30 C48 40 40 44 34 40 C46 10 44 -24 26 -34 C8 -42 -10 -42 -26 -34 C-44 -24 -46 10 -34 40 C-40 44 -48 40 -52 30 Z',
          main,
        ),
        rise: 16,
      };
    case 'jester':
      return {
        svg:
          shape('M-44 -22 C-60 -44 -66 -50 -70 -34 C-66 -76 -30 -78 -4 -64 L0 -26 Z', main) +
          shape('M44 -22 C60 -44 66 -50 70 -34 C66 -76 30 -78 4 -64 L0 -26 Z', second) +
          circle(-70, -32, 8, gold) +
          circle(70, -32, 8, gold) +
          line('M-44 -22 Q0 -36 44 -22', gold, 7),
        rise: 24,
      };
    case 'space':
      return {
        svg:
          circle(0, -4, 58, '#cfe8f6', 0.26) +
          `<circle cx="0" cy="-4" r="57" fill="none" stroke="#eef3f8" stroke-width="7"/>` +
          line('M-38 -30 Q-28 -48 -8 -50', '#ffffff', 6, 0.85) +
          box(-64, -12, 12, 24, second, 5) +
          box(52, -12, 12, 24, second, 5),
        rise: 12,
      };
    case 'goggles':
      return {
        svg:
          line('M-44 -22 Q0 -38 44 -22', '#6a4a32', 8) +
          circle(-15, -32, 12.5, '#c9913f') +
          circle(15, -32, 12.5, '#c9913f') +
          circle(-15, -32, 8.5, '#bfe4f0') +
          circle(15, -32, 8.5, '#bfe4f0'),
        rise: 2,
      };
    case 'headband':
      return {
        svg:
          line('M-44 -20 Q0 -36 44 -20', second, 9) +
          shape('M-42 -22 L-64 -10 L-58 -24 L-66 -34 Z', darken(second, 0.15)),
        rise: 0,
      };
  }
}

const flower = (x: number, y: number, r: number, colour: string) =>
  [0, 1, 2, 3, 4]
    .map((index) =>
      circle(x + Math.cos(index * 1.257) * r * 0.6, y + Math.sin(index * 1.257) * r * 0.6, r * 0.5, colour),
    )
    .join('') + circle(x, y, r * 0.36, '#f0b840');

const star = (x: number, y: number, r: number, colour: string) =>
  shape(
    `M${Array.from({ length: 10 }, (_, index) => {
      const radius = index % 2 ? r * 0.45 : r;
      const angle = (index * Math.PI) / 5 - Math.PI / 2;
      return `${(x + Math.cos(angle) * radius).toFixed(1)} ${(y + Math.sin(angle) * radius).toFixed(1)}`;
    }).join('L')}Z`,
    colour,
  );
