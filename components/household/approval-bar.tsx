'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BookHeart, BookX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { decideStory } from '@/lib/client/household-requests';
import type { StoryView } from '@/lib/story/views';

/** The grown-up's answer, above the story it is about. */
export function ApprovalBar({ story }: { story: StoryView }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const deciding = useMutation({
    mutationFn: (decision: 'approve' | 'decline') => decideStory(story.id, decision),
    onSuccess: async ({ review }) => {
      queryClient.removeQueries({ queryKey: ['stories', 'list'] });
      void queryClient.invalidateQueries({ queryKey: ['jobs'] });
      if (review === 'declined') router.push('/stories');
      await queryClient.invalidateQueries({ queryKey: ['stories', 'one'] });
      router.refresh();
    },
  });
  const isReady = story.status === 'ready';
  const isDeclined = story.review === 'declined';
  return (
    <Card className="space-y-4 border-2 border-thread/60 p-5 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold text-xl">
            {isDeclined ? 'You have put this one away' : 'Is this one for your children?'}
          </h2>
          <p className="mt-1 text-muted-foreground">
            {isReady
              ? 'Only you see it. With your yes it opens on the shelf; otherwise it stays closed.'
              : 'It is still being made. You can answer when it is finished.'}
          </p>
        </div>
        {isReady ? (
          <div className="flex flex-wrap gap-3">
            {isDeclined ? null : (
              <Button
                variant="outline"
                disabled={deciding.isPending || deciding.isSuccess}
                onClick={() => deciding.mutate('decline')}
              >
                <BookX aria-hidden />
                Not for us
              </Button>
            )}
            <Button
              disabled={deciding.isPending || deciding.isSuccess}
              onClick={() => deciding.mutate('approve')}
            >
              <BookHeart aria-hidden />
              Approve
            </Button>
          </div>
        ) : null}
      </div>
      {deciding.isError ? <Alert variant="destructive">{errorSentence(deciding.error)}</Alert> : null}
    </Card>
  );
}
