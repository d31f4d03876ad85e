'use client';

import { Sparkles, WandSparkles } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { pickSurprisePrompt } from './surprise-prompts';

type PromptBoxProps = {
  prompt: string;
  onPromptChange: (prompt: string) => void;
  maxLength: number;
  error: string | undefined;
  isStarting: boolean;
};

/** One generous box: the words, how many there may be, and the button that starts. */
export function PromptBox({ prompt, onPromptChange, maxLength, error, isStarting }: PromptBoxProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const length = prompt.trim().length;
  const isTooLong = length > maxLength;

  const surprise = () => {
    onPromptChange(pickSurprisePrompt(prompt, Math.random()));
    textarea.current?.focus();
  };
  const submitOnModifiedEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };

  return (
    <div
      className={cn(
        'rounded-2xl border-2 border-input bg-card p-3 shadow-page focus-within:border-ring has-[textarea:focus-visible]:outline-3 has-[textarea:focus-visible]:outline-ring has-[textarea:focus-visible]:outline-offset-2 sm:p-4',
        error && 'border-destructive focus-within:border-destructive',
      )}
    >
      <label htmlFor="prompt" className="sr-only">
        What is the story about?
      </label>
      <textarea
        ref={textarea}
        id="prompt"
        name="prompt"
        rows={4}
        value={prompt}
        onChange={(event) => onPromptChange(event.target.value)}
        onKeyDown={submitOnModifiedEnter}
        placeholder="A brave little mouse looks for a magical cheese…"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'prompt-error prompt-count' : 'prompt-count'}
        className="field-sizing-content block max-h-96 min-h-32 w-full resize-none bg-transparent px-2 py-1 font-story text-foreground text-xl leading-relaxed outline-none placeholder:text-muted-foreground"
      />
      {error ? (
        <p id="prompt-error" role="alert" className="px-2 pb-2 font-semibold text-destructive">
          {error}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 pt-2">
        <Button variant="secondary" onClick={surprise}>
          <Sparkles aria-hidden />
          Surprise me
        </Button>
        <p
          id="prompt-count"
          className={cn(
            'ml-1 text-muted-foreground text-sm tabular-nums',
            isTooLong && 'font-bold text-destructive',
          )}
        >
          <span className="sr-only">Characters used: </span>
          {length.toLocaleString('en')} / {maxLength.toLocaleString('en')}
        </p>
        <Button type="submit" size="lg" className="max-sm:w-full sm:ml-auto" aria-disabled={isStarting}>
          <WandSparkles aria-hidden className={isStarting ? 'animate-breathe' : undefined} />
          {isStarting ? 'Threading the loom…' : 'Weave my story'}
        </Button>
      </div>
    </div>
  );
}
