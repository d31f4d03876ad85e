'use client';

import { Link2 } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { ShareLink } from './share-link';
import { useShare } from './use-share';

type ShareDialogProps = { story: { id: string; title: string }; onClose: () => void };

/** Makes a link to a story, passes it on, and takes it back. */
export function ShareDialog({ story, onClose }: ShareDialogProps) {
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent>
        <DialogTitle>Share this story</DialogTitle>
        <ShareBody story={story} close={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function ShareBody({ story, close }: { story: ShareDialogProps['story']; close: () => void }) {
  const { share, make, withdraw } = useShare(story.id);
  const url = share.data?.url ?? null;
  const error = make.error ?? withdraw.error ?? (share.data ? null : share.error);
  return (
    <>
      <DialogDescription>
        {url
          ? `Whoever has this link can read, hear and watch “${story.title}”.`
          : `A link opens “${story.title}” for whoever you send it to.`}
      </DialogDescription>
      <ul className="grid list-disc gap-1 pl-5 text-muted-foreground marker:text-thread">
        <li>They need no account, and can do nothing but read, hear and watch.</li>
        <li>They see neither who you are, nor who it was told for, nor what was asked for.</li>
        <li>Search engines are told to leave it alone. You can take the link back at any time.</li>
      </ul>
      {error ? <Alert variant="destructive">{errorSentence(error)}</Alert> : null}
      {share.isPending ? <Skeleton className="h-12" /> : null}
      {url ? (
        <ShareLink url={url} title={story.title} withdraw={withdraw} />
      ) : share.isSuccess ? (
        <Button onClick={() => make.mutate()} disabled={make.isPending}>
          <Link2 aria-hidden />
          {make.isPending ? 'Making the link…' : 'Make a link'}
        </Button>
      ) : null}
      <Button variant="ghost" onClick={close}>
        Close
      </Button>
    </>
  );
}
