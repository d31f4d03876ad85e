import { z } from 'zod';
import { ERASED_EVENT } from '../../lib/erasure/erased-event.ts';
import { AppError } from '../../lib/errors.ts';
import { emptyJournal, forgetErased } from './forgetting.ts';
import { readMark, saveMark } from './marks.ts';
import { startRun } from './run-start.ts';
import type { RunnerContext } from './runner-context.ts';
import type { RunEvent } from './runs.ts';
import { createSeededUlid, createUlid, type EventIdSeed } from './ulids.ts';
import { offerEventToWaits } from './waits.ts';

const DAY_MS = 86_400_000;

const eventSchema = z.looseObject({
  name: z
    .string()
    .min(1)
    .refine((name) => !name.startsWith('inngest/'), 'names that begin with inngest/ are reserved'),
  data: z.record(z.string(), z.unknown()).nullish(),
  id: z.string().nullish(),
  ts: z.number().int().nonnegative().nullish(),
});
const requestSchema = z.union([z.array(eventSchema), eventSchema.transform((event) => [event])]);

/**
 * Takes the events of one request: all of them are on the disk, with the runs they start, when this returns.
 * @param seed from the request: the same request sent again gives the same ids and changes nothing
 * @returns one id per event
 * @throws AppError `invalid_request`; then nothing was taken
 */
export function acceptEvents(context: RunnerContext, body: unknown, seed: EventIdSeed | undefined): string[] {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) {
    throw new AppError('invalid_request', `Not an event: ${z.prettifyError(parsed.error)}`, {
      cause: parsed.error,
    });
  }
  const ids = context.store.transaction(() =>
    parsed.data.map((sent, index) => {
      const id = seed ? createSeededUlid(seed, index) : createUlid();
      const event: RunEvent = {
        ...sent,
        data: sent.data ?? {},
        id: sent.id || id,
        ts: sent.ts || Date.now(),
      };
      return acceptEvent(context, id, event);
    }),
  );
  if (parsed.data.some(({ name }) => name === ERASED_EVENT)) emptyJournal(context);
  return ids;
}

/** @returns `id`, or the id the event got when it was first taken under the id its sender chose */
function acceptEvent(context: RunnerContext, id: string, event: RunEvent): string {
  const { store, sync } = context;
  // Not kept itself: it names what is to be forgotten.
  if (event.name === ERASED_EVENT) {
    forgetErased(context, event.data);
    return id;
  }
  const isNew = store.run(
    'insert into event (id, name, body, received_at) values (?, ?, ?, ?) on conflict do nothing',
    id,
    event.name,
    JSON.stringify(event),
    Date.now(),
  );
  if (!isNew) return id;
  if (event.id !== id) {
    const key = `event:${event.name}:${event.id}`;
    const firstId = readMark(store, key) as string | undefined;
    if (firstId !== undefined) return firstId;
    saveMark(store, key, id, DAY_MS);
  }
  // Until the app has told its functions nobody can know whom the event concerns. The same holds for an event that
  // concerns nobody: the app may have been restarted with a new function a moment ago.
  const concerned = sync.isReady ? dispatchEvent(context, id, event) : 0;
  if (concerned === 0 && !sync.isFresh) {
    store.run('update event set held = 1 where id = ?', id);
    sync.request();
  }
  return id;
}

/** Shows the event to waiting runs and starts the functions it triggers. @returns how many runs it concerned */
export function dispatchEvent(context: RunnerContext, eventId: string, event: RunEvent): number {
  const waiting = offerEventToWaits(context, event);
  const triggered = context.registry.triggeredBy(event);
  for (const config of triggered) startRun(context, config, { event, eventId });
  return waiting + triggered.length;
}

/** After a sync: what was held goes to the functions known now. */
export function releaseHeldEvents(context: RunnerContext): void {
  const { store } = context;
  store.transaction(() => {
    const held = store.all<{ id: string; body: string }>(
      'select id, body from event where held = 1 order by id',
    );
    for (const row of held) {
      store.run('update event set held = 0 where id = ?', row.id);
      dispatchEvent(context, row.id, JSON.parse(row.body));
    }
  });
}
