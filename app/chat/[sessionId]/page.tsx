import type { Metadata } from 'next';
import { cache } from 'react';
import { readOrNotFound } from '@/app/read-or-not-found';
import { Conversation } from '@/components/chat/conversation';
import { readConversation } from './read-conversation';

/** Once for the title and the page together. */
const readOnce = cache((id: string) => readOrNotFound(id, readConversation));

export async function generateMetadata({ params }: PageProps<'/chat/[sessionId]'>): Promise<Metadata> {
  const { title } = await readOnce((await params).sessionId);
  return { title: title || 'A conversation' };
}

export default async function ConversationPage({ params }: PageProps<'/chat/[sessionId]'>) {
  const start = await readOnce((await params).sessionId);
  return <Conversation key={start.sessionId} start={start} />;
}
