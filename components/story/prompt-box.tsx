'use client';

import { Sparkles, WandSparkles } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { TextBox } from '@/components/ui/text-box';
import { pickSurprisePrompt } from './surprise-prompts';

type PromptBoxProps = {
  prompt: string;
  onPromptChange: (prompt: string) => void;
  maxLength: number;
  error: string | undefined;
  isStarting: boolean;
};

/** The wish for a story: the words, how many there may be, and the button that starts. */
export function PromptBox({ prompt, onPromptChange, maxLength, error, isStarting }: PromptBoxProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const length = prompt.trim().length;
  const isTooLong = length > maxLength;
  const surprise = () => {
    onPromptChange(pickSurprisePrompt(prompt, Math.random()));
    textarea.current?.focus();
  };
  return (
    <TextBox
      id="prompt"
      label="What is the story about?"
      isLabelHidden
      text={prompt}
      onTextChange={onPromptChange}
      placeholder="A brave little mouse looks for a magical cheese…"
      error={error}
      describedBy="prompt-count"
      textareaRef={textarea}
      className="shadow-page"
    >
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
    </TextBox>
  );
}
