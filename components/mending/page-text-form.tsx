'use client';

import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { TextBox } from '@/components/ui/text-box';
import { mendScene, readConflict } from '@/lib/client/mend-requests';
import { isAppError } from '@/lib/errors';
import { MAX_PAGE_TEXT, MAX_PAGE_TITLE } from '@/lib/mending/mend-views';
import type { SceneView, StoryView } from '@/lib/story/views';
import { MendTrouble } from './mend-trouble';
import { TextConflict } from './text-conflict';
import { useMend } from './use-mend';
import { usePageDraft } from './use-page-draft';

type PageTextFormProps = { story: StoryView; scene: SceneView; number: number };

/** The page's words, to write anew. The voice, the captions and the film follow by themselves. */
export function PageTextForm({ story, scene, number }: PageTextFormProps) {
  const draft = usePageDraft(scene);
  const { mend, isPending, error, forget } = useMend(story);
  const conflict = isAppError(error) ? readConflict(error) : null;
  const words = draft.text.trim();
  // The same words from another tab, or from a request whose answer was lost: there is nothing to choose.
  const isSame = conflict?.scene?.text === words && conflict.scene.title === draft.title.trim();
  const save = (revision = draft.revision, text = words) =>
    mend({
      send: (key) =>
        mendScene(
          { storyId: story.id, sceneId: scene.id },
          {
            ...(text !== scene.text.trim() || draft.title === scene.title ? { text } : {}),
            ...(draft.title === scene.title ? {} : { title: draft.title.trim() }),
            revision,
          },
          key,
        ),
      said: `Page ${number} is told in other words.`,
      onDone: draft.clear,
    });

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.isKept && words && !isPending) save();
      }}
    >
      {scene.title ? (
        <div className="grid gap-1.5">
          <Label htmlFor={`title-${scene.id}`}>Chapter</Label>
          <Input
            id={`title-${scene.id}`}
            dir="auto"
            maxLength={MAX_PAGE_TITLE}
            value={draft.title}
            onChange={(event) => draft.writeTitle(event.target.value)}
          />
        </div>
      ) : null}
      <TextBox
        id={`text-${scene.id}`}
        label={`The words of page ${number}`}
        text={draft.text}
        onTextChange={draft.writeText}
        rows={5}
        error={
          draft.text.length > MAX_PAGE_TEXT
            ? `A page has at most ${MAX_PAGE_TEXT.toLocaleString('en-GB')} characters.`
            : undefined
        }
      />
      {conflict && !isSame ? (
        <TextConflict
          theirs={conflict.scene?.text ?? null}
          mine={draft.text}
          isPending={isPending}
          onKeepTheirs={() => {
            draft.clear();
            forget();
          }}
          onTakeMine={() => conflict.scene && save(conflict.scene.revision)}
          onMerge={() => {
            if (conflict.scene)
              draft.beginFrom(conflict.scene.revision, `${conflict.scene.text}\n\n${draft.text}`);
            forget();
          }}
        />
      ) : conflict ? null : (
        <MendTrouble error={error} storyId={story.id} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          disabled={!draft.isKept || isSame || !words || draft.text.length > MAX_PAGE_TEXT || isPending}
        >
          {isPending ? 'Saving…' : 'Save the words'}
        </Button>
        {draft.isKept ? (
          <Button
            variant="ghost"
            onClick={() => {
              draft.clear();
              forget();
            }}
          >
            {isSame ? 'Saved' : 'As it was'}
          </Button>
        ) : null}
        <p className="text-muted-foreground text-sm">
          {draft.isKept
            ? 'Not saved yet; kept in this tab.'
            : story.audio
              ? `Only this page’s voice is spoken again${story.film ? ', then the film is put together' : ''}.`
              : null}
        </p>
      </div>
    </form>
  );
}
