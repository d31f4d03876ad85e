import localFont from 'next/font/local';

/** Heavy feet that keep letters from turning over (OFL). Its file is fetched when somebody chooses it, and never before. */
export const dyslexicFont = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff2',
      weight: '400',
      style: 'normal',
    },
    {
      path: '../../node_modules/@fontsource/opendyslexic/files/opendyslexic-latin-700-normal.woff2',
      weight: '700',
      style: 'normal',
    },
  ],
  variable: '--font-dyslexic',
  preload: false,
  // A second of the wrong letters is better than a second of none.
  display: 'swap',
  adjustFontFallback: false,
});
