'use client';

import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ChangeShelf } from './use-shelf-address';

const TYPED_MS = 250;

/** Finds as one types. */
export function ShelfSearch({ q, change }: { q: string; change: ChangeShelf }) {
  const [typed, setTyped] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was looked for last from here: another one came by a link or the back button. */
  const asked = useRef(q);

  useEffect(() => {
    if (asked.current === q) return;
    asked.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(text: string): void {
    clearTimeout(timer.current);
    const words = text.trim();
    if (words === q) return;
    asked.current = words;
    change({ q: words }, { isTyping: true });
  }
  function type(text: string): void {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(text), TYPED_MS);
  }
  return (
    // Without our script the browser asks for the page again.
    <search className="min-w-0 flex-1">
      <form
        action="/stories"
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-muted-foreground"
        />
        <input
          ref={field}
          type="search"
          name="q"
          value={typed}
          maxLength={200}
          aria-label="Find a story"
          placeholder="Find a story"
          autoComplete="off"
          enterKeyHint="search"
          dir="auto"
          onChange={(event) => type(event.target.value)}
          className="h-12 w-full rounded-full border-2 border-input bg-card pr-12 pl-12 text-base text-foreground placeholder:text-muted-foreground [&::-webkit-search-cancel-button]:hidden"
        />
        {typed === '' ? null : (
          <Button
            size="icon"
            variant="ghost"
            aria-label="Clear the search"
            className="absolute top-0.5 right-0.5"
            onClick={() => {
              setTyped('');
              ask('');
              field.current?.focus();
            }}
          >
            <X aria-hidden />
          </Button>
        )}
      </form>
    </search>
  );
}
