export type DeviceKind = 'phone' | 'tablet' | 'computer' | 'program';

type Pattern = readonly [RegExp, string];

/** The first that is found counts: Edge says it is Chrome, and Chrome says it is Safari. */
const BROWSERS: readonly Pattern[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPiOS)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly Pattern[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Windows": what a browser says of itself, in plain words. A `User-Agent` proves nothing; it only helps to remember. */
export function describeDevice(userAgent: string | null): { name: string; kind: DeviceKind } {
  const agent = userAgent ?? '';
  const browser = find(BROWSERS, agent);
  const system = find(SYSTEMS, agent);
  if (browser && system) return { name: `${browser} on ${system}`, kind: kindOf(agent) };
  if (system) return { name: `An app on ${system}`, kind: kindOf(agent) };
  if (/\bDart\//.test(agent)) return { name: 'A mobile app', kind: 'phone' };
  return { name: 'An app or a program', kind: 'program' };
}

function find(patterns: readonly Pattern[], agent: string): string | undefined {
  return patterns.find(([pattern]) => pattern.test(agent))?.[1];
}

function kindOf(agent: string): DeviceKind {
  if (/\biPad\b|\bTablet\b/.test(agent)) return 'tablet';
  // Android's phones say "Mobile", its tablets do not.
  if (/\bAndroid\b/.test(agent)) return /\bMobile\b/.test(agent) ? 'phone' : 'tablet';
  return /\biPhone\b/.test(agent) ? 'phone' : 'computer';
}
