'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { WandSparkles } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { RefusalAlert } from '@/components/household/refusal-alert';
import { PAGE_COUNT_CHOICES } from '@/components/story/story-choices';
import { Button } from '@/components/ui/button';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { cn } from '@/components/ui/cn';
import { createIdempotencyKey, rememberSequel, startSequel } from '@/lib/client/story-requests';
import { isAppError } from '@/lib/errors';
import { MAX_PROMPT_LENGTH } from '@/lib/story/schema';
import type { SequelRequest, StoryView } from '@/lib/story/views';

/** The wish for the next night. Everything else stays as it was in this story. */
export function SequelForm({ story }: { story: StoryView }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [prompt, setPrompt] = useState('');
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
    const found = findMistake(prompt);
    setMistake(found);
    if (found) {
      event.currentTarget.querySelector('textarea')?.focus();
      return;
    }
    start.mutate({ prompt: prompt.trim(), num_illustrations: Number(pageCount) });
  };
  const submitOnModifiedEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };

  const promptError = mistake ?? promptErrorOf(start.error);
  return (
    <form onSubmit={submit} noValidate className="space-y-6 pb-2">
      <div
        className={cn(
          'rounded-2xl border-2 border-input bg-card p-3 focus-within:border-ring has-[textarea:focus-visible]:outline-3 has-[textarea:focus-visible]:outline-ring has-[textarea:focus-visible]:outline-offset-2 sm:p-4',
          promptError && 'border-destructive focus-within:border-destructive',
        )}
      >
        <label htmlFor="sequel-prompt" className="block px-2 pb-1 font-bold">
          {question(story)}
        </label>
        <textarea
          id="sequel-prompt"
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
          autoFocus
          rows={3}
          value={prompt}
          onChange={(event) => {
            setPrompt(event.target.value);
            setMistake(undefined);
            if (start.isError) start.reset();
          }}
          onKeyDown={submitOnModifiedEnter}
          placeholder="The next evening, a small light blinks far out at sea…"
          aria-invalid={promptError ? true : undefined}
          aria-describedby={promptError ? 'sequel-error' : 'sequel-kept'}
          className="field-sizing-content block max-h-60 min-h-24 w-full resize-none bg-transparent px-2 py-1 font-story text-foreground text-xl leading-relaxed outline-none placeholder:text-muted-foreground"
        />
        {promptError ? (
          <p id="sequel-error" role="alert" className="px-2 font-semibold text-destructive">
            {promptError}
          </p>
        ) : null}
      </div>
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

function findMistake(prompt: string): string | undefined {
  const { length } = prompt.trim();
  if (length === 0) return 'Tell us what happens next.';
  if (length <= MAX_PROMPT_LENGTH) return undefined;
  return `That is ${(length - MAX_PROMPT_LENGTH).toLocaleString('en')} characters too many.`;
}

function promptErrorOf(error: unknown): string | undefined {
  // As in the form that starts a story: a subject that is left out is told apart.
  return isAppError(error) && error.rule !== 'topic'
    ? error.fields.find(({ path }) => path === 'prompt')?.message
    : undefined;
}
