'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { CreatedApiKeyView } from '@/lib/auth/api-key-schemas';

type Copying = 'not-yet' | 'copied' | 'by-hand';

/** The one time that a key is seen. */
export function NewKeyShown({ created, onDone }: { created: CreatedApiKeyView; onDone: () => void }) {
  const [copying, setCopying] = useState<Copying>('not-yet');
  const heading = useRef<HTMLHeadingElement>(null);
  const text = useRef<HTMLElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(created.key);
      setCopying('copied');
    } catch {
      // No clipboard on http pages of a home network, or it is forbidden: marked, it can be copied by hand.
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      setCopying('by-hand');
    }
  }
  return (
    <section
      aria-labelledby="new-key-heading"
      className="mt-5 space-y-4 rounded-lg border-2 border-primary bg-muted p-4 sm:p-5"
    >
      <h3 id="new-key-heading" ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
        Copy the key of “{created.name}” now
      </h3>
      <p className="text-muted-foreground">It is shown this once. We keep only a fingerprint of it.</p>
      <code
        ref={text}
        className="block select-all break-all rounded-md border-2 border-input bg-card px-4 py-3 font-mono text-base"
      >
        {created.key}
      </code>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void copy()}>
          {copying === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copying === 'copied' ? 'Copied' : 'Copy key'}
        </Button>
        <Button variant="outline" onClick={onDone}>
          I have kept it
        </Button>
        <p role="status" className="text-muted-foreground text-sm">
          {copying === 'copied' ? 'The key is in your clipboard.' : null}
          {copying === 'by-hand' ? 'It is marked: copy it with your keyboard or by touching it.' : null}
        </p>
      </div>
    </section>
  );
}
