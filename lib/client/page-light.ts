import { queryOptions } from '@tanstack/react-query';

/**
 * How the pages are lit: as the device has it, light, dark, or the warm, dim light of bedtime. Two cookies: one keeps what
 * somebody likes, the other what they said against their household's hours, which is not meant for the next evening. Pure
 * and for both sides: the server lights the first view.
 */
export const LIGHT_COOKIE = 'storyloom-light';
export const TONIGHT_COOKIE = 'storyloom-tonight';

export const LIGHTS = ['device', 'light', 'dark', 'bedtime'] as const;
export type Light = (typeof LIGHTS)[number];
/** What the root element's `data-theme` says; null: as the device has it. */
export type Theme = Exclude<Light, 'device'> | null;
export type LightChoice = {
  light: Light;
  /** Said against the hours: the light of bedtime before they come, or another while they last. */
  tonight: 'bedtime' | 'day' | null;
};

/** The ground of each light, for the browser's own bar; held to app/globals.css by its test. */
export const GROUNDS = { light: '#fdf8ee', dark: '#161329', bedtime: '#17100a' } as const;

const NOTHING_CHOSEN: LightChoice = { light: 'device', tonight: null };
const YEAR_S = 365 * 24 * 3_600;
const UNTIL_THE_NEXT_TURN_S = 12 * 3_600;

export function readLightChoice(readCookie: (name: string) => string | undefined): LightChoice {
  const tonight = readCookie(TONIGHT_COOKIE);
  return {
    light: LIGHTS.find((light) => light === readCookie(LIGHT_COOKIE)) ?? 'device',
    tonight: tonight === 'bedtime' || tonight === 'day' ? tonight : null,
  };
}

/** @param isBedtime by the household's hours */
export function findTheme({ light, tonight }: LightChoice, isBedtime: boolean): Theme {
  const isDim = tonight === null ? isBedtime : tonight === 'bedtime';
  if (isDim) return 'bedtime';
  return light === 'device' ? null : light;
}

/** Which of the four the menu shows as chosen. */
export function findLight(choice: LightChoice, isBedtime: boolean): Light {
  return findTheme(choice, isBedtime) ?? 'device';
}

/** What is kept when somebody chooses one of the four, with their household's hours as they are now. */
export function chooseLight(
  chosen: Light,
  before: LightChoice,
  hours: { isBedtime: boolean; hasHours: boolean },
): LightChoice {
  if (chosen === 'bedtime' && hours.hasHours) {
    // By day it is for this evening only; what they like by day stays.
    return { ...before, tonight: hours.isBedtime ? null : 'bedtime' };
  }
  return { light: chosen, tonight: hours.isBedtime && chosen !== 'bedtime' ? 'day' : null };
}

/** Both cookies, as `document.cookie` takes them one by one. */
export function buildLightCookies({ light, tonight }: LightChoice): string[] {
  return [
    buildCookie(LIGHT_COOKIE, light, light === 'device' ? 0 : YEAR_S),
    buildCookie(TONIGHT_COOKIE, tonight ?? '', tonight === null ? 0 : UNTIL_THE_NEXT_TURN_S),
  ];
}

function buildCookie(name: string, value: string, maxAgeS: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeS}; SameSite=Lax`;
}

/** As the cookies had it when the server rendered the page; the menu writes it. */
export const lightQueryOptions = queryOptions({
  queryKey: ['light'],
  queryFn: (): LightChoice => NOTHING_CHOSEN,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});
