'use client';

import { useEffect, useRef, useState } from 'react';
import { isAppError } from '@/lib/errors';
import { canTranscribe, startRecording, transcribeRecording } from './record-speech';
import { createRecognizer, readResults } from './web-speech';

type Listen = (text: string, isFinal: boolean) => void;
type Ear = { stop: () => void; cancel: () => void };
export type DictationState = 'idle' | 'starting' | 'listening' | 'transcribing';

const MAX_LISTENING_MS = 2 * 60_000;
const SILENCE = 'Nothing was heard. Try again, a little closer to the microphone.';
const NO_EAR = 'Neither this browser nor this Storyloom can write down speech. You can write instead.';
const TOO_LONG = 'That was two minutes: what you said is in the box. Press the button to go on.';

/** What a browser's refusal means, by the name it gives it (getUserMedia and Web Speech name them differently). */
const REFUSALS: Record<string, string> = {
  NotAllowedError:
    'The microphone is blocked for this page. Allow it in the browser’s address bar, then try again.',
  'not-allowed':
    'The microphone is blocked for this page. Allow it in the browser’s address bar, then try again.',
  'service-not-allowed': 'This browser does not allow dictation here. You can write instead.',
  NotFoundError: 'No microphone was found. Connect one, or write instead.',
  'audio-capture': 'No microphone was found. Connect one, or write instead.',
  NotReadableError: 'Another program is using the microphone.',
  'no-speech': SILENCE,
  network: 'The browser’s dictation service cannot be reached. You can write instead.',
};

/**
 * Speech to text: the browser's own recognition where there is one (words appear while they are spoken), else a recording
 * that our server has transcribed. `problem` is a sentence for the person who speaks.
 */
export function useDictation(onText: Listen) {
  const [state, setState] = useState<DictationState>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const ear = useRef<Ear | null>(null);
  const isGone = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const listener = useRef(onText);
  useEffect(() => {
    listener.current = onText;
  });
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      clearTimeout(timer.current);
      ear.current?.cancel();
    };
  }, []);

  function rest(sentence?: string) {
    clearTimeout(timer.current);
    ear.current = null;
    if (isGone.current) return;
    setState('idle');
    if (sentence) setProblem(sentence);
  }

  function recognise(): boolean {
    const recognizer = createRecognizer();
    if (!recognizer) return false;
    let heard = false;
    let sentence: string | undefined;
    recognizer.onresult = (event) => {
      const { final, interim } = readResults(event);
      heard ||= final !== '' || interim !== '';
      if (final) listener.current(final.trim(), true);
      if (interim) listener.current(interim.trim(), false);
    };
    recognizer.onerror = ({ error }) => {
      if (error !== 'aborted')
        sentence = REFUSALS[error] ?? 'Dictation stopped. Try again, or write instead.';
    };
    recognizer.onend = () => rest(sentence ?? (heard ? undefined : SILENCE));
    ear.current = { stop: () => recognizer.stop(), cancel: () => recognizer.abort() };
    recognizer.start();
    return true;
  }

  async function record(): Promise<void> {
    ear.current = await startRecording((recording) => {
      if (isGone.current) return;
      setState('transcribing');
      transcribeRecording(recording).then(
        (text) => {
          if (text) listener.current(text, true);
          rest(text ? undefined : SILENCE);
        },
        (error: unknown) =>
          rest(isAppError(error) ? error.message : 'The recording could not be sent. Try again.'),
      );
    });
    if (isGone.current) ear.current.cancel();
  }

  async function start(): Promise<void> {
    if (state !== 'idle') return;
    setProblem(null);
    setState('starting');
    try {
      if (!recognise()) {
        // Also missing on pages that came over plain http from another machine.
        if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') {
          return rest('This browser cannot record here (a microphone needs https). You can write instead.');
        }
        if (!(await canTranscribe())) return rest(NO_EAR);
        await record();
      }
      setState('listening');
      timer.current = setTimeout(() => {
        setProblem(TOO_LONG);
        ear.current?.stop();
      }, MAX_LISTENING_MS);
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      const sentence = isAppError(error) ? error.message : REFUSALS[name];
      rest(sentence ?? 'The microphone could not be used. You can write instead.');
    }
  }

  return { state, problem, start, stop: () => ear.current?.stop() };
}
