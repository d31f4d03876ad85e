/** A household's hours. Pure and browser-safe: `Intl` knows the zones and their summer time. */

/** Times of day, "HH:MM"; `from` later than `to` goes over midnight. */
export type Bedtime = { from: string; to: string };

export function isTimeZone(name: string): boolean {
  // An offset ("+02:00") is a zone to Intl, but one without summer time, and Postgres reads its sign the other way round.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What a clock on the household's wall shows: "HH:MM". */
export function clockTime(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Whether it is bedtime at this moment: from the first minute on, not in the last. */
export function isBedtime(bedtime: Bedtime | null, timeZone: string, at: Date): boolean {
  if (!bedtime) return false;
  const now = clockTime(timeZone, at);
  const { from, to } = bedtime;
  return from < to ? from <= now && now < to : now >= from || now < to;
}

/** The household's date: "2026-11-21". */
export function localDate(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

const MINUTE_MS = 60_000;
const LONGEST_DAY_MS = 26 * 60 * MINUTE_MS;

/**
 * The first moment of the household's next day. Days have 23 to 25 hours, and in some zones a day begins at one o'clock:
 * so it is looked for, not reckoned.
 */
export function endOfDay(timeZone: string, at: Date): Date {
  const today = localDate(timeZone, at);
  let isToday = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  let isTomorrow = isToday + LONGEST_DAY_MS;
  while (isTomorrow - isToday > MINUTE_MS) {
    const middle = Math.floor((isToday + isTomorrow) / 2 / MINUTE_MS) * MINUTE_MS;
    if (localDate(timeZone, new Date(middle)) === today) isToday = middle;
    else isTomorrow = middle;
  }
  return new Date(isTomorrow);
}
