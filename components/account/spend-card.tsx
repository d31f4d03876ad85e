import { formatCap, formatCost } from '@/components/format-cost';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import type { UsageView } from '@/lib/story/spend-views';

/** What was spent today and what may still be; where nothing is paid for, that stories are free here. */
export function SpendCard({ usage, isPaid }: { usage: UsageView; isPaid: boolean }) {
  const { spent_micros: spent, expected_micros: expected, caps } = usage;
  const cap = caps.user_day_micros;
  return (
    <Card className="mt-6 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">Today’s spending</h2>
      {isPaid || spent > 0 ? (
        <div className="mt-4 space-y-3">
          <p className="text-lg">
            <strong data-testid="spent-today" className="tabular-nums">
              {spent === 0 ? 'Nothing' : formatCost(spent)}
            </strong>{' '}
            spent today
            {cap === null ? '; there is no cap.' : ` of ${formatCap(cap)}.`}
            {expected > 0 ? ` Stories being made may add ${formatCost(expected)}.` : null}
          </p>
          {cap === null || cap === 0 ? null : (
            <Progress
              value={Math.min(100, Math.round((spent / cap) * 100))}
              aria-label="How much of today’s cap is spent"
            />
          )}
          <p className="text-muted-foreground">
            {caps.story_micros === null ? null : `One story may cost ${formatCap(caps.story_micros)}. `}
            {leftSentence(usage)}The day ends at midnight UTC.
          </p>
        </div>
      ) : (
        <p className="mt-2 text-muted-foreground">
          Stories are made by this Storyloom’s own engines. They cost nothing.
        </p>
      )}
    </Card>
  );
}

/** Only where something nearer than the caller's own cap decides. */
function leftSentence({ spent_micros, expected_micros, caps }: UsageView): string {
  if (caps.left_micros === null) return '';
  if (caps.left_micros === 0) return 'Nothing more may be spent today. ';
  const own = caps.user_day_micros === null ? null : caps.user_day_micros - spent_micros - expected_micros;
  if (own !== null && caps.left_micros >= own) return '';
  return `Everybody’s stories together leave ${formatCost(caps.left_micros)} for today. `;
}
