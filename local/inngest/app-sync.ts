import { AppUnreachable, requestApp } from './app-client.ts';
import type { RunnerLog } from './runner-context.ts';
import type { Settings } from './settings.ts';

const SYNCED_PAUSE_MS = 5000;
const SEARCHING_PAUSE_MS = 300;
const FRESH_MS = 1000;

/**
 * The app never registers by itself. Asked with a PUT, its SDK answers by sending all its functions to our
 * `/fn/register`. This asks often until that worked, and slowly afterwards so that a restarted app with other
 * functions is noticed.
 */
export class AppSync {
  readonly #settings: Settings;
  readonly #log: RunnerLog;
  #onSynced: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #asking = false;
  #askAgain = false;
  #stopped = true;
  #registeredAt = 0;
  /** Why the last attempt did not work; undefined when it did. */
  problem: string | undefined = 'the app has not been asked yet';

  constructor(settings: Settings, log: RunnerLog) {
    this.#settings = settings;
    this.#log = log;
  }

  /** The app has registered with this process, so the known functions are not only those of yesterday. */
  get isReady(): boolean {
    return this.#registeredAt > 0;
  }

  /** It did so a moment ago: asking again would tell nothing new. */
  get isFresh(): boolean {
    return this.problem === undefined && Date.now() - this.#registeredAt < FRESH_MS;
  }

  /** @param onSynced called after every successful sync */
  start(onSynced: () => void): void {
    this.#onSynced = onSynced;
    this.#stopped = false;
    void this.#ask();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Asks now instead of at the next turn. */
  request(): void {
    if (this.#asking) this.#askAgain = true;
    else if (!this.#stopped) void this.#ask();
  }

  /** A call could not be delivered: the app is down, and may come back with other functions. */
  lost(): void {
    if (this.problem !== undefined) return;
    this.problem = 'the app can not be reached';
    this.#schedule(SEARCHING_PAUSE_MS);
  }

  /** The app has just registered (inside our PUT). */
  registered(): void {
    this.#registeredAt = Date.now();
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking = true;
    const askedAt = Date.now();
    const problem = await this.#put(askedAt);
    if (problem !== this.problem && problem) this.#log.warn({ app: this.#settings.appUrl }, problem);
    if (problem !== this.problem && !problem) this.#log.info({ app: this.#settings.appUrl }, 'app synced');
    this.problem = problem;
    this.#asking = false;
    if (this.#stopped) return;
    if (!problem) this.#onSynced();
    const pauseMs = problem ? SEARCHING_PAUSE_MS : SYNCED_PAUSE_MS;
    this.#schedule(this.#askAgain ? 0 : pauseMs);
    this.#askAgain = false;
  }

  #schedule(pauseMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#ask(), pauseMs);
  }

  async #put(askedAt: number): Promise<string | undefined> {
    const { appUrl, signingKey } = this.#settings;
    try {
      const answer = await requestApp('PUT', new URL(appUrl), { url: appUrl }, { signingKey });
      if (answer.status !== 200) return `sync failed with ${answer.status}: ${answer.body.slice(0, 2000)}`;
      return this.#registeredAt >= askedAt ? undefined : 'the app registered with another Inngest server';
    } catch (error) {
      if (error instanceof AppUnreachable) return 'the app can not be reached';
      throw error;
    }
  }
}
