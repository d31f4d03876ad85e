'use client';

import { Button } from '@/components/ui/button';
import { type ShelfAddress, WHOLE_SHELF } from './shelf-address';
import type { ChangeShelf } from './use-shelf-address';

/** There are stories, but none like this. */
export function NoMatch({ address, change }: { address: ShelfAddress; change: ChangeShelf }) {
  return (
    <div className="mx-auto grid max-w-lg justify-items-center gap-4 py-12 text-center">
      <h2 className="font-semibold text-2xl">No book like that</h2>
      <p className="text-lg text-muted-foreground">
        {address.q ? (
          <>
            Nothing on this shelf is about <q dir="auto">{address.q}</q>
            {' under these filters. Fewer words find more.'}
          </>
        ) : (
          'No story stands here under these filters.'
        )}
      </p>
      <Button onClick={() => change({ ...WHOLE_SHELF, sort: address.sort })}>Show all stories</Button>
    </div>
  );
}
