import { WandSparkles } from 'lucide-react';
import { Button } from '@/components/ui/button';

type ProposalCardProps = { title: string; pitch: string; isStarting: boolean; onMakeStory: () => void };

/** A story the storyteller would like to tell, for the person to say yes to. */
export function ProposalCard({ title, pitch, isStarting, onMakeStory }: ProposalCardProps) {
  return (
    <div className="space-y-3 rounded-2xl border-2 border-thread/60 bg-card p-5 shadow-page">
      <h2 className="font-semibold text-2xl">{title}</h2>
      <p className="font-story text-lg">{pitch}</p>
      <Button disabled={isStarting} onClick={onMakeStory}>
        <WandSparkles aria-hidden />
        Make this story
      </Button>
    </div>
  );
}
