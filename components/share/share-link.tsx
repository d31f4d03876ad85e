'use client';

import type { UseMutationResult } from '@tanstack/react-query';
import { Check, Copy, ExternalLink, Share } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';

type ShareLinkProps = {
  url: string;
  title: string;
  withdraw: Pick<UseMutationResult<unknown, Error, void>, 'isPending' | 'mutate'>;
};

/** A link that is there: to copy, to open, to pass on as this device does it, and to take back. */
export function ShareLink({ url, title, withdraw }: ShareLinkProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setIsCopied(true);
    } catch {
      // Plain http and old browsers: it lies marked, for the keyboard or the finger.
      field.current?.focus();
      field.current?.select();
    }
  };
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <Label htmlFor="share-link">The link</Label>
        <Input
          ref={field}
          id="share-link"
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="text-ellipsis"
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
        <PassOnButton url={url} title={title} />
        <Button variant="outline" asChild>
          <a href={url} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            Open
          </a>
        </Button>
      </div>
      <p role="status" className="sr-only">
        {isCopied ? 'The link is copied.' : ''}
      </p>
      <Withdrawal withdraw={withdraw} />
    </div>
  );
}

/** The device's own way to pass something on, where it has one. */
function PassOnButton({ url, title }: { url: string; title: string }) {
  if (typeof navigator === 'undefined' || typeof navigator.share !== 'function') return null;
  const passOn = () =>
    navigator.share({ title, url }).catch((error: unknown) => {
      // Whoever changes their mind has not failed.
      if (!(error instanceof DOMException)) throw error;
    });
  return (
    <Button variant="outline" onClick={() => void passOn()}>
      <Share aria-hidden />
      Send
    </Button>
  );
}

function Withdrawal({ withdraw }: Pick<ShareLinkProps, 'withdraw'>) {
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) {
    return (
      <Button
        variant="ghost"
        size="sm"
        className="justify-self-start text-destructive"
        onClick={() => setIsAsked(true)}
      >
        Take the link back
      </Button>
    );
  }
  return (
    <section aria-label="Take the link back" className="grid gap-3 rounded-lg bg-secondary p-4">
      <p>It ends at once, for everybody who has it. If you share the story again, the link is another one.</p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="destructive"
          size="sm"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {withdraw.isPending ? 'Taking it back…' : 'Take it back'}
        </Button>
        <Button variant="outline" size="sm" autoFocus onClick={() => setIsAsked(false)}>
          Keep it
        </Button>
      </div>
    </section>
  );
}
