'use client';

import { useQuery } from '@tanstack/react-query';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { ModelView } from '@/lib/ai/model-catalog-view';
import { MODALITIES } from '@/lib/ai/providers/provider';
import { modelsQueryOptions } from '@/lib/client/model-requests';
import { describeAbilities, WORK } from './describe-model';

/** For each kind of work the models that are asked, in their order. */
export function ModelsPanel() {
  const { data } = useQuery(modelsQueryOptions);
  const models = data?.models ?? [];
  return (
    <Card className="mt-8 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">Who does what</h2>
      <p className="mt-2 text-muted-foreground">
        The first one is asked; the next takes over when it cannot do the work.
      </p>
      <dl className="mt-5 divide-y border-t">
        {MODALITIES.map((modality) => (
          <div key={modality} className="grid gap-x-6 gap-y-2 py-4 sm:grid-cols-[13rem_1fr]">
            <dt className="font-bold">{WORK[modality].title}</dt>
            <dd className="min-w-0">
              <ModelList
                models={models.filter((model) => model.modality === modality)}
                none={WORK[modality].none}
              />
            </dd>
          </div>
        ))}
      </dl>
      {data && data.allowed.length > 0 ? (
        <p className="mt-2 break-words text-muted-foreground text-sm">
          A request may also choose {data.allowed.join(', ')}.
        </p>
      ) : null}
    </Card>
  );
}

function ModelList({ models, none }: { models: ModelView[]; none: string }) {
  if (models.length === 0) return <p className="text-muted-foreground">{none}</p>;
  return (
    <ol className="grid gap-3">
      {models.map((model, index) => (
        <li key={model.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <div className="min-w-0 flex-1 basis-48">
            <p className={index === 0 ? 'break-words' : 'break-words text-muted-foreground'}>{model.label}</p>
            <p className="break-all font-mono text-muted-foreground text-sm">{model.id}</p>
            {describeAbilities(model) ? (
              <p className="text-muted-foreground text-sm">{describeAbilities(model)}</p>
            ) : null}
          </div>
          <Turn model={model} index={index} />
        </li>
      ))}
    </ol>
  );
}

const TURNS = ['', 'Asked second', 'Asked third', 'Asked fourth', 'Asked fifth'];

/** When its turn comes, and whether it costs anything. */
function Turn({ model, index }: { model: ModelView; index: number }) {
  const turn = model.is_stand_in ? 'Stands in' : (TURNS[index] ?? 'Asked later');
  return (
    <span className="flex flex-wrap gap-2">
      {turn ? <Badge>{turn}</Badge> : null}
      {model.is_free ? <Badge variant="success">Free</Badge> : <Badge variant="accent">Paid</Badge>}
    </span>
  );
}
