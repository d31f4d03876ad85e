import { isAppError } from '../../lib/errors.ts';
import { buildLimits } from './concurrency.ts';
import { expressionMatches } from './expressions.ts';
import { type AppRegistration, type FunctionConfig, parseRegistration } from './function-config.ts';
import type { RunnerLog } from './runner-context.ts';
import type { Store } from './store.ts';

/** The functions of the app as it last registered them; they survive a restart of the runner. */
export class Registry {
  readonly #store: Store;
  readonly #appUrl: string;
  #functions = new Map<string, FunctionConfig>();
  #source = '';
  app: { name: string; sdk: string; syncedAt: number } | undefined;
  limitOf: (slot: string) => number = () => Number.POSITIVE_INFINITY;

  constructor(store: Store, appUrl: string, log: RunnerLog) {
    this.#store = store;
    this.#appUrl = appUrl;
    const saved = store.get<{ name: string; sdk: string; functions: string; synced_at: number }>(
      'select name, sdk, functions, synced_at from app where url = ?',
      appUrl,
    );
    if (!saved) return;
    const body = { appName: saved.name, sdk: saved.sdk, functions: JSON.parse(saved.functions) };
    try {
      this.#use(parseRegistration(body), saved.functions, saved.synced_at);
    } catch (error) {
      // An older runner took what this one refuses. The app will register again and be told so.
      if (!isAppError(error)) throw error;
      log.warn({ error: error.message }, 'the saved functions can not be used');
    }
  }

  #use(registration: AppRegistration, source: string, syncedAt: number): void {
    this.#functions = new Map(registration.functions.map((config) => [config.id, config]));
    this.#source = source;
    this.app = { name: registration.name, sdk: registration.sdk, syncedAt };
    this.limitOf = buildLimits(registration.functions);
  }

  /**
   * @returns whether anything changed
   * @throws AppError `invalid_request` when a function asks for something the runner does not do
   */
  register(body: { functions?: unknown }, nowMs: number): boolean {
    const registration = parseRegistration(body);
    const source = JSON.stringify(body.functions);
    if (source === this.#source && this.app) return false;
    this.#store.run(
      `insert into app (url, name, sdk, functions, synced_at) values (?, ?, ?, ?, ?)
       on conflict (url) do update set name = excluded.name, sdk = excluded.sdk, functions = excluded.functions,
         synced_at = excluded.synced_at`,
      this.#appUrl,
      registration.name,
      registration.sdk,
      source,
      nowMs,
    );
    this.#use(registration, source, nowMs);
    return true;
  }

  get functions(): FunctionConfig[] {
    return [...this.#functions.values()];
  }

  find(functionId: string): FunctionConfig | undefined {
    return this.#functions.get(functionId);
  }

  /** A trigger may end in `*`. A function with several matching triggers is started once. */
  triggeredBy(event: { name: string }): FunctionConfig[] {
    return this.functions.filter((config) =>
      config.triggers.some(
        (trigger) =>
          'event' in trigger &&
          (trigger.event.endsWith('*')
            ? event.name.startsWith(trigger.event.slice(0, -1))
            : event.name === trigger.event) &&
          (trigger.expression === undefined || expressionMatches(trigger.expression, { event })),
      ),
    );
  }
}
