'use client';

import { requestJson, toProblemError } from '@/lib/client/request-json';

/** Begins to record. The microphone is let go when the recording stops. @throws DOMException when it may not or cannot */
export async function startRecording(
  onDone: (recording: Blob) => void,
): Promise<{ stop: () => void; cancel: () => void }> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const chunks: Blob[] = [];
  let isWanted = true;
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop();
    if (isWanted) onDone(new Blob(chunks, { type: recorder.mimeType }));
  };
  recorder.start();
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  return {
    stop,
    cancel: () => {
      isWanted = false;
      stop();
    },
  };
}

/** Whether our server can write recordings down. @throws AppError when it cannot be asked */
export async function canTranscribe(): Promise<boolean> {
  return (await requestJson<{ available: boolean }>('/api/transcribe')).available;
}

/** @returns the words of a recording, '' for silence. @throws AppError as the API's problem says */
export async function transcribeRecording(recording: Blob): Promise<string> {
  const form = new FormData();
  form.set('audio', recording, 'speech');
  const response = await fetch('/api/transcribe', { method: 'POST', body: form });
  if (!response.ok) throw await toProblemError(response);
  const { text } = (await response.json()) as { text: string };
  return text.trim();
}
