import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

type PanelProps = { title: string; intro?: ReactNode; children: ReactNode };

/** One matter of the household: what it is called, what it means, and what can be set. */
export function Panel({ title, intro, children }: PanelProps) {
  return (
    <Card className="mt-6 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">{title}</h2>
      {intro ? <p className="mt-2 text-muted-foreground">{intro}</p> : null}
      <div className="mt-5">{children}</div>
    </Card>
  );
}
