'use client';

import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import { VOICE_CHOICES } from '@/components/story/story-choices';
import { Button } from '@/components/ui/button';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { redoScene } from '@/lib/client/mend-requests';
import type { Voice } from '@/lib/story/schema';
import type { SceneView, StoryView } from '@/lib/story/views';
import { MendTrouble } from './mend-trouble';
import { useMend } from './use-mend';

type PageVoiceFormProps = { story: StoryView; scene: SceneView; number: number };

/** Who reads a page. */
export function PageVoiceForm({ story, scene, number }: PageVoiceFormProps) {
  const [chosen, setChosen] = useState<Voice | null>(null);
  const { mend, isPending, error } = useMend(story);
  const voice = chosen ?? scene.voice;
  const name = VOICE_CHOICES.find(({ value }) => value === voice)?.label ?? voice;
  return (
    <form
      className="grid content-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        mend({
          send: (key) =>
            redoScene(
              { storyId: story.id, sceneId: scene.id },
              { part: 'voice', voice, revision: scene.revision },
              key,
            ),
          said: `${name} reads page ${number}.`,
          onDone: () => setChosen(null),
        });
      }}
    >
      <h3 className="font-semibold text-xl">Voice</h3>
      <ChoiceChips
        legend="Who reads this page?"
        name={`voice-${scene.id}`}
        choices={VOICE_CHOICES}
        value={voice}
        onValueChange={setChosen}
      />
      <MendTrouble error={error} storyId={story.id} />
      <Button
        type="submit"
        variant="outline"
        disabled={isPending || voice === scene.voice}
        className="justify-self-start"
      >
        <Volume2 aria-hidden />
        {isPending ? 'Asking…' : `Let ${name} read it`}
      </Button>
    </form>
  );
}
