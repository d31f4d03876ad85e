import { setTimeout as sleep } from 'node:timers/promises';

/** SQLSTATE: two transactions waited for each other, and the database has ended one of them; the other is done in a moment. */
const DEADLOCK = '40P01';

/**
 * Asks again while the answer is a deadlock: nothing of what was ended has happened.
 * @param patience how often it is asked in all, and how long the first pause is; each is longer by as much
 * @returns the last answer, with whatever error it has
 */
export async function retryDeadlock<Answer extends { error: { code: string } | null }>(
  ask: () => PromiseLike<Answer>,
  { tries, pauseMs }: { tries: number; pauseMs: number },
): Promise<Answer> {
  for (let asked = 1; ; asked += 1) {
    const answer = await ask();
    if (answer.error?.code !== DEADLOCK || asked === tries) return answer;
    await sleep(pauseMs * asked);
  }
}
