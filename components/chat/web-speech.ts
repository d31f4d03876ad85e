'use client';

/** The part of the browser's Web Speech API that dictation uses; TypeScript's DOM library does not have it. */
export type SpeechRecognizer = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
};
type RecognitionEvent = {
  resultIndex: number;
  results: ArrayLike<{ isFinal: boolean; 0: { transcript: string } }>;
};
type WithRecognition = {
  SpeechRecognition?: new () => SpeechRecognizer;
  webkitSpeechRecognition?: new () => SpeechRecognizer;
};

/** @returns a recogniser in the page's language, null where the browser has none */
export function createRecognizer(): SpeechRecognizer | null {
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as WithRecognition;
  const Recognition = SpeechRecognition ?? webkitSpeechRecognition;
  if (!Recognition) return null;
  const recognizer = new Recognition();
  recognizer.lang = document.documentElement.lang || 'en';
  recognizer.continuous = true;
  recognizer.interimResults = true;
  return recognizer;
}

/** What has just been recognised: the finished words, and the ones that may still change. */
export function readResults(event: RecognitionEvent): { final: string; interim: string } {
  const words = { final: '', interim: '' };
  for (let index = event.resultIndex; index < event.results.length; index += 1) {
    const result = event.results[index];
    if (result) words[result.isFinal ? 'final' : 'interim'] += result[0].transcript;
  }
  return words;
}
