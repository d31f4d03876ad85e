'use client';

import { useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { MAX_MESSAGE_LENGTH } from '@/lib/chat/schema';

type MessageEditorProps = {
  text: string;
  /** Why these words were not taken. */
  refusal: unknown;
  onSend: (text: string) => void;
  onCancel: () => void;
};

/** One's own words once more; sending them takes back everything that was said after them. */
export function MessageEditor({ text, refusal, onSend, onCancel }: MessageEditorProps) {
  const [words, setWords] = useState(text);
  const { length } = words.trim();
  return (
    <form
      className="w-full space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (length > 0) onSend(words.trim());
      }}
    >
      <textarea
        aria-label="Say it differently"
        aria-invalid={refusal ? true : undefined}
        aria-describedby={refusal ? 'editor-error' : undefined}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
        autoFocus
        value={words}
        maxLength={MAX_MESSAGE_LENGTH}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
        className="field-sizing-content max-h-80 w-full min-w-64 rounded-xl border-2 border-input bg-card p-3 font-story text-lg"
      />
      {refusal ? (
        <p id="editor-error" role="alert" className="font-semibold text-destructive">
          {errorSentence(refusal)}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Leave it
        </Button>
        <Button size="sm" type="submit" disabled={length === 0}>
          Send again
        </Button>
      </div>
    </form>
  );
}
