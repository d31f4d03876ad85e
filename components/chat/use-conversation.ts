'use client';

import { useChat } from '@ai-sdk/react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useAccount } from '@/components/layout/use-account';
import type { ChatMessage, StartedStory } from '@/lib/chat/schema';
import type { ChatEventView } from '@/lib/chat/views';
import { tellAccountChanged } from '@/lib/client/account-query';
import { createMessageId, stopAnswer } from '@/lib/client/chat-requests';
import { AppError, isAppError } from '@/lib/errors';
import { createChatTransport } from './chat-transport';
import { isUnfinished, toChatMessage, upsertMessage } from './merge-messages';
import { useAnswerRecovery } from './use-answer-recovery';
import { useSessionEvents } from './use-session-events';
import { useSessionTitle } from './use-session-title';

export type ConversationStart = {
  sessionId: string;
  /** Whether the server knows this conversation; a new one is known after its first message. */
  isKnown: boolean;
  /** Empty until one was found. */
  title: string;
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
  const account = useAccount();
  const { title, receiveTitle } = useSessionTitle(sessionId, start.title);
  const [isKnown, setIsKnown] = useState(start.isKnown);
  const [stories, setStories] = useState<StartedStory[]>([]);
  const [toldVersion, setToldVersion] = useState(start.dossierVersion);
  const [refusal, setRefusal] = useState<unknown>();
  const failure = useRef<Error>(undefined);
  const onAccepted = useRef<() => void>(undefined);
  const [transport] = useState(() => createChatTransport({ onAccepted: () => onAccepted.current?.() }));
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
    onData: (part) => {
      if (part.type === 'data-title') receiveTitle(part.data.title);
    },
    onFinish: () => void refreshSessions(),
  });
  const isAnswering = chat.status === 'submitted' || chat.status === 'streaming';
  const last = chat.messages.at(-1);

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

  const endedAnswers = useRef(new Map<string, ChatMessage>());
  const isCutOff = !isAnswering && (isUnfinished(last) || (chat.status === 'error' && last?.role === 'user'));
  const isWaiting = useAnswerRecovery(isCutOff, async () => {
    // Its end may have been told while its stream was still being read here.
    const ended = last && endedAnswers.current.get(last.id);
    if (ended) showEnded(ended);
    else await chat.resumeStream();
  });
  function showEnded(message: ChatMessage) {
    chat.setMessages((messages) => upsertMessage(messages, message));
    if (message.metadata?.status !== 'failed') chat.clearError();
  }

  const followState = useSessionEvents(
    sessionId,
    { enabled: isKnown, afterEventId: start.afterEventId },
    (event) => {
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
          receiveTitle(event.title);
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
    },
  );
  // The header must not go on saying that somebody is signed in here, nor afterwards that nobody is.
  const isSignedOut = followState === 'signed-out';
  const wasSignedOut = useRef(false);
  useEffect(() => {
    if (isSignedOut !== wasSignedOut.current) tellAccountChanged();
    wasSignedOut.current = isSignedOut;
  }, [isSignedOut]);

  function receiveMessage(event: Extract<ChatEventView, { type: 'message' | 'answer-ended' }>) {
    const message = toChatMessage(event.message, projectId ?? '');
    if (event.type === 'answer-ended') endedAnswers.current.set(message.id, message);
    const isHere = chat.messages.some(({ id }) => id === message.id);
    // One's own words are here already, and an answer that is being read is not replaced under the reader's eyes.
    if (isHere && (event.type === 'message' || isAnswering)) return;
    if (event.type === 'answer-ended') showEnded(message);
    else chat.setMessages((messages) => upsertMessage(messages, message));
  }

  /**
   * Settles as soon as the server has taken the request: true. A refused one leaves everything as it was, with the reason
   * in `refusal`: false.
   */
  function attemptTo(act: () => Promise<void>): Promise<boolean> {
    const before = chat.messages;
    failure.current = undefined;
    setRefusal(undefined);
    return new Promise((resolve) => {
      onAccepted.current = () => {
        onAccepted.current = undefined;
        if (account.kind === 'visitor') tellAccountChanged();
        resolve(true);
      };
      const settle = () => {
        // Stopped before it was taken, or broken off after: neither is a refusal.
        if (!onAccepted.current || !isAppError(failure.current)) return resolve(true);
        onAccepted.current = undefined;
        setRefusal(failure.current);
        chat.setMessages(before);
        chat.clearError();
        resolve(false);
      };
      void act()
        .catch((cause: unknown) => {
          // The SDK throws only where there is nothing to answer or to reword: another tab took it away.
          failure.current = new AppError('conflict', 'That message is not here any more.', { cause });
        })
        .then(settle);
    });
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

  async function regenerate(): Promise<void> {
    const isTaken = await attemptTo(() => chat.regenerate());
    // The answer that was given up here is still being written: then that one is read on.
    if (!isTaken && isAppError(failure.current) && failure.current.code === 'conflict') {
      setRefusal(undefined);
      await chat.resumeStream();
    }
  }

  async function stop(): Promise<void> {
    try {
      await stopAnswer(sessionId);
    } catch (error) {
      setRefusal(error);
    }
    await chat.stop();
  }

  return {
    title,
    messages: chat.messages,
    isKnown,
    /** Whether its log can be followed just now. */
    followState,
    /** Null until the server knows the conversation. */
    projectId,
    /** The newest version of the story notes anybody told of; 0 when nobody did. */
    dossierVersion,
    status: chat.status,
    isAnswering,
    /** Whether an answer is still being written, here or where we cannot hear it just now. */
    isBusy: isAnswering || isCutOff,
    /** The stream of the last answer was lost; it is being taken up again. */
    isWaiting: isCutOff && isWaiting,
    /** The last answer ended before it was whole. */
    hasBrokenOff:
      !isAnswering &&
      !isCutOff &&
      last?.role === 'assistant' &&
      (last.metadata?.status === 'failed' || chat.status === 'error'),
    refusal,
    forgetRefusal: () => setRefusal(undefined),
    stories,
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
