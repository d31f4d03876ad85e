'use client';

import { useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { SnapshotJson } from '@/lib/dossier/views';
import { DossierChoices } from './dossier-choices';
import { DossierFields } from './dossier-fields';
import { DossierHistory } from './dossier-history';
import { UnsavedChange } from './unsaved-change';
import { useDossier } from './use-dossier';
import { useNews } from './use-news';

type DossierPanelProps = {
  projectId: string | null;
  liveVersion: number;
  /** What the conversation noted after this version is news to whoever looks. */
  seenVersion: number;
  onSeen: (version: number) => void;
  onStory?: () => void;
};

/** What a conversation has taught us about its story: to be read, changed by hand, and turned into the story. */
export function DossierPanel({ projectId, ...props }: DossierPanelProps) {
  return (
    <section aria-label="Story notes" className="space-y-5">
      {projectId ? <DossierSheet projectId={projectId} {...props} /> : <EmptyNotes />}
    </section>
  );
}

type DossierSheetProps = Omit<DossierPanelProps, 'projectId'> & { projectId: string };

function DossierSheet({ projectId, liveVersion, seenVersion, onSeen, onStory }: DossierSheetProps) {
  const { query, snapshot, version, edit, restore, unsaved, forget } = useDossier(projectId, liveVersion);
  const news = useNews({ projectId, version, seenVersion, onSeen });
  // While somebody writes, the fields stay as they were when the writing began: nothing is replaced under their hands.
  const [writtenOn, setWrittenOn] = useState<SnapshotJson>();
  const shown = writtenOn ?? snapshot;
  const problem = restore.error ?? query.error;
  return (
    <>
      {problem ? <Alert variant="destructive">{errorSentence(problem)}</Alert> : null}
      {unsaved.map((change) => (
        <UnsavedChange
          key={JSON.stringify(change.mine)}
          change={change}
          snapshot={snapshot}
          onApply={() => edit({ base: change.base, mine: change.mine, isInsisted: true })}
          onForget={() => forget(change)}
        />
      ))}
      <p role="status" className="sr-only">
        {news.changes.length > 0 ? `Just noted: ${news.changes.join('. ')}` : ''}
      </p>
      {/* What is not known yet cannot be changed: an edit of nothing would replace everything. */}
      {query.data === undefined ? (
        <p className="animate-breathe text-muted-foreground">Opening the notes…</p>
      ) : (
        <>
          {version === 0 ? <EmptyNotes /> : null}
          <fieldset
            aria-label="The story so far"
            className="min-w-0 space-y-5"
            onInput={() => setWrittenOn((before) => before ?? snapshot)}
            onBlur={() => setWrittenOn(undefined)}
          >
            <DossierFields
              snapshot={shown}
              news={news.fields}
              onChange={(change) => edit({ base: shown, mine: change(shown) })}
            />
          </fieldset>
          <DossierChoices
            snapshot={snapshot}
            news={news.fields}
            onChange={(change) => edit({ base: snapshot, mine: change(snapshot) })}
          />
        </>
      )}
      {onStory ? <Button onClick={onStory}>Make the story</Button> : null}
      <DossierHistory
        projectId={projectId}
        version={version}
        onRestore={(earlier) => restore.mutate(earlier)}
      />
    </>
  );
}

function EmptyNotes() {
  return (
    <p className="text-muted-foreground">
      Tell about your story, and who is in it, where it happens and what happens appears here.
    </p>
  );
}
