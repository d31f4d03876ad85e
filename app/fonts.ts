import localFont from 'next/font/local';

// Until they are there, letters of the device stand in for them, which fonts/stand-ins.css has made as wide as they are.

/** Titles: rounded letter ends are what makes Fraunces feel like a picture book. Made by scripts/build-fonts.ts. */
export const titleFont = localFont({
  src: './fonts/fraunces-title.woff2',
  weight: '600',
  variable: '--font-fraunces',
  adjustFontFallback: false,
  fallback: ['Title on Georgia', 'Title on Noto', 'Title on DejaVu', 'Georgia', 'serif'],
});

/** Everything a grown-up presses. */
export const interfaceFont = localFont({
  src: '../node_modules/@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2',
  weight: '200 1000',
  variable: '--font-nunito',
  adjustFontFallback: false,
  fallback: ['Interface on Arial', 'Interface on Roboto', 'Interface on DejaVu', 'system-ui', 'sans-serif'],
});

/** The story itself: letters that early readers cannot mix up (b/d, I/l/1). */
export const storyFont = localFont({
  src: '../node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2',
  weight: '400',
  variable: '--font-atkinson',
  adjustFontFallback: false,
  fallback: ['Story on Arial', 'Story on Roboto', 'Story on DejaVu', 'Verdana', 'sans-serif'],
});
