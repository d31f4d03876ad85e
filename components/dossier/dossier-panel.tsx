'use client';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { isAppError } from '@/lib/errors';
import { DossierChoices } from './dossier-choices';
import { DossierFields } from './dossier-fields';
import { DossierHistory } from './dossier-history';
import { JustNoted } from './just-noted';
import { useDossier } from './use-dossier';

type DossierPanelProps = {
  projectId: string | null;
  liveVersion: number;
  /** What the conversation noted after this version is news to whoever looks. */
  seenVersion: number;
  onStory?: () => void;
};

/** What a conversation has taught us about its story: to be read, changed by hand, and turned into the story. */
export function DossierPanel({ projectId, liveVersion, seenVersion, onStory }: DossierPanelProps) {
  return (
    <section aria-label="Story notes" className="space-y-5">
      {projectId ? (
        <DossierSheet
          projectId={projectId}
          liveVersion={liveVersion}
          seenVersion={seenVersion}
          onStory={onStory}
        />
      ) : (
        <EmptyNotes />
      )}
    </section>
  );
}

type DossierSheetProps = {
  projectId: string;
  liveVersion: number;
  seenVersion: number;
  onStory: (() => void) | undefined;
};

function DossierSheet({ projectId, liveVersion, seenVersion, onStory }: DossierSheetProps) {
  const { query, snapshot, version, edit, restore } = useDossier(projectId, liveVersion);
  const problem = edit.error ?? restore.error ?? query.error;
  return (
    <>
      {problem ? (
        <Alert variant="destructive">
          {isAppError(problem) && problem.code === 'conflict'
            ? 'These notes changed meanwhile. Here they are as they are now; please make your change again.'
            : errorSentence(problem)}
        </Alert>
      ) : null}
      {/* What is not known yet cannot be changed: an edit of nothing would replace everything. */}
      {query.data === undefined ? (
        <p className="animate-breathe text-muted-foreground">Opening the notes…</p>
      ) : (
        <>
          <JustNoted projectId={projectId} version={version} seenVersion={seenVersion} />
          {version === 0 ? <EmptyNotes /> : null}
          <DossierFields snapshot={snapshot} onChange={edit.mutate} />
          <DossierChoices snapshot={snapshot} onChange={edit.mutate} />
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
