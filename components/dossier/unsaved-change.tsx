'use client';

import { CircleAlert } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { UnsavedDossierChange } from '@/lib/client/dossier-requests';
import { fromSnapshotJson } from '@/lib/dialects/stories-we-tell-dossier';
import { describeChanges } from '@/lib/dossier/diff';
import type { SnapshotJson } from '@/lib/dossier/views';
import { isAppError } from '@/lib/errors';

type UnsavedChangeProps = {
  change: UnsavedDossierChange;
  /** The notes as they are now. */
  snapshot: SnapshotJson;
  onApply: () => void;
  onForget: () => void;
};

/** A change that is not in the notes: why, its words, what others changed meanwhile, and the way to put it in. */
export function UnsavedChange({ change, snapshot, onApply, onForget }: UnsavedChangeProps) {
  const isConflict = isAppError(change.error) && change.error.code === 'conflict';
  const describe = (after: SnapshotJson) =>
    describeChanges(fromSnapshotJson(change.base), fromSnapshotJson(after));
  const theirs = isConflict ? describe(snapshot) : [];
  return (
    <Alert role="alert" variant="warning">
      <CircleAlert aria-hidden />
      <div className="wrap-anywhere min-w-0 flex-1 space-y-2">
        <p className="font-bold">
          {isConflict
            ? 'These notes changed meanwhile. Yours is not in them yet.'
            : `Your change is not saved. ${errorSentence(change.error)}`}
        </p>
        {theirs.length > 0 ? <Changes title="Changed meanwhile" lines={theirs} /> : null}
        <Changes title="Yours" lines={describe(change.mine)} />
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="outline" onClick={onApply}>
            {isConflict ? 'Use mine' : 'Try again'}
          </Button>
          <Button size="sm" variant="ghost" onClick={onForget}>
            {isConflict ? 'Leave it as it is now' : 'Forget it'}
          </Button>
        </div>
      </div>
    </Alert>
  );
}

function Changes({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div>
      <p className="text-sm">{title}</p>
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
