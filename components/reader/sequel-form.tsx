'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { WandSparkles } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { RefusalAlert } from '@/components/household/refusal-alert';
import { fieldErrorsOf, findPromptMistake } from '@/components/story/prompt-mistake';
import { PAGE_COUNT_CHOICES } from '@/components/story/story-choices';
import { Button } from '@/components/ui/button';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { TextBox } from '@/components/ui/text-box';
import { useKeptText } from '@/components/ui/use-kept-text';
import { createIdempotencyKey, rememberSequel, startSequel } from '@/lib/client/story-requests';
import { MAX_PROMPT_LENGTH } from '@/lib/story/nouns';
import type { SequelRequest, StoryView } from '@/lib/story/views';

/** The wish for the next night. Everything else stays as it was in this story. */
export function SequelForm({ story }: { story: StoryView }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const wish = useKeptText(`sequel.${story.id}`);
  const prompt = wish.text;
  const [pageCount, setPageCount] = useState(String(story.scenes.length));
  const [mistake, setMistake] = useState<string>();
  // One key per wish: pressing again after a lost connection must not start a second story.
  const attempt = useRef<{ body: string; key: string }>(undefined);

  const start = useMutation({
    mutationFn: (request: SequelRequest) => {
      const body = JSON.stringify(request);
      if (attempt.current?.body !== body) attempt.current = { body, key: createIdempotencyKey() };
      return startSequel(story.id, request, attempt.current.key);
    },
    onSuccess: ({ job_id }, request) => {
      attempt.current = undefined;
      wish.clear();
      rememberSequel(job_id, { storyId: story.id, request });
      queryClient.removeQueries({ queryKey: ['jobs', 'list'] });
      queryClient.removeQueries({ queryKey: ['stories', 'list'] });
      router.push(`/jobs/${job_id}`);
    },
  });
  const isStarting = start.isPending || start.isSuccess;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isStarting) return;
    const found = findPromptMistake(prompt, MAX_PROMPT_LENGTH, 'Tell us what happens next.');
    setMistake(found);
    if (found) {
      event.currentTarget.querySelector('textarea')?.focus();
      return;
    }
    start.mutate({ prompt: prompt.trim(), num_illustrations: Number(pageCount) });
  };
  const promptError = mistake ?? fieldErrorsOf(start.error).prompt;
  return (
    <form onSubmit={submit} noValidate className="space-y-6 pb-2">
      <TextBox
        id="sequel-prompt"
        label={question(story)}
        autoFocus
        text={prompt}
        onTextChange={(text) => {
          wish.write(text);
          setMistake(undefined);
          if (start.isError) start.reset();
        }}
        placeholder="The next evening, a small light blinks far out at sea…"
        error={promptError}
        describedBy="sequel-kept"
      />
      <p id="sequel-kept" className="text-muted-foreground">
        They look as they do here, and the pictures and the voice stay the same.
      </p>
      <ChoiceChips
        legend="How many pages?"
        name="sequel_pages"
        choices={pageChoices(story.scenes.length)}
        value={pageCount}
        onValueChange={setPageCount}
      />
      {start.isError && !promptError ? <RefusalAlert error={start.error} /> : null}
      <Button type="submit" size="lg" className="w-full sm:w-auto" aria-disabled={isStarting}>
        <WandSparkles aria-hidden className={isStarting ? 'animate-breathe' : undefined} />
        {isStarting ? 'Threading the loom…' : 'Weave the next story'}
      </Button>
    </form>
  );
}

function question({ characters }: StoryView): string {
  const hero = characters.find(({ role }) => role === 'hero') ?? characters[0];
  return hero ? `What happens to ${hero.name} next?` : 'What happens next?';
}

/** The usual numbers, and the story's own where that is another. */
function pageChoices(pages: number) {
  const own = { value: String(pages), label: String(pages) };
  const all = PAGE_COUNT_CHOICES.some(({ value }) => value === own.value)
    ? PAGE_COUNT_CHOICES
    : [...PAGE_COUNT_CHOICES, own];
  return all.toSorted((a, b) => Number(a.value) - Number(b.value));
}
