import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '@/lib/chat/schema';
import { chatRequestSchema } from '@/lib/chat/views';
import { buildChatRequest } from './chat-transport';

const SESSION = '5b0c7f1e-4b7e-4d0a-9c57-0d6a3b1f2a01';
const said = (id: string, text: string): ChatMessage => ({
  id,
  role: 'user',
  parts: [{ type: 'text', text }],
});
const first = said('5b0c7f1e-4b7e-4d0a-9c57-0d6a3b1f2a02', 'A mouse');
const second = said('5b0c7f1e-4b7e-4d0a-9c57-0d6a3b1f2a03', 'and a moon');

describe('the request of a turn', () => {
  it('carries the last message only', () => {
    const request = chatRequestSchema.parse(
      buildChatRequest(SESSION, [first, second], 'submit-message', undefined),
    );
    expect(request.message).toEqual({ id: second.id, role: 'user', parts: second.parts });
    expect(request.message_id).toBeNull();
  });

  it('names the message that is said in another wording', () => {
    const request = chatRequestSchema.parse(buildChatRequest(SESSION, [second], 'submit-message', first.id));
    expect(request).toMatchObject({ message_id: first.id, message: { id: second.id } });
  });

  it('says nothing new when an answer is made anew', () => {
    const request = chatRequestSchema.parse(
      buildChatRequest(SESSION, [first], 'regenerate-message', undefined),
    );
    expect(request).toMatchObject({ trigger: 'regenerate-message' });
    expect(request.message).toBeUndefined();
  });
});
