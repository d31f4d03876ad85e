'use client';

import { Square, Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ChoiceInput } from '@/components/ui/choice-input';
import type { Voice } from '@/lib/story/schema';
import { VOICE_CHOICES } from './story-choices';

type VoiceChoiceProps = { value: Voice; onValueChange: (voice: Voice) => void; error?: string | undefined };

/** Who reads it, each to be heard before they are chosen. */
export function VoiceChoice({ value, onValueChange, error }: VoiceChoiceProps) {
  const { playing, hasFailed, toggle } = useVoiceSample();
  const complaint = error ?? (hasFailed ? 'This voice cannot be heard just now.' : undefined);
  return (
    <fieldset className="min-w-0" aria-describedby={complaint ? 'voice-error' : undefined}>
      <legend className="mb-2.5 font-bold text-base">Who reads it?</legend>
      <div className="flex flex-wrap gap-2">
        {VOICE_CHOICES.map(({ value: voice, label, hint }) => (
          <div
            key={voice}
            className="relative isolate inline-flex min-h-11 items-center rounded-full border-2 border-input/60 bg-card font-semibold transition-colors hover:bg-accent hover:text-accent-foreground has-checked:border-primary has-checked:bg-primary has-checked:text-primary-foreground has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-ring has-[input:focus-visible]:outline-offset-2"
          >
            <label className="flex min-h-11 cursor-pointer items-center pl-4">
              <ChoiceInput
                type="radio"
                name="voice"
                value={voice}
                checked={voice === value}
                onChange={() => onValueChange(voice)}
              />
              <span>{label}</span>
              <span className="sr-only">, {hint}</span>
            </label>
            <button
              type="button"
              aria-label={playing === voice ? `Stop ${label}` : `Hear ${label}`}
              onClick={() => toggle(voice)}
              className="relative z-20 inline-flex size-11 items-center justify-center rounded-full"
            >
              {playing === voice ? (
                <Square aria-hidden className="size-4 fill-current" />
              ) : (
                <Volume2 aria-hidden className="size-5" />
              )}
            </button>
          </div>
        ))}
      </div>
      {complaint ? (
        <p id="voice-error" role={hasFailed ? 'status' : undefined} className="mt-2 text-destructive text-sm">
          {complaint}
        </p>
      ) : null}
    </fieldset>
  );
}

/** One sample at a time; a new one ends the one before, and leaving the page ends it too. */
function useVoiceSample() {
  const audio = useRef<HTMLAudioElement>(undefined);
  const [playing, setPlaying] = useState<Voice>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => () => audio.current?.pause(), []);
  const toggle = (voice: Voice) => {
    audio.current?.pause();
    setHasFailed(false);
    if (playing === voice) {
      setPlaying(undefined);
      return;
    }
    const sample = new Audio(`/examples/voice-${voice}.m4a`);
    const end = () => {
      if (audio.current === sample) setPlaying(undefined);
    };
    audio.current = sample;
    setPlaying(voice);
    sample.addEventListener('ended', end);
    sample.play().catch((error: unknown) => {
      end();
      // Another press stopped it before it began.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setHasFailed(true);
    });
  };
  return { playing, hasFailed, toggle };
}
