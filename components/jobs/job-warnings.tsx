'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert, RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { redoScene } from '@/lib/client/ask-again';
import type { JobView, SceneView, StoryView } from '@/lib/story/views';

type Warning = JobView['warnings'][number];

/** What went wrong without costing the story, page by page, and the button that asks for that part once more. */
export function JobWarnings({ job, story }: { job: JobView; story: StoryView | undefined }) {
  if (job.warnings.length === 0) return null;
  return (
    <ul aria-label="What did not go as planned" className="space-y-3">
      {job.warnings.map((warning) => (
        <li key={`${warning.scene ?? 'all'} ${warning.part ?? ''} ${warning.message}`}>
          <Alert variant="warning" className="flex-wrap">
            <CircleAlert aria-hidden />
            <p className="min-w-0 flex-1 basis-64">
              {warning.scene === undefined ? null : <strong>Page {warning.scene + 1}: </strong>}
              {warning.message}
            </p>
            <AskAgain warning={warning} job={job} story={story} />
          </Alert>
        </li>
      ))}
    </ul>
  );
}

function AskAgain({ warning, job, story }: { warning: Warning; job: JobView; story: StoryView | undefined }) {
  const scene = warning.scene === undefined ? undefined : story?.scenes[warning.scene];
  const isReady = job.status === 'completed' && story?.status === 'ready';
  if (!isReady || !scene || (warning.part !== 'picture' && warning.part !== 'narration')) return null;
  return <RedoButton storyId={story.id} scene={scene} part={warning.part} />;
}

function RedoButton({
  storyId,
  scene,
  part,
}: {
  storyId: string;
  scene: SceneView;
  part: 'picture' | 'narration';
}) {
  const router = useRouter();
  const redo = useMutation({
    mutationFn: () => redoScene(storyId, scene, part),
    onSuccess: ({ job_id }) => job_id && router.push(`/jobs/${job_id}`),
  });
  return (
    <div className="space-y-2">
      <Button
        variant="outline"
        size="sm"
        className="min-h-11"
        onClick={() => redo.mutate()}
        disabled={redo.isPending || redo.isSuccess}
      >
        <RotateCcw aria-hidden />
        {part === 'picture' ? 'Ask for this picture again' : 'Ask for this voice again'}
      </Button>
      {redo.isError ? (
        <p role="alert" className="text-destructive text-sm">
          {errorSentence(redo.error)}
        </p>
      ) : null}
    </div>
  );
}
