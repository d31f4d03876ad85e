'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { jobQueryOptions } from '@/lib/client/query-options';
import { cancelJob } from '@/lib/client/story-requests';

export function CancelJobButton({ jobId }: { jobId: string }) {
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelJob(jobId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: jobQueryOptions(jobId).queryKey }),
  });
  return (
    <div className="space-y-2">
      <Button
        variant="outline"
        onClick={() => cancel.mutate()}
        disabled={cancel.isPending || cancel.isSuccess}
      >
        <X aria-hidden />
        {cancel.isPending || cancel.isSuccess ? 'Stopping…' : 'Stop this story'}
      </Button>
      {cancel.isError ? (
        <p role="alert" className="text-destructive text-sm">
          {errorSentence(cancel.error)}
        </p>
      ) : null}
    </div>
  );
}
