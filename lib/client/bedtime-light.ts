import { queryOptions } from '@tanstack/react-query';

/**
 * How the pages are lit: the warm, dim light of bedtime, or as the device has it (light or dark). The household's hours
 * decide, unless somebody has pressed the switch in this browser. Pure and for both sides: the server lights the first view.
 */
export const LIGHT_COOKIE = 'storyloom-light';
const LIGHTS = ['bedtime', 'day'] as const;
export type Light = (typeof LIGHTS)[number];

const YEAR_S = 365 * 24 * 3_600;
/** Where there are hours, what was pressed at night is not meant for the next one. */
const UNTIL_THE_NEXT_TURN_S = 12 * 3_600;

/** What somebody chose in this browser; null: nothing, so that the hours decide. */
export function readLight(cookieValue: string | undefined): Light | null {
  return LIGHTS.find((light) => light === cookieValue) ?? null;
}

export function isBedtimeLight(chosen: Light | null, isBedtime: boolean): boolean {
  return chosen === null ? isBedtime : chosen === 'bedtime';
}

/** The cookie of a choice, as `document.cookie` takes it. A choice that says what the hours say is none. */
export function buildLightCookie(
  chosen: Light,
  { isBedtime, hasHours }: { isBedtime: boolean; hasHours: boolean },
): string {
  const agrees = isBedtimeLight(chosen, isBedtime) === isBedtime;
  const maxAge = agrees ? 0 : hasHours ? UNTIL_THE_NEXT_TURN_S : YEAR_S;
  return `${LIGHT_COOKIE}=${chosen}; Path=/; Max-Age=${maxAge}; SameSite=Lax`;
}

/** As the cookie had it when the server rendered the page; the switch writes it. */
export const lightQueryOptions = queryOptions({
  queryKey: ['light'],
  queryFn: (): Light | null => null,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});
