'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { errorSentence } from '@/components/error-sentence';
import { LocalTime } from '@/components/local-time';
import { Alert } from '@/components/ui/alert';
import { Badge, type BadgeVariant } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { type DecisionView, decisionsQueryOptions } from '@/lib/client/safety-requests';
import { describeDecision } from './describe-decision';
import { Panel } from './panel';

/** What the guard has done lately. The words themselves are kept nowhere. */
export function DecisionsPanel() {
  const decisions = useInfiniteQuery(decisionsQueryOptions);
  const shown = decisions.data?.pages.flatMap((page) => page.decisions);
  return (
    <Panel
      title="What the guard did lately"
      intro="Every wish and every story is looked at. What was turned away or made milder is noted here, without the words."
    >
      {shown ? null : decisions.isError ? (
        <Alert variant="destructive">{errorSentence(decisions.error)}</Alert>
      ) : (
        <Skeleton className="h-20 rounded-lg" />
      )}
      {shown?.length === 0 ? <p className="text-muted-foreground">Nothing so far.</p> : null}
      {shown && shown.length > 0 ? (
        <ul aria-label="What the guard did" className="divide-y border-y">
          {shown.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} />
          ))}
        </ul>
      ) : null}
      {decisions.hasNextPage ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-3"
          disabled={decisions.isFetchingNextPage}
          onClick={() => void decisions.fetchNextPage()}
        >
          {decisions.isFetchingNextPage ? 'Looking…' : 'Earlier ones'}
        </Button>
      ) : null}
    </Panel>
  );
}

const VARIANTS: Partial<Record<DecisionView['action'], BadgeVariant>> = {
  refused: 'warning',
  failed: 'destructive',
};

function DecisionRow({ decision }: { decision: DecisionView }) {
  const { done, where, why } = describeDecision(decision);
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge variant={VARIANTS[decision.action] ?? 'default'}>{done}</Badge>
        <span className="text-muted-foreground">{where}</span>
        <LocalTime iso={decision.created_at} className="text-muted-foreground text-sm sm:ml-auto" />
      </p>
      <p className="mt-1.5">{why}</p>
    </li>
  );
}
