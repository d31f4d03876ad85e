'use client';
import { errorSentence } from '@/components/error-sentence';
import {
  AGE_GROUP_CHOICES,
  PAGE_COUNT_CHOICES,
  STYLE_CHOICES,
  TONE_CHOICES,
} from '@/components/story/story-choices';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { isAppError } from '@/lib/errors';
import { CharacterCard } from './character-card';
import { DossierHistory } from './dossier-history';
import { EditableLine } from './editable-line';
import { LineList } from './line-list';
import { useDossier } from './use-dossier';

type DossierPanelProps = { projectId: string | null; liveVersion: number; onStory?: () => void };

/** What a conversation has taught us about its story: to be read, changed by hand, and turned into the story. */
export function DossierPanel({ projectId, liveVersion, onStory }: DossierPanelProps) {
  return (
    <section aria-label="Story notes" className="space-y-5 p-4">
      <h2 className="font-bold font-title text-2xl">Story notes</h2>
      {projectId ? (
        <Sheet projectId={projectId} liveVersion={liveVersion} onStory={onStory} />
      ) : (
        <p className="text-muted-foreground">
          Tell about your story, and who is in it, where it happens and what happens appears here.
        </p>
      )}
    </section>
  );
}

function Sheet({
  projectId,
  liveVersion,
  onStory,
}: {
  projectId: string;
  liveVersion: number;
  onStory: (() => void) | undefined;
}) {
  const { query, snapshot, version, edit, restore } = useDossier(projectId, liveVersion);
  const problem = edit.error ?? restore.error ?? query.error;
  const save = (part: Partial<typeof snapshot>) => edit.mutate((now) => ({ ...now, ...part }));
  return (
    <>
      {problem ? (
        <Alert variant="destructive">
          {isAppError(problem) && problem.code === 'conflict'
            ? 'These notes changed meanwhile. Here they are as they are now; please make your change again.'
            : errorSentence(problem)}
        </Alert>
      ) : null}
      <EditableLine
        label="Title"
        value={snapshot.title}
        placeholder="A title…"
        longest={120}
        className="font-title text-xl"
        onSave={(title) => save({ title })}
      />
      <ul className="space-y-3" aria-label="Characters">
        {snapshot.characters.map((character, index) => (
          <CharacterCard
            key={character.name}
            character={character}
            onSave={(next) =>
              save({ characters: snapshot.characters.map((one, at) => (at === index ? next : one)) })
            }
            onRemove={() => save({ characters: snapshot.characters.filter((_, at) => at !== index) })}
          />
        ))}
      </ul>
      <EditableLine
        key={snapshot.characters.length}
        label="Add a character"
        value=""
        placeholder="Add somebody …"
        longest={80}
        onSave={(name) => {
          const somebody = { name, description: '', relationships: [], character_arc: null };
          save({ characters: [...snapshot.characters, somebody] });
        }}
      />
      <LineList
        title="Where"
        one="place"
        lines={snapshot.locations}
        longest={200}
        onSave={(locations) => save({ locations })}
      />
      <LineList
        title="About"
        one="theme"
        lines={snapshot.themes}
        longest={120}
        onSave={(themes) => save({ themes })}
      />
      <LineList
        title="What happens"
        one="event"
        lines={snapshot.plot_points}
        longest={400}
        isNumbered
        onSave={(plot_points) => save({ plot_points })}
      />
      <ChoiceChips
        legend="Tone"
        name="dossier-tone"
        choices={TONE_CHOICES}
        value={(snapshot.tone ?? '') as 'gentle'}
        onValueChange={(tone) => save({ tone })}
      />
      <ChoiceChips
        legend="Age"
        name="dossier-age"
        choices={AGE_GROUP_CHOICES}
        value={(snapshot.age_group ?? '') as '3-5'}
        onValueChange={(age_group) => save({ age_group })}
      />
      <ChoiceChips
        legend="Pictures"
        name="dossier-style"
        choices={STYLE_CHOICES}
        value={(snapshot.style ?? '') as 'storybook'}
        onValueChange={(style) => save({ style })}
      />
      <ChoiceChips
        legend="Pages"
        name="dossier-pages"
        choices={PAGE_COUNT_CHOICES}
        value={String(snapshot.num_scenes ?? '')}
        onValueChange={(count) => save({ num_scenes: Number(count) })}
      />
      {onStory ? <Button onClick={onStory}>Make the story</Button> : null}
      <DossierHistory
        projectId={projectId}
        version={version}
        onRestore={(earlier) => restore.mutate(earlier)}
      />
    </>
  );
}
