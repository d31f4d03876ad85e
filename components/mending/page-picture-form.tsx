'use client';

import { Paintbrush } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';
import { useKeptText } from '@/components/ui/use-kept-text';
import { redoScene } from '@/lib/client/mend-requests';
import { MAX_PICTURE_NOTE } from '@/lib/mending/mend-views';
import type { SceneView, StoryView } from '@/lib/story/views';
import { MendTrouble } from './mend-trouble';
import { useMend } from './use-mend';

type PagePictureFormProps = { story: StoryView; scene: SceneView; number: number };

/** Another picture for a page, with a word about what it should show. */
export function PagePictureForm({ story, scene, number }: PagePictureFormProps) {
  const note = useKeptText(`mend.note.${scene.id}`, scene.picture_note);
  const { mend, isPending, error } = useMend(story);
  return (
    <form
      className="grid content-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPending) return;
        mend({
          send: (key) =>
            redoScene(
              { storyId: story.id, sceneId: scene.id },
              { part: 'picture', note: note.text.trim(), revision: scene.revision },
              key,
            ),
          said: `Page ${number} gets another picture.`,
          onDone: note.clear,
        });
      }}
    >
      <h3 className="font-semibold text-xl">Picture</h3>
      <div className="grid gap-1.5">
        <Label htmlFor={`note-${scene.id}`}>What should it show? (or leave it empty)</Label>
        <Textarea
          id={`note-${scene.id}`}
          dir="auto"
          rows={2}
          maxLength={MAX_PICTURE_NOTE}
          placeholder="At night, with a lantern in the window"
          value={note.text}
          onChange={(event) => note.write(event.target.value)}
          className="min-h-20"
        />
      </div>
      <MendTrouble error={error} storyId={story.id} />
      <Button type="submit" variant="outline" disabled={isPending} className="justify-self-start">
        <Paintbrush aria-hidden />
        {isPending ? 'Asking…' : 'Paint it again'}
      </Button>
    </form>
  );
}
