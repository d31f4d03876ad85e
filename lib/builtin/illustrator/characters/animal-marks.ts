import { darken, lighten } from '../colour.ts';
import { circle, ellipse, line, path, shape } from '../svg.ts';
import type { Species } from './species.ts';

/** What hangs behind the body: tails, wings, shells and spines. `hip` and `top` are heights in figure units. */
export function drawBehind(species: Species, hip: number, top: number, width: number): string {
  const { fur } = species;
  const dark = darken(fur, 0.18);
  const x = -22 * width;
  const tails: Record<Species['tail'], string> = {
    none: '',
    thin: line(
      path`M${x} ${hip + 4} C${x - 34} ${hip + 14} ${x - 40} ${hip - 34} ${x - 26} ${hip - 44} S${x - 4} ${hip - 62} ${x - 14} ${hip - 70}`,
      species.inner,
      5.5,
    ),
    bushy:
      shape(
        path`M${x + 6} ${hip + 8} C${x - 44} ${hip + 26} ${x - 66} ${hip - 30} ${x - 40} ${hip - 62} C${x - 34} ${hip - 78} ${x - 12} ${hip - 84} ${x - 8} ${hip - 66} C${x - 22} ${hip - 50} ${x - 18} ${hip - 26} ${x + 10} ${hip - 10} Z`,
        dark,
      ) +
      shape(
        path`M${x - 44} ${hip - 44} C${x - 44} ${hip - 70} ${x - 12} ${hip - 88} ${x - 8} ${hip - 66} C${x - 18} ${hip - 54} ${x - 20} ${hip - 48} ${x - 19} ${hip - 38} C${x - 28} ${hip - 44} ${x - 34} ${hip - 38} ${x - 44} ${hip - 44} Z`,
        species.mark === 'fox' || species.mark === 'blaze' ? '#fdf4e6' : lighten(fur, 0.14),
      ),
    puff: circle(x - 7, hip - 4, 13, lighten(species.belly, 0.3)),
    curl: line(
      path`M${x + 2} ${hip + 2} C${x - 34} ${hip + 10} ${x - 42} ${hip - 26} ${x - 28} ${hip - 40} C${x - 20} ${hip - 50} ${x - 8} ${hip - 44} ${x - 14} ${hip - 34}`,
      dark,
      10,
    ),
    ring:
      line(
        path`M${x} ${hip + 4} C${x - 36} ${hip + 6} ${x - 44} ${hip - 24} ${x - 36} ${hip - 50}`,
        dark,
        20,
      ) +
      `<path d="${path`M${x} ${hip + 4} C${x - 36} ${hip + 6} ${x - 44} ${hip - 24} ${x - 36} ${hip - 50}`}" fill="none" stroke="${darken(fur, 0.5)}" stroke-width="20" stroke-dasharray="10 14"/>`,
    tuft:
      line(path`M${x} ${hip} C${x - 26} ${hip + 10} ${x - 36} ${hip - 12} ${x - 32} ${hip - 34}`, dark, 6) +
      ellipse(x - 32, hip - 40, 8, 12, darken(fur, 0.4)),
    stub: circle(x - 4, hip - 2, 9, dark),
    flat:
      ellipse(x - 20, hip + 18, 24, 14, darken(fur, 0.35)) +
      line(path`M${x - 36} ${hip + 16} L${x - 6} ${hip + 20}`, darken(fur, 0.5), 2),
    lizard: shape(
      path`M${x + 20} ${hip - 24} C${x - 20} ${hip - 4} ${x - 50} -4 ${x - 84} -14 C${x - 66} 4 ${x - 30} 8 ${x + 30} -2 Z`,
      dark,
    ),
    curly: line(path`M${x} ${hip - 6} c-12 2 -16 -10 -8 -12 c8 -1 8 9 0 10 c-10 0 -18 -6 -16 -16`, dark, 5),
  };
  return tails[species.tail] + drawBack(species, hip, top, width);
}

function drawBack(species: Species, hip: number, top: number, width: number): string {
  const { fur } = species;
  switch (species.mark) {
    case 'wings': {
      const wing = (side: 1 | -1) =>
        shape(
          path`M${side * 12} ${top + 18} C${side * 44} ${top - 46} ${side * 84} ${top - 58} ${side * 104} ${top - 46} C${side * 92} ${top - 28} ${side * 98} ${top - 8} ${side * 100} ${top + 8} C${side * 86} ${top - 2} ${side * 76} ${top + 4} ${side * 70} ${top + 22} C${side * 58} ${top + 12} ${side * 46} ${top + 18} ${side * 38} ${top + 36} Z`,
          species.inner,
        ) +
        line(
          path`M${side * 14} ${top + 16} C${side * 44} ${top - 44} ${side * 84} ${top - 56} ${side * 104} ${top - 46} M${side * 60} ${top - 32} Q${side * 66} ${top} ${side * 70} ${top + 18}`,
          darken(fur, 0.2),
          5,
        );
      return wing(-1) + wing(1);
    }
    case 'shell':
      return (
        ellipse(-10, (hip + top) / 2 + 8, 42 * width, 46, '#8a6a3f') +
        ellipse(-12, (hip + top) / 2 + 4, 34 * width, 38, '#a9854f')
      );
    case 'spines': {
      const middle = (hip + top) / 2;
      const points = Array.from({ length: 15 }, (_, index) => {
        const angle = Math.PI * (0.46 + (index / 14) * 1.08);
        const radius = index % 2 ? 40 : 58;
        return `${(Math.cos(angle) * radius - 4).toFixed(1)} ${(middle - Math.sin(angle - Math.PI / 2) * 0 + Math.sin(angle) * -radius * 0.98).toFixed(1)}`;
      });
      return shape(`M0 ${hip}L${points.join('L')}Z`, '#6f5443');
    }
    case 'plates':
      return [0, 1, 2, 3]
        .map((index) =>
          shape(
            path`M${-26 * width} ${top + 20 + index * 24} L${-52 * width} ${top + 12 + index * 24} L${-28 * width} ${top + 42 + index * 24} Z`,
            '#e9975b',
          ),
        )
        .join('');
    default:
      return '';
  }
}

/** What is painted on a head of radius 46 at 0,0, over the fur and under the face. */
export function drawHeadMarks(species: Species): { behind: string; on: string; over: string } {
  const { fur } = species;
  const none = { behind: '', on: '', over: '' };
  switch (species.mark) {
    case 'fox':
      return {
        ...none,
        on: shape(
          'M-57 14 C-44 0 -26 -2 -12 10 Q2 24 16 10 C28 -2 44 0 57 14 C48 32 24 43 0 43 C-24 43 -48 32 -57 14 Z',
          species.belly,
        ),
      };
    case 'mask':
      return {
        ...none,
        on:
          shape(
            'M-50 6 C-36 -16 -12 -10 4 0 C18 -10 40 -16 52 6 C40 22 22 20 4 10 C-14 20 -36 22 -50 6 Z',
            darken(fur, 0.55),
          ) +
          shape('M-46 -10 Q-26 -24 -8 -8 M48 -10 Q30 -24 14 -8', 'none') +
          ellipse(4, 24, 22, 14, species.belly),
      };
    case 'panda':
      return {
        ...none,
        on: `<g transform="rotate(24 -15 2)">${ellipse(-15, 3, 13, 17, '#3a3542')}</g><g transform="rotate(-24 25 2)">${ellipse(25, 3, 13, 17, '#3a3542')}</g>`,
      };
    case 'stripes':
      return {
        ...none,
        on: line(
          'M-6 -42 L-4 -27 M6 -43 L6 -25 M18 -41 L16 -27 M-46 2 L-34 4 M-46 14 L-35 13 M47 2 L39 4 M46 14 L38 13',
          darken(fur, 0.38),
          4.6,
        ),
      };
    case 'badger':
      return {
        ...none,
        on:
          shape('M-6 -44 Q4 -48 14 -44 L16 20 Q4 30 -8 20 Z', '#f4f1ec') +
          shape(
            'M-26 -38 Q-14 -46 -6 -44 L-8 16 Q-20 20 -30 10 Z M34 -38 Q22 -46 14 -44 L16 16 Q28 20 38 10 Z',
            '#3d3944',
          ) +
          ellipse(-40, 10, 10, 22, '#f4f1ec') +
          ellipse(44, 10, 6, 20, '#f4f1ec'),
      };
    case 'blaze':
      return { ...none, on: shape('M-5 -45 Q4 -49 13 -45 L10 -4 Q4 4 -2 -4 Z', '#f6f3f3') };
    case 'mane':
      return {
        ...none,
        behind: Array.from({ length: 16 }, (_, index) =>
          circle(
            Math.cos((index / 16) * 6.283) * 47,
            2 + Math.sin((index / 16) * 6.283) * 44,
            19,
            index % 2 ? '#a9612f' : '#bd7238',
          ),
        ).join(''),
      };
    case 'spines': {
      const points = Array.from({ length: 23 }, (_, index) => {
        const angle = Math.PI * (0.92 + (index / 22) * 1.16);
        const radius = index % 2 ? 47 : 68;
        return `${(Math.cos(angle) * radius).toFixed(1)} ${(Math.sin(angle) * radius * 0.96).toFixed(1)}`;
      });
      return {
        ...none,
        behind: shape(`M0 20L${points.join('L')}Z`, '#6f5443'),
        on: shape(
          'M-46 -4 C-44 -38 -22 -47 0 -47 C24 -47 44 -38 46 -4 L34 -20 L26 -8 L16 -24 L6 -10 L-6 -25 L-16 -10 L-28 -22 L-36 -6 Z',
          '#8a6a54',
        ),
      };
    }
    case 'antlers':
      return {
        ...none,
        behind: line(
          'M-20 -38 C-26 -60 -44 -62 -48 -82 M-31 -58 L-22 -76 M-40 -64 L-56 -66 M22 -38 C28 -60 46 -62 50 -82 M33 -58 L24 -76 M42 -64 L58 -66',
          '#8a6040',
          7.5,
        ),
      };
    case 'horns':
      return {
        ...none,
        behind: shape(
          'M-30 -34 C-40 -52 -36 -66 -24 -74 C-26 -60 -18 -50 -12 -42 Z M30 -34 C42 -52 38 -66 26 -74 C28 -60 20 -50 14 -42 Z',
          '#e6d3a8',
        ),
      };
    case 'wool':
      return {
        behind: Array.from({ length: 12 }, (_, index) =>
          circle(
            Math.cos((index / 12) * 6.283) * 40,
            -4 + Math.sin((index / 12) * 6.283) * 38,
            17,
            index % 2 ? '#f7f2e8' : '#e9e1d2',
          ),
        ).join(''),
        on: shape('M-30 -14 C-34 24 -20 40 2 40 C26 40 38 24 34 -14 C22 -22 -18 -22 -30 -14 Z', '#e7cdb3'),
        over: [-24, -8, 9, 25]
          .map((x, index) => circle(x, -30 + Math.abs(x) * 0.16, 15, index % 2 ? '#fbf7ee' : '#f2ebde'))
          .join(''),
      };
    case 'hair':
      return {
        ...none,
        behind: shape('M-14 -50 C-52 -50 -66 -6 -54 40 C-46 30 -38 10 -30 -10 Z', darken(fur, 0.5)),
        over: shape(
          'M-10 -48 C4 -60 22 -52 18 -40 C22 -30 14 -20 8 -14 C8 -24 0 -34 -10 -48 Z',
          darken(fur, 0.5),
        ),
      };
    case 'unicorn':
      return {
        behind:
          shape('M-14 -50 C-56 -52 -72 -6 -58 46 C-48 34 -38 10 -30 -10 Z', '#d48ad8') +
          shape('M-20 -48 C-50 -40 -58 -6 -50 26 C-42 14 -34 0 -28 -14 Z', '#8fb8f0'),
        on: '',
        over:
          shape('M-10 -48 C4 -60 20 -52 16 -42 C20 -32 12 -24 6 -18 C6 -26 -2 -36 -10 -48 Z', '#f3a3c9') +
          shape('M0 -44 L12 -92 L22 -43 Q10 -38 0 -44 Z', '#f6cf68') +
          line('M5 -56 L19 -60 M8 -70 L17 -73', '#d9a43f', 2.6),
      };
    case 'tusks':
      return {
        ...none,
        over: shape(
          'M-12 24 C-20 40 -14 54 -2 56 C-8 46 -6 36 -2 28 Z M26 24 C36 38 32 52 20 56 C26 46 22 36 18 28 Z',
          '#fbf3df',
        ),
      };
    case 'monkey':
      return {
        ...none,
        on: shape(
          'M4 36 C-24 38 -34 22 -28 8 C-36 -16 -10 -28 4 -14 C18 -28 44 -16 36 8 C42 22 32 38 4 36 Z',
          species.belly,
        ),
      };
    case 'spots':
      return {
        ...none,
        on: [
          [-24, -30],
          [0, -38],
          [24, -30],
          [-38, -8],
          [42, -10],
          [-34, 16],
        ]
          .map(([x, y]) => circle(x ?? 0, y ?? 0, 4.6, darken(fur, 0.45)))
          .join(''),
      };
    case 'giraffe':
      return {
        ...none,
        behind:
          line('M-12 -40 L-16 -62 M14 -40 L18 -62', '#d9a84f', 6) +
          circle(-16, -64, 6, '#8a5a3c') +
          circle(18, -64, 6, '#8a5a3c'),
        on: [
          [-30, -20, 7],
          [-8, -34, 8],
          [20, -32, 7],
          [38, -14, 6],
          [-40, 4, 5],
        ]
          .map(([x, y, r]) => circle(x ?? 0, y ?? 0, r ?? 5, '#c98a45'))
          .join(''),
      };
    case 'zebra':
      return {
        behind: shape('M-14 -50 C-44 -48 -56 -10 -48 26 C-42 14 -36 0 -30 -14 Z', '#3d3944'),
        on: line(
          'M-44 -8 L-26 -12 M-46 6 L-30 6 M46 -8 L34 -12 M46 6 L36 6 M-12 -43 L-6 -26 M4 -45 L4 -24 M20 -43 L14 -26',
          '#3d3944',
          5,
        ),
        over: '',
      };
    case 'patches':
      return {
        ...none,
        on: shape(
          'M10 -44 C36 -44 48 -20 42 6 C34 18 16 14 12 -2 C8 -16 2 -34 10 -44 Z',
          darken(fur, fur === '#f3efe8' ? 0.72 : 0.25),
        ),
      };
    case 'wings':
      return {
        ...none,
        behind:
          fur === '#6f5a78'
            ? ''
            : shape(
                'M-26 -36 C-34 -52 -34 -66 -22 -76 C-24 -62 -16 -52 -8 -44 Z M28 -36 C36 -52 36 -66 24 -76 C26 -62 18 -52 12 -44 Z',
                '#f3dba0',
              ),
        over: fur === '#6f5a78' ? '' : shape('M-4 -45 L4 -60 L12 -45 Z', species.inner),
      };
    case 'plates':
      return {
        ...none,
        behind: shape('M-36 -30 L-52 -48 L-22 -44 L-14 -64 L4 -46 L22 -62 L26 -42 Z', '#e9975b'),
      };
    default:
      return none;
  }
}
