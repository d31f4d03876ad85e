import localFont from 'next/font/local';

/** Titles: rounded letter ends are what makes Fraunces feel like a picture book. Made by scripts/build-fonts.ts. */
export const titleFont = localFont({
  src: './fonts/fraunces-title.woff2',
  weight: '600',
  variable: '--font-fraunces',
  fallback: ['Georgia', 'serif'],
});

/** Everything a grown-up presses. */
export const interfaceFont = localFont({
  src: '../node_modules/@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2',
  weight: '200 1000',
  variable: '--font-nunito',
  fallback: ['system-ui', 'sans-serif'],
});

/** The story itself: letters that early readers cannot mix up (b/d, I/l/1). */
export const storyFont = localFont({
  src: '../node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2',
  weight: '400',
  variable: '--font-atkinson',
  fallback: ['Verdana', 'sans-serif'],
});
