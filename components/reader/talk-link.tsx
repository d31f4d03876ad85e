import { MessageCircle } from 'lucide-react';
import Link from 'next/link';

/** The way back to the conversation a story came of; nothing for a story that came of a form, or whose talk is gone. */
export function TalkLink({ sessionId }: { sessionId: string | null }) {
  if (!sessionId) return null;
  return (
    <Link
      href={`/chat/${sessionId}`}
      className="inline-flex min-h-11 items-center gap-2 rounded-md text-muted-foreground underline decoration-thread underline-offset-4 hover:text-foreground"
    >
      <MessageCircle aria-hidden className="size-4" />
      The conversation it came from
    </Link>
  );
}
