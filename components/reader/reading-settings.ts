/**
 * How somebody likes to read, kept in a cookie of the browser so that the server's first view is already right and nothing
 * jumps. Pure and for both sides.
 */
export const READING_COOKIE = 'storyloom-reading';

export const READING_VIEWS = ['page', 'scroll'] as const;
export const READING_FACES = ['atkinson', 'dyslexic', 'serif', 'nunito'] as const;
/** Times the text's usual size. */
export const READING_SIZES = [0.85, 1, 1.2, 1.4, 1.7, 2] as const;
export const READING_LINES = ['close', 'normal', 'wide'] as const;
export const READING_LETTERS = ['normal', 'wide'] as const;
/** Times the voice's usual speed; the pitch stays. */
export const READING_SPEEDS = [0.5, 0.75, 1, 1.25, 1.5] as const;

export type ReadingSettings = {
  view: (typeof READING_VIEWS)[number];
  face: (typeof READING_FACES)[number];
  size: (typeof READING_SIZES)[number];
  lines: (typeof READING_LINES)[number];
  letters: (typeof READING_LETTERS)[number];
  speed: (typeof READING_SPEEDS)[number];
  ruler: boolean;
};

export const DEFAULT_READING: ReadingSettings = {
  view: 'page',
  face: 'atkinson',
  size: 1,
  lines: 'normal',
  letters: 'normal',
  speed: 1,
  ruler: false,
};

const YEAR_S = 365 * 24 * 3_600;

/** What the cookie says; anything it does not say, or says wrongly, is as usual. */
export function parseReadingSettings(cookieValue: string | undefined): ReadingSettings {
  const said = new URLSearchParams(cookieValue);
  const pick = <Value extends string | number>(
    name: keyof ReadingSettings,
    values: readonly Value[],
    usual: Value,
  ) => values.find((value) => String(value) === said.get(name)) ?? usual;
  return {
    view: pick('view', READING_VIEWS, DEFAULT_READING.view),
    face: pick('face', READING_FACES, DEFAULT_READING.face),
    size: pick('size', READING_SIZES, DEFAULT_READING.size),
    lines: pick('lines', READING_LINES, DEFAULT_READING.lines),
    letters: pick('letters', READING_LETTERS, DEFAULT_READING.letters),
    speed: pick('speed', READING_SPEEDS, DEFAULT_READING.speed),
    ruler: said.get('ruler') === 'true',
  };
}

/** The cookie as `document.cookie` takes it: only what differs from the usual. */
export function buildReadingCookie(settings: ReadingSettings): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(settings)) {
    if (value !== DEFAULT_READING[name as keyof ReadingSettings]) said.set(name, String(value));
  }
  const value = encodeURIComponent(said.toString());
  return `${READING_COOKIE}=${value}; Path=/; Max-Age=${value ? YEAR_S : 0}; SameSite=Lax`;
}

/** The cookie among all of a browser's, decoded; for a page whose server did not read it. */
export function findReadingCookie(allCookies: string): string | undefined {
  const found = allCookies.split('; ').find((cookie) => cookie.startsWith(`${READING_COOKIE}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(READING_COOKIE.length + 1));
}

const LINE_HEIGHTS: Record<ReadingSettings['lines'], number> = { close: 1.45, normal: 1.65, wide: 2.1 };
const FACES: Record<ReadingSettings['face'], string> = {
  atkinson: 'var(--font-story)',
  dyslexic: 'var(--font-dyslexic), var(--font-story)',
  serif: 'var(--font-title)',
  nunito: 'var(--font-sans)',
};

/** The custom properties that reader.css sets story text by. */
export function buildReadingStyle(settings: ReadingSettings): Record<`--${string}`, string | number> {
  return {
    '--reading-scale': settings.size,
    '--reading-line': LINE_HEIGHTS[settings.lines],
    '--reading-face': FACES[settings.face],
    '--reading-letter': settings.letters === 'wide' ? '0.06em' : 'normal',
    '--reading-word': settings.letters === 'wide' ? '0.16em' : 'normal',
  };
}
