import { box, circle, line, shape } from '../svg.ts';

/** Things of stories that the icon set lacks, on the same 32×32 square with the foot at 30. */
export const DRAWN_PROPS: Readonly<Record<string, string>> = {
  'treasure-chest':
    shape('M4 17 C4 8 10 5 16 5 C22 5 28 8 28 17 Z', '#a8683a') +
    shape('M6 16 C7 10 11 7.500 16 7.500 C21 7.500 25 10 26 16 Z', '#7a4526') +
    [8, 11, 14, 17, 20, 23]
      .map((x, index) => circle(x, 15.5 - (index % 2) * 1.8, 2, index % 3 === 1 ? '#ffe27a' : '#f2bf3c'))
      .join('') +
    circle(13, 12, 1.5, '#e0566f') +
    circle(20, 12, 1.4, '#5fb3e0') +
    box(3, 16, 26, 14, '#b8743f', 1.5) +
    box(3, 16, 26, 4, '#cb8a50', 1.2) +
    box(6.5, 16, 3, 14, '#e8bd54', 0.6) +
    box(22.5, 16, 3, 14, '#e8bd54', 0.6) +
    box(13.2, 17.5, 5.6, 6.2, '#f2cf6a', 1.2) +
    circle(16, 20, 1.1, '#6b3f22') +
    line('M16 20 L16 22.200', '#6b3f22', 0.8),
  scarecrow:
    line('M16 30 L16 14 M6 17 L26 17', '#8a5a3c', 1.6) +
    shape('M9 15 L23 15 L22 25 L10 25 Z', '#d0574f') +
    line('M6 17 L10 17 M22 17 L26 17', '#d0574f', 3.6) +
    circle(16, 11, 4.6, '#f0d9a0') +
    shape('M8 8.500 Q16 6 24 8.500 Q16 10.500 8 8.500 Z M12 8 L14 3 L18 3 L20 8 Z', '#c99a3f') +
    circle(14.4, 11, 0.7, '#3a2a33') +
    circle(17.8, 11, 0.7, '#3a2a33') +
    line('M14.500 13 Q16 14.200 17.500 13', '#3a2a33', 0.6),
  lighthouse:
    shape('M12 10 L20 10 L22 30 L10 30 Z', '#f4f0ea') +
    shape(
      'M11.600 14 L20.400 14 L20.900 19 L11.100 19 Z M10.700 23 L21.300 23 L21.700 28 L10.300 28 Z',
      '#d8453f',
    ) +
    box(11, 8.6, 10, 1.8, '#4a4656', 0.6) +
    box(13, 4.6, 6, 4.2, '#ffe08a', 0.6) +
    shape('M12 4.800 L16 1.500 L20 4.800 Z', '#d8453f'),
};
