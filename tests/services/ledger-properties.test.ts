import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError, isAppError } from '../../lib/errors.ts';
import type { CallIntent } from '../../lib/ledger/calls.ts';
import { payFor, type Units } from '../../lib/ledger/pay-for.ts';
import { computeCostMicros } from '../../lib/ledger/price.ts';
import { findPrice } from '../../lib/ledger/prices.ts';
import {
  createPaidStory,
  findPicture,
  keepPicture,
  type PaidStory,
  pictureIntent,
  providerAnswered,
} from '../support/ledger-story.ts';
import { type Client, expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/**
 * Random lives of a job: steps tried again and again, each try with its own fate, against the real ledger in a real Postgres. Beside
 * it the test keeps the provider's own book (what it did and billed) and what an honest ledger has to say.
 */
let supabase: TestSupabase;
let admin: Client;
const ENVIRONMENT = {
  PROVIDER_LIMITS: process.env.PROVIDER_LIMITS,
  SPEND_CAP_STORY_USD: process.env.SPEND_CAP_STORY_USD,
};
beforeAll(async () => {
  supabase = await startTestSupabase();
  admin = supabase.admin;
  process.env.SPEND_CAP_USER_DAY_USD = 'none';
  process.env.SPEND_CAP_INSTALLATION_DAY_USD = 'none';
});
afterAll(async () => {
  for (const [name, value] of Object.entries(ENVIRONMENT)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  delete process.env.SPEND_CAP_USER_DAY_USD;
  delete process.env.SPEND_CAP_INSTALLATION_DAY_USD;
  await supabase.remove();
});

const FATES = [
  'answered',
  'busy',
  'broken',
  'refused',
  // The provider may have done it, and billed it.
  'too late',
  'broken off',
  // It did and billed it, and said so.
  'no use',
  'not kept',
  'crash before the call',
  'crash while it works',
  'crash after the answer',
  'crash after it was noted',
  'crash after it was kept',
] as const;
type Fate = (typeof FATES)[number];
const tries = fc.array(
  fc.record({
    step: fc.integer({ min: 1, max: 4 }),
    fate: fc.constantFrom(...FATES),
    // At most what a picture was reserved for, at the dearest price there is.
    outputTokens: fc.integer({ min: 0, max: 1_900 }),
    isBilled: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
);
type Try = { step: number; fate: Fate; outputTokens: number; isBilled: boolean };

const ESTIMATE: Units = { pictures: 1, inputTokens: 500 };
/** What a call is worth in the honest ledger, and what the provider really took. */
type Entry = { step: number; counted: number; billed: number };

const crash = () => new Promise<never>(() => {});

/** One try of one step, as the queue begins it. @returns what the honest ledger says of it, if there was a call */
async function attempt(
  story: PaidStory,
  intent: CallIntent,
  { step, fate, outputTokens, isBilled }: Try,
): Promise<{ entry: Entry | undefined; error: unknown; foundKept: boolean }> {
  const contentHash = `page-${step}`;
  const price = findPrice(intent);
  const reserved = computeCostMicros(price, ESTIMATE);
  const units: Units = { pictures: 1, inputTokens: 400, outputTokens };
  const cost = computeCostMicros(price, units);
  let entry: Entry | undefined;
  const enter = (counted: number, billed: number) => {
    entry = { step, counted, billed };
  };
  const maybe = isBilled ? reserved : 0;

  let crashed: () => void = () => {};
  const died = new Promise<'died'>((resolve) => {
    crashed = () => resolve('died');
  });
  const die = () => {
    crashed();
    return crash();
  };
  const paying = payFor(admin, intent, {
    find: async () => findPicture(admin, story, contentHash),
    call: async ({ noteUnits }) => {
      switch (fate) {
        case 'crash before the call':
          enter(reserved, 0);
          return die();
        case 'busy':
          enter(0, 0);
          throw providerAnswered(429);
        case 'broken':
          enter(0, 0);
          throw providerAnswered(500);
        case 'refused':
          enter(0, 0);
          throw providerAnswered(400);
        case 'too late':
          enter(reserved, maybe);
          throw new AppError('provider_failed', 'Late.', { cause: new DOMException('late', 'TimeoutError') });
        case 'broken off':
          enter(reserved, maybe);
          throw new AppError('provider_failed', 'Broke off.', { cause: new TypeError('terminated') });
        case 'crash while it works':
          enter(reserved, maybe);
          return die();
        case 'crash after the answer':
          enter(reserved, cost);
          return die();
      }
      // From here on the provider has said what it used.
      enter(cost, cost);
      await noteUnits(units);
      if (fate === 'crash after it was noted') return die();
      if (fate === 'no use') throw new AppError('picture_unreadable', 'No picture.');
      if (fate === 'not kept') throw new AppError('storage_failed', 'Nowhere to keep it.');
      const asset = await keepPicture(admin, story, contentHash);
      if (fate === 'crash after it was kept') return die();
      return { result: asset, units, assetId: asset.id };
    },
  }).then(
    () => ({ error: undefined }),
    (error: unknown) => ({ error }),
  );
  const end = await Promise.race([paying, died]);
  const error = end === 'died' ? undefined : end.error;
  return { entry, error, foundKept: end !== 'died' && error === undefined && entry === undefined };
}

async function readLedger(story: PaidStory) {
  return expectData(
    await admin.from('model_calls').select().eq('job_id', story.jobId).order('created_at').order('id'),
  );
}

/** A provider of its own for each life, so that the circuit of one is not another's. */
let lives = 0;
function nextIntent(story: PaidStory) {
  lives += 1;
  // Letters only, as the environment has it.
  const provider = `life-${[...String(lives)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  process.env.PROVIDER_LIMITS = `${provider}=1000/100000`;
  return (step: number) =>
    pictureIntent(story, {
      step: `picture:${step}`,
      request: { page: step },
      model: { provider, modelId: 'painter' },
      estimate: ESTIMATE,
    });
}

// Thousands of calls: a busy machine takes its time.
describe('the ledger', { timeout: 300_000 }, () => {
  test('is the sum of the calls, whatever happens to them, and nothing kept is paid for twice', async () => {
    const seen = new Map<string, number>();
    const owner = await supabase.createGuest();
    process.env.SPEND_CAP_STORY_USD = 'none';
    await fc.assert(
      fc.asyncProperty(tries, async (life) => {
        const story = await createPaidStory(supabase, owner);
        const intentOf = nextIntent(story);
        const honest: Entry[] = [];
        const kept = new Set<number>();
        for (const one of life) {
          const { entry, error, foundKept } = await attempt(story, intentOf(one.step), one);
          if (entry) seen.set(one.fate, (seen.get(one.fate) ?? 0) + 1);
          // Kept work is found, never asked for again.
          expect(foundKept).toBe(kept.has(one.step));
          if (entry) honest.push(entry);
          else if (!foundKept) {
            // The only other reason not to call: the provider kept failing and is given a pause.
            expect(isAppError(error) && error.code).toBe('provider_unavailable');
            honest.push({ step: one.step, counted: 0, billed: 0 });
          }
          if (entry && (one.fate === 'answered' || one.fate === 'crash after it was kept'))
            kept.add(one.step);
        }
        const rows = await readLedger(story);
        const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
        // Row by row and in sum.
        expect(rows.map((row) => [row.step, row.counted_micros])).toEqual(
          honest.map((entry) => [`picture:${entry.step}`, entry.counted]),
        );
        expect(sumOf(rows.map((row) => row.counted_micros))).toBe(
          sumOf(honest.map((entry) => entry.counted)),
        );
        // Nobody is billed for more than the ledger says.
        for (const [index, row] of rows.entries()) {
          expect(row.counted_micros).toBeGreaterThanOrEqual(honest[index]?.billed ?? 0);
        }
        // At most one call of a step has a result.
        for (const step of kept) {
          const settled = rows.filter((row) => row.step === `picture:${step}` && row.status === 'settled');
          expect(settled.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: Number(process.env.LEDGER_RUNS ?? 50) },
    );
    // A generator that leaves a fate out proves nothing about it.
    expect([...seen.keys()].toSorted()).toEqual([...FATES].toSorted());
  });

  test('never passes a cap, in whatever order calls come and end', async () => {
    const owner = await supabase.createGuest();
    await fc.assert(
      fc.asyncProperty(tries, fc.integer({ min: 0, max: 2_000_000 }), async (life, capMicros) => {
        const story = await createPaidStory(supabase, owner);
        const intentOf = nextIntent(story);
        for (const one of life) {
          const intent = { ...intentOf(one.step), maxCostMicros: capMicros };
          const before = (await readLedger(story)).reduce((sum, row) => sum + row.counted_micros, 0);
          const reserved = computeCostMicros(findPrice(intent), ESTIMATE);
          const { entry, error, foundKept } = await attempt(story, intent, one);
          const isRefused = isAppError(error) && error.code === 'spend_cap_reached';
          if (foundKept) continue;
          expect(isRefused).toBe(before + reserved > capMicros);
          if (isRefused) expect(entry).toBeUndefined();
        }
        const sum = (await readLedger(story)).reduce((total, row) => total + row.counted_micros, 0);
        expect(sum).toBeLessThanOrEqual(capMicros);
      }),
      { numRuns: Number(process.env.LEDGER_RUNS ?? 25) },
    );
  });

  test('holds its caps when random calls run at the same time', async () => {
    const owner = await supabase.createGuest();
    process.env.SPEND_CAP_STORY_USD = 'none';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Fate>('answered', 'busy', 'too late', 'no use'), {
          minLength: 2,
          maxLength: 16,
        }),
        fc.integer({ min: 200_000, max: 2_500_000 }),
        async (fates, capMicros) => {
          const story = await createPaidStory(supabase, owner);
          const intentOf = nextIntent(story);
          const ends = await Promise.all(
            fates.map((fate, index) =>
              attempt(
                story,
                { ...intentOf(index + 1), maxCostMicros: capMicros },
                { step: index + 1, fate, outputTokens: 1_900, isBilled: true },
              ),
            ),
          );
          // Nothing else keeps a call from being made.
          for (const { entry, error } of ends) {
            if (!entry)
              expect(isAppError(error) && error.code).toMatch(/^(spend_cap_reached|provider_unavailable)$/);
          }
          const rows = await readLedger(story);
          expect(rows.every((row) => row.status !== 'reserved')).toBe(true);
          expect(rows.reduce((sum, row) => sum + row.counted_micros, 0)).toBeLessThanOrEqual(capMicros);
        },
      ),
      { numRuns: Number(process.env.LEDGER_RUNS ?? 25) },
    );
  });
});
