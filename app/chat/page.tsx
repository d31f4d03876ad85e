import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { Conversation } from '@/components/chat/conversation';

export const metadata: Metadata = { title: 'Talk' };

export default function NewConversationPage() {
  const sessionId = randomUUID();
  return (
    <Conversation
      key={sessionId}
      start={{
        sessionId,
        isKnown: false,
        title: '',
        projectId: null,
        dossierVersion: 0,
        messages: [],
        afterEventId: 0,
      }}
    />
  );
}
