/**
 * The answers this process is writing, so that a stop reaches them at once. On `globalThis` because routes may not share
 * modules. Other processes learn of a stop from the database.
 */
const KEY = Symbol.for('storyloom.running-answers');
type Holder = { [KEY]?: Map<string, AbortController> };

export function getRunningAnswers(): Map<string, AbortController> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  return holder[KEY];
}
