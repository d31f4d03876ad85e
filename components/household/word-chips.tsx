'use client';

import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Field } from '@/components/auth/field';
import { Button } from '@/components/ui/button';

const LONGEST_WORD = 80;

type WordChipsProps = {
  label: string;
  placeholder: string;
  words: readonly string[];
  most: number;
  /** Offered while they are not among the words. */
  suggestions: readonly string[];
  onWordsChange: (words: string[]) => void;
  error?: string | undefined;
};

/** A few things, each a chip: typed and closed with Enter or a comma, or picked from what is offered. */
export function WordChips({
  label,
  placeholder,
  words,
  most,
  suggestions,
  onWordsChange,
  error,
}: WordChipsProps) {
  const [text, setText] = useState('');
  const isFull = words.length >= most;
  const add = (typed: string) => {
    const word = typed.trim();
    const isKnown = words.some((known) => known.toLowerCase() === word.toLowerCase());
    if (word && !isKnown && !isFull) onWordsChange([...words, word]);
    setText('');
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add(text);
  };
  const offered = suggestions.filter((suggestion) => !words.includes(suggestion));
  return (
    <div className="space-y-2.5">
      <Field
        label={label}
        value={text}
        placeholder={isFull ? 'These are as many as we can keep in mind.' : placeholder}
        maxLength={LONGEST_WORD}
        disabled={isFull}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={handleKey}
        onBlur={() => add(text)}
        error={error}
      />
      {words.length > 0 ? (
        <ul aria-label={`${label} so far`} className="flex flex-wrap gap-2">
          {words.map((word) => (
            <li
              key={word}
              className="inline-flex max-w-full items-center gap-1 rounded-full bg-accent py-0.5 pr-1 pl-3.5 font-semibold text-accent-foreground"
            >
              <span className="min-w-0 break-words">{word}</span>
              <button
                type="button"
                aria-label={`Remove ${word}`}
                onClick={() => onWordsChange(words.filter((other) => other !== word))}
                className="grid size-8 shrink-0 place-items-center rounded-full hover:bg-card"
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {offered.length > 0 && !isFull ? (
        <p className="flex flex-wrap gap-1.5">
          {offered.map((suggestion) => (
            <Button
              key={suggestion}
              variant="ghost"
              size="sm"
              className="border border-input/50 border-dashed font-semibold"
              onClick={() => add(suggestion)}
            >
              <Plus aria-hidden className="size-4" />
              {suggestion}
            </Button>
          ))}
        </p>
      ) : null}
    </div>
  );
}
