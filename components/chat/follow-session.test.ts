import { describe, expect, it } from 'vitest';
import type { ChatEventView } from '@/lib/chat/views';
import { type FollowState, followSession } from './follow-session';

const SESSION = '5b0c7f1e-4b7e-4d0a-9c57-0d6a3b1f2a01';
const titled = (id: number): ChatEventView => ({
  id,
  session_id: SESSION,
  created_at: '2026-11-21T12:00:00Z',
  type: 'title',
  title: `Name ${id}`,
});
const stream = (...events: ChatEventView[]) =>
  new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''), {
    headers: { 'content-type': 'text/event-stream' },
  });

/** Follows with these answers, one a request; the conversation is gone after the last of them. */
async function follow(...answers: (() => Response)[]) {
  const seen = { asked: [] as (string | null)[], waits: [] as number[], states: [] as FollowState[] };
  const events: number[] = [];
  await followSession({
    sessionId: SESSION,
    afterEventId: 7,
    signal: new AbortController().signal,
    onEvent: ({ id }) => events.push(id),
    onState: (state) => seen.states.push(state),
    fetch: async (_url, init) => {
      seen.asked.push(new Headers(init?.headers).get('last-event-id'));
      return answers.shift()?.() ?? new Response(null, { status: 404 });
    },
    wait: async (durationMs) => void seen.waits.push(durationMs),
  });
  return { ...seen, events };
}

describe('following a conversation', () => {
  it('takes the log up after the last event that was read', async () => {
    const { asked, events } = await follow(
      () => stream(titled(8), titled(9)),
      () => stream(titled(10)),
    );
    expect(asked).toEqual(['7', '9', '10']);
    expect(events).toEqual([8, 9, 10]);
  });

  it('ends when the conversation is gone, and says so', async () => {
    expect((await follow(() => stream())).states).toEqual(['following', 'gone']);
  });

  it('goes on by itself once the session is good again', async () => {
    const refused = () => new Response(null, { status: 401 });
    const { states, events } = await follow(refused, refused, refused, () => stream(titled(8)));
    expect(states).toEqual(['signed-out', 'signed-out', 'following', 'gone']);
    expect(events).toEqual([8]);
  });

  it('says nothing of a single refusal, which another tab’s renewal may have caused', async () => {
    const { states } = await follow(
      () => new Response(null, { status: 401 }),
      () => stream(),
    );
    expect(states).toEqual(['following', 'gone']);
  });

  it('asks ever more seldom while the server is away, and at once again when it is back', async () => {
    const away = () => new Response(null, { status: 503 });
    const { waits } = await follow(away, away, away, away, away, away, () => stream());
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 1_000]);
  });
});
