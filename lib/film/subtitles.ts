import type { CaptionCue } from './caption-cues.ts';
import { framesToMs } from './film-format.ts';
import type { Timeline } from './timeline.ts';

/** Text tracks written from the same plan as the pictures, so what is heard, seen and read agree. Browser-safe. */

function buildTimestamp(timeMs: number, decimalMark: '.' | ','): string {
  const total = Math.max(0, Math.round(timeMs));
  const pad = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0');
  const clock = [total / 3_600_000, (total / 60_000) % 60, (total / 1_000) % 60].map((part) => pad(part));
  return `${clock.join(':')}${decimalMark}${pad(total % 1_000, 3)}`;
}

function escapeWebVtt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Every caption with its times from the start of the film, in milliseconds. */
export function listFilmCues(timeline: Timeline): CaptionCue[] {
  return timeline.scenes.flatMap((scene) => {
    const offsetMs = framesToMs(scene.startFrame, timeline.format.fps);
    return scene.cues.map((cue) => ({
      startMs: cue.startMs + offsetMs,
      endMs: cue.endMs + offsetMs,
      lines: cue.lines.map((line) =>
        line.map((word) => ({
          text: word.text,
          startMs: word.startMs + offsetMs,
          endMs: word.endMs + offsetMs,
        })),
      ),
    }));
  });
}

/** WebVTT (W3C) with a timestamp before every word after a cue's first, for players that highlight as they go. */
export function buildWebVtt(timeline: Timeline): string {
  const blocks = listFilmCues(timeline).map((cue, index) => {
    const from = Math.round(cue.startMs);
    const until = Math.max(from + 1, Math.round(cue.endMs));
    let shownMs = from;
    let isFirst = true;
    const lines = cue.lines.map((line) =>
      line
        .map((word) => {
          const text = escapeWebVtt(word.text);
          const atMs = Math.round(word.startMs);
          // The format wants stamps strictly inside the cue and strictly growing.
          const isStamped = !isFirst && atMs > shownMs && atMs < until;
          isFirst = false;
          if (!isStamped) return text;
          shownMs = atMs;
          return `<${buildTimestamp(atMs, '.')}><c>${text}</c>`;
        })
        .join(' '),
    );
    const times = `${buildTimestamp(from, '.')} --> ${buildTimestamp(until, '.')}`;
    return `${index + 1}\n${times}\n${lines.join('\n')}\n`;
  });
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

/** SubRip, the form ffmpeg turns into the film's mov_text track. */
export function buildSubRip(timeline: Timeline): string {
  const blocks = listFilmCues(timeline).map((cue, index) => {
    const from = Math.round(cue.startMs);
    const until = Math.max(from + 1, Math.round(cue.endMs));
    const text = cue.lines.map((line) => line.map((word) => word.text).join(' ')).join('\n');
    return `${index + 1}\n${buildTimestamp(from, ',')} --> ${buildTimestamp(until, ',')}\n${text}\n`;
  });
  return blocks.join('\n');
}
