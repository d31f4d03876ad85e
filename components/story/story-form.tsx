'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, PiggyBank } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { createIdempotencyKey, rememberRequest, startStory } from '@/lib/client/story-requests';
import { isAppError } from '@/lib/errors';
import type { GenerateStoryRequest } from '@/lib/story/views';
import { PromptBox } from './prompt-box';
import { DEFAULT_STORY_OPTIONS, StoryOptions, type StoryOptionValues } from './story-options';
import { StoryQuoteLine } from './story-quote';

type StoryFormProps = {
  maxPromptLength: number;
  /** True when a model that bills takes part: then the page says what a story will cost. */
  isPaid: boolean;
};

/** The form that starts a story. What was written stays written whatever the answer is. */
export function StoryForm({ maxPromptLength, isPaid }: StoryFormProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [prompt, setPrompt] = useState('');
  const [options, setOptions] = useState<StoryOptionValues>(DEFAULT_STORY_OPTIONS);
  const [promptError, setPromptError] = useState<string>();
  // One key per wish: pressing again after a lost connection must not start a second story.
  const attempt = useRef<{ body: string; key: string }>(undefined);

  const start = useMutation({
    mutationFn: (request: GenerateStoryRequest) => {
      const body = JSON.stringify(request);
      if (attempt.current?.body !== body) attempt.current = { body, key: createIdempotencyKey() };
      return startStory(request, attempt.current.key);
    },
    onSuccess: ({ job_id }, request) => {
      attempt.current = undefined;
      rememberRequest(job_id, request);
      queryClient.removeQueries({ queryKey: ['jobs', 'list'] });
      queryClient.removeQueries({ queryKey: ['stories', 'list'] });
      router.push(`/jobs/${job_id}`);
      // The visitor may just have become a guest: the header is the server's and must say so.
      router.refresh();
    },
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (start.isPending || start.isSuccess) return;
    const mistake = findPromptMistake(prompt, maxPromptLength);
    setPromptError(mistake);
    if (mistake) {
      event.currentTarget.querySelector('textarea')?.focus();
      return;
    }
    start.mutate(buildRequest(prompt, options));
  };

  const fieldErrors = fieldErrorsOf(start.error);
  const shownPromptError = promptError ?? fieldErrors.prompt;
  const hasFieldError = Object.keys(fieldErrors).length > 0;
  return (
    <form onSubmit={submit} noValidate className="space-y-8">
      <div className="space-y-3">
        <PromptBox
          prompt={prompt}
          onPromptChange={(text) => {
            setPrompt(text);
            setPromptError(undefined);
            if (start.isError) start.reset();
          }}
          maxLength={maxPromptLength}
          error={shownPromptError}
          isStarting={start.isPending || start.isSuccess}
        />
        {isPaid ? <StoryQuoteLine request={buildRequest(prompt, options)} /> : null}
        {start.isError && !hasFieldError ? (
          <Alert variant="destructive">
            {isCapReached(start.error) ? <PiggyBank aria-hidden /> : <CircleAlert aria-hidden />}
            <p>{errorSentence(start.error)}</p>
          </Alert>
        ) : null}
      </div>
      <StoryOptions options={options} onOptionsChange={setOptions} errors={fieldErrors} />
    </form>
  );
}

function findPromptMistake(prompt: string, maxLength: number): string | undefined {
  const { length } = prompt.trim();
  if (length === 0) return 'Tell us what the story is about.';
  if (length <= maxLength) return undefined;
  return `That is ${(length - maxLength).toLocaleString('en')} characters too many: a prompt has at most ${maxLength.toLocaleString('en')}.`;
}

function buildRequest(prompt: string, options: StoryOptionValues): GenerateStoryRequest {
  return {
    prompt: prompt.trim(),
    age_group: options.ageGroup,
    num_illustrations: Number(options.pageCount),
    style: options.style,
    tone: options.tone,
    voice: options.voice,
    aspect_ratio: options.aspectRatio,
  };
}

/** Nothing is broken then: somebody decided that no more may be spent. */
function isCapReached(error: unknown): boolean {
  return isAppError(error) && error.code === 'spend_cap_reached';
}

function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!isAppError(error)) return {};
  return Object.fromEntries(error.fields.map((field) => [field.path, field.message]));
}
