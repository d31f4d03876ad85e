import { Skeleton } from '@/components/ui/skeleton';

export default function ConversationLoading() {
  return (
    <div role="status" aria-label="Opening the conversation" className="space-y-5">
      <Skeleton className="h-24 w-4/5 rounded-xl" />
      <Skeleton className="ml-auto h-16 w-3/5 rounded-xl" />
      <Skeleton className="h-24 w-4/5 rounded-xl" />
    </div>
  );
}
