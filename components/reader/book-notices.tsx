'use client';

import { Gauge } from 'lucide-react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { READING_SPEEDS } from './reading-settings';

type SlowNoticeProps = { onListen: (() => void) | null; onShowPictures: () => void };

/** Bytes are spared: the words are here, and somebody may rather listen. */
export function SlowNotice({ onListen, onShowPictures }: SlowNoticeProps) {
  return (
    <Alert className="mb-4 flex-wrap">
      <Gauge aria-hidden />
      <p className="min-w-48 flex-1">To spare your connection, the pictures wait until you want them.</p>
      <div className="flex flex-wrap gap-2">
        {onListen ? (
          <Button size="sm" onClick={onListen}>
            Just listen
          </Button>
        ) : null}
        <Button size="sm" variant="outline" onClick={onShowPictures}>
          Show the pictures
        </Button>
      </div>
    </Alert>
  );
}

type VoiceTroubleProps = { isOffline: boolean };

/** No sound came. */
export function VoiceTrouble({ isOffline }: VoiceTroubleProps) {
  return (
    <Alert variant="destructive" className="mt-4">
      {isOffline
        ? 'The voice of this page is not here yet, and the network is away. You can still read the page yourself.'
        : 'The voice could not be played on this device. You can still read the page yourself.'}
    </Alert>
  );
}

/** The story was opened where it was left. */
export function BackNotice({ page, onRestart }: { page: number; onRestart: () => void }) {
  return (
    <p role="status" className="mb-4 flex flex-wrap items-center gap-x-3 text-muted-foreground">
      Open where you left it, at page {page}.
      <Button variant="link" size="inline" className="min-h-11" onClick={onRestart}>
        From the beginning
      </Button>
    </p>
  );
}

type SpeedChoiceProps = {
  speed: (typeof READING_SPEEDS)[number];
  onSpeedChange: (speed: (typeof READING_SPEEDS)[number]) => void;
};

/** How fast the voice reads, beside its button. The browser's own list: it weighs nothing and every key works. */
export function SpeedChoice({ speed, onSpeedChange }: SpeedChoiceProps) {
  return (
    <select
      aria-label="Speed of the voice"
      value={speed}
      onChange={(event) => {
        const chosen = READING_SPEEDS.find((candidate) => String(candidate) === event.target.value);
        if (chosen) onSpeedChange(chosen);
      }}
      className="h-11 appearance-none rounded-full border-2 border-input bg-card px-3 text-center font-bold tabular-nums hover:bg-accent hover:text-accent-foreground"
    >
      {READING_SPEEDS.map((candidate) => (
        <option key={candidate} value={candidate} className="bg-popover text-popover-foreground">
          {candidate}×
        </option>
      ))}
    </select>
  );
}
