'use client';

import { Share2 } from 'lucide-react';
import { useLazyPart } from '@/components/reader/use-lazy-part';
import { Button } from '@/components/ui/button';

type ShareButtonProps = { story: { id: string; title: string; share_id: string | null } };

/** Opens what is needed to share a story; for one that is finished and may be seen. */
export function ShareButton({ story }: ShareButtonProps) {
  const dialog = useLazyPart(() => import('./share-dialog').then(({ ShareDialog }) => ShareDialog));
  const ShareDialog = dialog.part;
  return (
    <>
      <Button ref={dialog.button} variant="outline" onClick={dialog.open}>
        <Share2 aria-hidden />
        {story.share_id ? 'Shared' : 'Share'}
      </Button>
      {ShareDialog && dialog.isOpen ? (
        <ShareDialog story={story} onClose={() => dialog.setIsOpen(false)} />
      ) : null}
    </>
  );
}
