'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { BedtimeChoice } from '@/components/household/bedtime-choice';
import { DayNotice } from '@/components/household/day-notice';
import { RefusalAlert } from '@/components/household/refusal-alert';
import { useChosenReader } from '@/components/household/use-chosen-reader';
import { useIsBedtime } from '@/components/household/use-is-bedtime';
import { useKeptText } from '@/components/ui/use-kept-text';
import { householdQueryOptions } from '@/lib/client/household-requests';
import { createIdempotencyKey, rememberRequest, startStory } from '@/lib/client/story-requests';
import type { GenerateStoryRequest } from '@/lib/story/views';
import { ExampleCards } from './example-cards';
import { PromptBox } from './prompt-box';
import { fieldErrorsOf, findPromptMistake } from './prompt-mistake';
import { targetWords } from './story-length';
import { DEFAULT_STORY_OPTIONS, StoryOptions, type StoryOptionValues } from './story-options';

/** Only where readers are known. */
const ReaderChoice = dynamic(() =>
  import('@/components/household/reader-choice').then((loaded) => loaded.ReaderChoice),
);
/** Only where a story costs something. */
const StoryQuoteLine = dynamic(() => import('./story-quote').then((loaded) => loaded.StoryQuoteLine));

type StoryFormProps = {
  maxPromptLength: number;
  /** True when a model that bills takes part: then the page says what a story will cost. */
  isPaid: boolean;
};

/** The form that starts a story. What was written stays written whatever the answer is. */
export function StoryForm({ maxPromptLength, isPaid }: StoryFormProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const wish = useKeptText('prompt');
  const prompt = wish.text;
  const [options, setOptions] = useState<StoryOptionValues>(DEFAULT_STORY_OPTIONS);
  const [promptError, setPromptError] = useState<string>();
  const [isBedtimeWanted, setIsBedtimeWanted] = useState(false);
  const isBedtime = useIsBedtime();
  const chosen = useChosenReader(({ age_group: ageGroup }) => setOptions((now) => ({ ...now, ageGroup })));
  // One key per wish: pressing again after a lost connection must not start a second story.
  const form = useRef<HTMLFormElement>(null);
  const attempt = useRef<{ body: string; key: string }>(undefined);

  const start = useMutation({
    mutationFn: (request: GenerateStoryRequest) => {
      const body = JSON.stringify(request);
      if (attempt.current?.body !== body) attempt.current = { body, key: createIdempotencyKey() };
      return startStory(request, attempt.current.key);
    },
    onSuccess: ({ job_id }, request) => {
      attempt.current = undefined;
      wish.clear();
      rememberRequest(job_id, request);
      queryClient.removeQueries({ queryKey: ['jobs', 'list'] });
      queryClient.removeQueries({ queryKey: ['stories', 'list'] });
      // One more was begun today.
      void queryClient.invalidateQueries(householdQueryOptions);
      router.push(`/jobs/${job_id}`);
      // The visitor may just have become a guest: the header is the server's and must say so.
      router.refresh();
    },
    // It may have been the last one of today, begun in another tab.
    onError: () => queryClient.invalidateQueries(householdQueryOptions),
  });

  const request = buildRequest(prompt, options, {
    readerId: chosen.reader?.id,
    isBedtime: isBedtime || isBedtimeWanted,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (start.isPending || start.isSuccess) return;
    const mistake = findPromptMistake(prompt, maxPromptLength, 'Tell us what the story is about.');
    setPromptError(mistake);
    if (mistake) {
      event.currentTarget.querySelector('textarea')?.focus();
      return;
    }
    start.mutate(request);
  };

  const writePrompt = (text: string) => {
    wish.write(text);
    setPromptError(undefined);
    if (start.isError) start.reset();
  };
  const choosePrompt = (text: string) => {
    writePrompt(text);
    form.current?.querySelector('textarea')?.focus();
  };
  const fieldErrors = fieldErrorsOf(start.error);
  const shownPromptError = promptError ?? fieldErrors.prompt;
  const hasFieldError = Object.keys(fieldErrors).length > 0;
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-8">
      <div className="space-y-3">
        {start.isError ? null : <DayNotice />}
        <PromptBox
          prompt={prompt}
          onPromptChange={writePrompt}
          maxLength={maxPromptLength}
          error={shownPromptError}
          isStarting={start.isPending || start.isSuccess}
        />
        <p className="px-2 text-muted-foreground">
          The pages appear while they are written, drawn and read; then comes the film.{' '}
          <Link
            href="/chat"
            className="whitespace-nowrap font-bold text-primary underline underline-offset-4 hover:decoration-2"
          >
            Or talk it into being
          </Link>
        </p>
        {isPaid ? <StoryQuoteLine request={request} /> : null}
        {start.isError && !hasFieldError ? <RefusalAlert error={start.error} /> : null}
      </div>
      <ExampleCards prompt={prompt} onChoose={choosePrompt} />
      {chosen.readers.length > 0 ? <ReaderChoice chosen={chosen} /> : null}
      <StoryOptions options={options} onOptionsChange={setOptions} errors={fieldErrors} />
      <BedtimeChoice isBedtime={isBedtime} isWanted={isBedtimeWanted} onWantedChange={setIsBedtimeWanted} />
    </form>
  );
}

function buildRequest(
  prompt: string,
  options: StoryOptionValues,
  { readerId, isBedtime }: { readerId: string | undefined; isBedtime: boolean },
): GenerateStoryRequest {
  const pages = Number(options.pageCount);
  const words = targetWords({ ageGroup: options.ageGroup, pages, length: options.length });
  return {
    prompt: prompt.trim(),
    ...(readerId && { reader_id: readerId }),
    ...(isBedtime && { bedtime: true }),
    age_group: options.ageGroup,
    num_illustrations: pages,
    ...(words && { target_length: words }),
    style: options.style,
    tone: options.tone,
    voice: options.voice,
    aspect_ratio: options.aspectRatio,
  };
}
