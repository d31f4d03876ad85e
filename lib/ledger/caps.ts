import { z } from 'zod';
import { getEnv } from '../env.ts';
import { AppError } from '../errors.ts';

/** Micro-dollars; Infinity = no cap. */
export type Caps = { storyMicros: number; userDayMicros: number; installationDayMicros: number };
export type CapName = 'story' | 'userDay' | 'installationDay';

/** The installation's, and for one story what its brief allows, where that is less. */
export function capsOf({ maxCostMicros }: { maxCostMicros?: number | undefined }): Caps {
  const { caps } = getEnv().ai;
  return { ...caps, storyMicros: Math.min(caps.storyMicros, maxCostMicros ?? Number.POSITIVE_INFINITY) };
}

/** JSON has no Infinity: null is no cap. What was overspent leaves nothing, not less. */
export function toCapView(micros: number): number | null {
  return Number.isFinite(micros) ? Math.max(0, micros) : null;
}

/** As the database takes them. */
export function toCapsColumn(caps: Partial<Caps>): Record<string, number | null> {
  return Object.fromEntries(Object.entries(caps).map(([name, micros]) => [name, toCapView(micros)]));
}

/** As the database answers: micro-dollars since midnight UTC, spent, and expected of stories that are still being made. */
export const spendSchema = z.object({
  userDayMicros: z.int(),
  installationDayMicros: z.int(),
  userExpectedMicros: z.int(),
  installationExpectedMicros: z.int(),
});
export type Spend = z.infer<typeof spendSchema>;

/** What is left of a day's caps once what running stories may need yet is taken off. */
export function leftOf(caps: Caps, spend: Spend): { userMicros: number; installationMicros: number } {
  return {
    userMicros: caps.userDayMicros - spend.userDayMicros - spend.userExpectedMicros,
    installationMicros:
      caps.installationDayMicros - spend.installationDayMicros - spend.installationExpectedMicros,
  };
}

const SENTENCES: Record<CapName, string> = {
  story: 'A story may cost at most',
  userDay: 'You may spend at most',
  installationDay: 'This Storyloom may spend at most',
};

/** @param refusal.quotedMicros what was asked for, where that is known */
export function capRefusal(refusal: {
  refused: CapName;
  capMicros: number;
  spentMicros: number;
  quotedMicros?: number;
}): AppError {
  const { refused, capMicros, spentMicros, quotedMicros } = refusal;
  const period = refused === 'story' ? '' : ' a day';
  const used = spentMicros > 0 ? `, of which ${formatDollars(spentMicros)} are spent or held back` : '';
  const asked = quotedMicros === undefined ? '' : ` This would cost up to ${formatDollars(quotedMicros)}.`;
  const later = refused === 'story' ? '' : ' The day ends at midnight UTC.';
  return new AppError(
    'spend_cap_reached',
    `${SENTENCES[refused]} ${formatDollars(capMicros)}${period}${used}.${asked}${later}`,
  );
}

/** `$0.03`, `$1.50`; less than a cent with four places. */
export function formatDollars(micros: number): string {
  const dollars = micros / 1_000_000;
  return `$${dollars < 0.01 && dollars > 0 ? dollars.toFixed(4) : dollars.toFixed(2)}`;
}
