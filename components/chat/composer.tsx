'use client';

import { CircleAlert, Send, Square } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { MAX_MESSAGE_LENGTH } from '@/lib/chat/schema';
import { MicrophoneButton } from './microphone-button';
import type { Draft } from './use-draft';

/** From here on the characters are counted aloud. */
const COUNTED_FROM = 3_500;

type ComposerProps = {
  draft: Draft;
  isAnswering: boolean;
  refusal: unknown;
  onForgetRefusal: () => void;
  onSend: (text: string) => void;
  onStop: () => void;
};

/** Where one speaks: Enter sends, Shift+Enter breaks the line, and what was not sent is there when one comes back. */
export function Composer({ draft, isAnswering, refusal, onForgetRefusal, onSend, onStop }: ComposerProps) {
  const { text } = draft;
  const textarea = useRef<HTMLTextAreaElement>(null);
  /** What was in the box before the words that are still being recognised. */
  const beforeSpoken = useRef<string>(null);
  const { length } = text.trim();
  const isTooLong = length > MAX_MESSAGE_LENGTH;

  useEffect(() => textarea.current?.focus({ preventScroll: true }), []);

  const writeSpoken = (words: string, isFinal: boolean) => {
    const before = beforeSpoken.current ?? draft.read();
    beforeSpoken.current = isFinal ? null : before;
    draft.write(before.trim() ? `${before.trimEnd()} ${words}` : words);
  };
  const send = () => {
    if (!isAnswering && length > 0 && !isTooLong) onSend(text.trim());
  };
  const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter that ends a Japanese or Chinese word is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="space-y-2"
    >
      {refusal ? (
        <p id="composer-error" role="alert" className="flex gap-2 px-2 font-semibold text-destructive">
          <CircleAlert aria-hidden className="size-5 shrink-0" />
          {errorSentence(refusal)}
        </p>
      ) : null}
      <div className="flex flex-wrap items-end gap-2 rounded-2xl border-2 border-input bg-card p-2 shadow-page focus-within:border-ring has-[textarea:focus-visible]:outline-3 has-[textarea:focus-visible]:outline-ring has-[textarea:focus-visible]:outline-offset-2">
        <label htmlFor="composer" className="sr-only">
          Your words to the storyteller
        </label>
        <textarea
          ref={textarea}
          id="composer"
          rows={1}
          value={text}
          onChange={(event) => {
            beforeSpoken.current = null;
            draft.write(event.target.value);
            if (refusal) onForgetRefusal();
          }}
          onKeyDown={sendOnEnter}
          placeholder="Once upon a time…"
          aria-invalid={isTooLong || Boolean(refusal) || undefined}
          aria-describedby={refusal ? 'composer-error' : undefined}
          className="field-sizing-content max-h-60 min-h-11 min-w-0 flex-1 resize-none bg-transparent px-2 py-2 font-story text-lg outline-none placeholder:text-muted-foreground"
        />
        <MicrophoneButton onText={writeSpoken} disabled={isAnswering} />
        {isAnswering ? (
          <Button size="icon" variant="secondary" aria-label="Stop the answer" onClick={onStop}>
            <Square aria-hidden />
          </Button>
        ) : (
          <Button type="submit" size="icon" aria-label="Send" aria-disabled={length === 0 || isTooLong}>
            <Send aria-hidden />
          </Button>
        )}
      </div>
      {length >= COUNTED_FROM ? (
        <p className={cn('px-2 text-muted-foreground text-sm', isTooLong && 'font-bold text-destructive')}>
          {length.toLocaleString('en')} / {MAX_MESSAGE_LENGTH.toLocaleString('en')} characters
        </p>
      ) : null}
    </form>
  );
}
