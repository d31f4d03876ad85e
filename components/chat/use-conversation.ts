'use client';

import { useChat } from '@ai-sdk/react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ChatMessage, StartedStory } from '@/lib/chat/schema';
import type { ChatEventView } from '@/lib/chat/views';
import { createMessageId, stopAnswer } from '@/lib/client/chat-requests';
import { isAppError } from '@/lib/errors';
import { createChatTransport } from './chat-transport';
import { toChatMessage, upsertMessage } from './merge-messages';
import { useSessionEvents } from './use-session-events';

export type ConversationStart = {
  sessionId: string;
  /** Whether the server knows this conversation; a new one is known after its first message. */
  isKnown: boolean;
  projectId: string | null;
  /** 0 while nothing was noted. */
  dossierVersion: number;
  messages: ChatMessage[];
  /** The newest event of its log when `messages` was read. */
  afterEventId: number;
};

/** One conversation: what `useChat` holds, merged by id with what happens to it elsewhere. */
export function useConversation(start: ConversationStart) {
  const { sessionId } = start;
  const queryClient = useQueryClient();
  const [transport] = useState(createChatTransport);
  const [isKnown, setIsKnown] = useState(start.isKnown);
  const [stories, setStories] = useState<StartedStory[]>([]);
  const [toldVersion, setToldVersion] = useState(start.dossierVersion);
  const [refusal, setRefusal] = useState<unknown>();
  const failure = useRef<Error>(undefined);
  // The same words after a lost connection are the same message: it must not be said twice.
  const attempt = useRef<{ text: string; id: string }>(undefined);
  const refreshSessions = () => queryClient.invalidateQueries({ queryKey: ['chat-sessions'] });

  const chat = useChat<ChatMessage>({
    id: sessionId,
    messages: start.messages,
    transport,
    generateId: createMessageId,
    resume: start.isKnown,
    throttle: 50,
    onError: (error) => {
      failure.current = error;
    },
    onFinish: () => void refreshSessions(),
  });
  const isAnswering = chat.status === 'submitted' || chat.status === 'streaming';

  // A new conversation learns its project from its first answer.
  const projectId =
    start.projectId ?? chat.messages.find(({ metadata }) => metadata?.projectId)?.metadata?.projectId ?? null;
  const dossierVersion = Math.max(toldVersion, ...chat.messages.flatMap(dossierVersions));
  const hasAnswer = chat.messages.some(({ role }) => role === 'assistant');

  // The first answer has begun, so the conversation exists and has an address; the page itself stays as it is.
  useEffect(() => {
    // An answer that comes at once may be whole before anybody saw it streaming.
    if (isKnown || !hasAnswer) return;
    setIsKnown(true);
    window.history.replaceState(null, '', `/chat/${sessionId}`);
  }, [isKnown, hasAnswer, sessionId]);

  useSessionEvents(sessionId, { enabled: isKnown, afterEventId: start.afterEventId }, (event) => {
    switch (event.type) {
      case 'message':
      case 'answer-ended':
        receiveMessage(event);
        break;
      case 'answer-started':
        // Begun in another tab or on another device: it is read here as it is written.
        if (!isAnswering && !chat.messages.some(({ id }) => id === event.message.message_id)) {
          void chat.resumeStream();
        }
        break;
      case 'messages-removed':
        chat.setMessages((messages) => messages.filter(({ id }) => !event.message_ids.includes(id)));
        break;
      case 'title':
        void refreshSessions();
        break;
      case 'story':
        setStories((known) => addStory(known, { jobId: event.job_id, storyId: event.story_id }));
        break;
      case 'dossier':
        setToldVersion(event.version);
        void queryClient.invalidateQueries({ queryKey: ['dossier', event.project_id] });
        break;
      case 'chunks':
        break;
    }
  });

  function receiveMessage(event: Extract<ChatEventView, { type: 'message' | 'answer-ended' }>) {
    const message = toChatMessage(event.message, projectId ?? '');
    chat.setMessages((messages) => {
      const isHere = messages.some(({ id }) => id === message.id);
      // One's own words are here already, and an answer that is being read is not replaced under the reader's eyes.
      if (isHere && (event.type === 'message' || isAnswering)) return messages;
      return upsertMessage(messages, message);
    });
  }

  /** Whether the request was taken; a refused one leaves everything as it was, with the reason in `refusal`. */
  async function attemptTo(act: () => Promise<void>): Promise<boolean> {
    const before = chat.messages;
    failure.current = undefined;
    setRefusal(undefined);
    await act();
    if (!isAppError(failure.current)) return true;
    setRefusal(failure.current);
    chat.setMessages(before);
    chat.clearError();
    return false;
  }

  async function send(text: string): Promise<boolean> {
    if (attempt.current?.text !== text) attempt.current = { text, id: createMessageId() };
    const { id } = attempt.current;
    const isSent = await attemptTo(() => chat.sendMessage({ id, parts: [{ type: 'text', text }] }));
    if (isSent) attempt.current = undefined;
    return isSent;
  }

  const edit = (messageId: string, text: string): Promise<boolean> =>
    attemptTo(() => chat.sendMessage({ id: createMessageId(), parts: [{ type: 'text', text }], messageId }));

  const regenerate = (): Promise<boolean> => attemptTo(() => chat.regenerate());

  async function stop(): Promise<void> {
    try {
      await stopAnswer(sessionId);
    } catch (error) {
      setRefusal(error);
    }
    await chat.stop();
  }

  return {
    messages: chat.messages,
    /** Null until the server knows the conversation. */
    projectId,
    /** The newest version of the story notes anybody told of; 0 when nobody did. */
    dossierVersion,
    status: chat.status,
    isAnswering,
    /** The answer broke off in the middle. */
    hasBrokenOff: chat.status === 'error',
    refusal,
    forgetRefusal: () => setRefusal(undefined),
    stories,
    addStory: (story: StartedStory) => setStories((known) => addStory(known, story)),
    send,
    edit,
    regenerate,
    stop,
  };
}

function dossierVersions({ parts }: ChatMessage): number[] {
  return parts.flatMap((part) => (part.type === 'data-dossier' ? [part.data.version] : []));
}

function addStory(known: StartedStory[], story: StartedStory): StartedStory[] {
  return known.some(({ jobId }) => jobId === story.jobId) ? known : [...known, story];
}
