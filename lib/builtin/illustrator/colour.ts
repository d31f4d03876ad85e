/** Colours as #rrggbb strings; channels 0…255, amounts 0…1. */
export type Rgb = [number, number, number];

function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex([red, green, blue]: Rgb): string {
  const channel = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
  return `#${((channel(red) << 16) | (channel(green) << 8) | channel(blue)).toString(16).padStart(6, '0')}`;
}

export function mix(from: string, to: string, amount: number): string {
  const [a, b] = [toRgb(from), toRgb(to)];
  return toHex([a[0] + (b[0] - a[0]) * amount, a[1] + (b[1] - a[1]) * amount, a[2] + (b[2] - a[2]) * amount]);
}

export const lighten = (hex: string, amount: number) => mix(hex, '#ffffff', amount);
/** Shadows lean to violet, as a painter's do; black would look dirty. */
export const darken = (hex: string, amount: number) => mix(hex, '#1d1238', amount);

export function multiply(hex: string, by: Rgb): string {
  const [red, green, blue] = toRgb(hex);
  return toHex([red * by[0], green * by[1], blue * by[2]]);
}

/** Saturation times `amount`: 0 is grey, 1 unchanged. */
export function saturate(hex: string, amount: number): string {
  const [red, green, blue] = toRgb(hex);
  const grey = luminance(hex);
  return toHex([grey + (red - grey) * amount, grey + (green - grey) * amount, grey + (blue - grey) * amount]);
}

/** Perceived brightness 0…255 (Rec. 601). */
export function luminance(hex: string): number {
  const [red, green, blue] = toRgb(hex);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

const WORDS: Record<string, string> = {
  red: '#d8413b',
  scarlet: '#d7352f',
  crimson: '#b5263c',
  ruby: '#b3213f',
  orange: '#ee8434',
  amber: '#eda52f',
  yellow: '#f5c83f',
  gold: '#e0a92e',
  golden: '#e0a92e',
  lemon: '#f6dc54',
  mustard: '#d6a032',
  green: '#4c9a54',
  emerald: '#2f9a68',
  lime: '#93c847',
  mint: '#8fd3b6',
  olive: '#8a8f45',
  teal: '#2c8f93',
  turquoise: '#3cb6b3',
  aqua: '#58c3cf',
  blue: '#3f76c8',
  navy: '#2f4580',
  sky: '#74b7e8',
  indigo: '#4b4aa5',
  violet: '#7d58b6',
  purple: '#7f4fae',
  lavender: '#ab96d8',
  lilac: '#b79bd9',
  pink: '#ec87a8',
  rose: '#e0688b',
  coral: '#f07f67',
  peach: '#f5b18b',
  magenta: '#c8478f',
  brown: '#8b5b3a',
  tan: '#c49a6c',
  cream: '#f3e4c4',
  beige: '#e0cba6',
  white: '#f4f1ea',
  ivory: '#f2ead6',
  silver: '#b9c0cc',
  grey: '#8e929d',
  gray: '#8e929d',
  black: '#3a3644',
  charcoal: '#4b4a55',
  copper: '#b9713f',
  bronze: '#a97742',
  rainbow: '#e0688b',
};

/** The colours a description names, in its order: hex values and colour words. */
export function findColours(text: string): string[] {
  const found: string[] = [];
  for (const [token] of text.toLowerCase().matchAll(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|[a-z]+/g)) {
    if (token.startsWith('#')) {
      found.push(
        token.length === 7 ? token : `#${[...token.slice(1)].map((digit) => digit + digit).join('')}`,
      );
    } else if (Object.hasOwn(WORDS, token)) found.push(WORDS[token] as string);
  }
  return found;
}

/** Every colour of a piece of SVG through one function; what is not a six-digit hex colour stays. */
export function mapColours(svg: string, change: (hex: string) => string): string {
  const known = new Map<string, string>();
  return svg.replace(/#[0-9a-fA-F]{6}(?![0-9a-zA-Z])/g, (hex) => {
    let changed = known.get(hex);
    if (changed === undefined) {
      changed = change(hex);
      known.set(hex, changed);
    }
    return changed;
  });
}
