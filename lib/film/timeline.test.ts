import { expect, test } from 'vitest';
import { createRandom } from '../builtin/random.ts';
import { buildFilmFormat, framesToMs } from './film-format.ts';
import { timeWords } from './fixtures/sample-film.ts';
import { buildSpokenWords, splitWords } from './spoken-words.ts';
import { listFilmCues } from './subtitles.ts';
import { buildTimeline, type TimelineInput } from './timeline.ts';

const WORDS =
  'a the mouse Pip, cheese. “Where is” it? he said; under-the-stars 9:30 wonderful extraordinarily — moon! and … tiny'.split(
    ' ',
  );

/** Films of every shape: many scenes or one, silent, wordless, with odd times, with and without title and moral. */
function buildRandomInput(seed: number): TimelineInput {
  const random = createRandom(seed);
  const scenes = Array.from({ length: random.int(1, 12) }, () => {
    const text = Array.from({ length: random.int(0, 45) }, () => random.pick(WORDS)).join(' ');
    const isSilent = random.chance(0.2);
    const { words, durationMs } = timeWords(text, random.int(60, 900));
    const shaken = words.map((word) => ({
      ...word,
      startMs: Math.max(0, word.startMs + random.int(-80, 80)),
      endMs: word.endMs + random.int(-40, 400),
    }));
    return {
      text,
      narrationDurationMs: isSilent ? 0 : durationMs + random.next() * 500,
      words: random.chance(0.3) || isSilent ? [] : shaken,
    };
  });
  const format = buildFilmFormat({
    aspectRatio: random.pick(['16:9', '9:16', '1:1', '4:3']),
    resolution: random.pick(['720p', '1080p']),
    fps: random.pick([25, 30]),
  });
  return {
    scenes,
    format,
    seed,
    ...(random.chance(0.6) ? { title: 'The Mouse and the Moon' } : {}),
    ...(random.chance(0.4) ? { moral: 'Small feet can walk far.' } : {}),
  };
}

const FILMS = Array.from({ length: 150 }, (_, seed) => {
  const input = buildRandomInput(seed);
  return { input, timeline: buildTimeline(input) };
});

test('clips follow each other without gap or overlap and add up to the film', () => {
  for (const { input, timeline } of FILMS) {
    const { clips, totalFrames, scenes } = timeline;
    expect(clips).toHaveLength(input.scenes.length * 2 - 1);
    let frame = 0;
    for (const clip of clips) {
      expect(clip.startFrame).toBe(frame);
      expect(clip.endFrame).toBeGreaterThan(clip.startFrame);
      frame = clip.endFrame;
    }
    expect(frame).toBe(totalFrames);
    expect(scenes.at(-1)?.endFrame).toBe(totalFrames);
  }
});

test('captions are in order, do not overlap, and lie inside their scene between its crossfades', () => {
  for (const { timeline } of FILMS) {
    const { fps } = timeline.format;
    let endMs = 0;
    for (const cue of listFilmCues(timeline)) {
      expect(cue.startMs).toBeGreaterThanOrEqual(endMs - 1e-6);
      expect(cue.endMs).toBeGreaterThanOrEqual(cue.startMs);
      expect(cue.lines.length).toBeLessThanOrEqual(2);
      endMs = cue.endMs;
    }
    for (const [index, scene] of timeline.scenes.entries()) {
      const body = timeline.clips.find((clip) => clip.kind === 'body' && clip.scene === index);
      if (!body) throw new Error('every scene has a body');
      for (const cue of scene.cues) {
        const startMs = cue.startMs + framesToMs(scene.startFrame, fps);
        expect(startMs).toBeGreaterThanOrEqual(framesToMs(body.startFrame, fps) - 1e-6);
        expect(cue.endMs + framesToMs(scene.startFrame, fps)).toBeLessThanOrEqual(
          framesToMs(body.endFrame, fps) + 1e-6,
        );
      }
    }
  }
});

test('every word is in exactly one caption, in the order of the text', () => {
  for (const { input, timeline } of FILMS) {
    for (const [index, scene] of timeline.scenes.entries()) {
      const shown = scene.cues.flatMap((cue) => cue.lines.flat()).map((word) => word.text);
      expect(shown).toEqual(splitWords(input.scenes[index]?.text ?? ''));
    }
  }
});

test('words light up in order and inside their caption', () => {
  for (const { timeline } of FILMS) {
    for (const cue of listFilmCues(timeline)) {
      let startMs = cue.startMs;
      for (const word of cue.lines.flat()) {
        expect(word.startMs).toBeGreaterThanOrEqual(startMs - 1e-6);
        expect(word.startMs).toBeLessThanOrEqual(cue.endMs + 1e-6);
        startMs = word.startMs;
      }
    }
  }
});

test('the whole narration fits between its start and the end of its scene', () => {
  for (const { timeline } of FILMS) {
    const { scenes, format } = timeline;
    for (const scene of scenes) {
      const endMs = framesToMs(scene.narrationStartFrame, format.fps) + scene.narrationDurationMs;
      expect(endMs).toBeLessThanOrEqual(framesToMs(scene.endFrame - scene.startFrame, format.fps));
    }
  }
});

test('voices of neighbouring scenes never sound together', () => {
  for (const { timeline } of FILMS) {
    const { scenes, format } = timeline;
    for (const [index, scene] of scenes.entries()) {
      const next = scenes[index + 1];
      if (!next) continue;
      const endMs =
        framesToMs(scene.startFrame + scene.narrationStartFrame, format.fps) + scene.narrationDurationMs;
      const nextMs = framesToMs(next.startFrame + next.narrationStartFrame, format.fps);
      expect(nextMs).toBeGreaterThan(endMs);
    }
  }
});

test('a scene nobody reads stays long enough to be read at 150 words a minute, with no word lit', () => {
  const text = Array.from({ length: 30 }, () => 'word').join(' ');
  const format = buildFilmFormat({ aspectRatio: '16:9', resolution: '720p', fps: 25 });
  const { scenes } = buildTimeline({
    scenes: [{ text, words: [], narrationDurationMs: 0 }],
    format,
    seed: 1,
  });
  expect(scenes[0]?.narrationDurationMs).toBeGreaterThanOrEqual(12_000);
  expect(scenes[0]?.spoken).toBe(false);
});

test('the title comes before the first word, and the moral after the last', () => {
  const format = buildFilmFormat({ aspectRatio: '16:9', resolution: '720p', fps: 25 });
  const scene = { text: 'One two three.', words: [], narrationDurationMs: 1_500 };
  const { scenes } = buildTimeline({
    scenes: [scene, scene],
    title: 'Hello',
    moral: 'Be kind.',
    format,
    seed: 1,
  });
  const [first, last] = scenes;
  expect(first?.cards[0]?.endFrame).toBeLessThanOrEqual(first?.narrationStartFrame ?? 0);
  expect(framesToMs(last?.cards[0]?.startFrame ?? 0, 25)).toBeGreaterThanOrEqual(
    last?.cues.at(-1)?.endMs ?? 0,
  );
});

test('changing one scene leaves the plans of the others as they were, apart from their place', () => {
  const input = buildRandomInput(3);
  const before = buildTimeline(input);
  const changed = { text: 'Quite another page.', words: [], narrationDurationMs: 4_321 };
  const after = buildTimeline({ ...input, scenes: input.scenes.with(1, changed) });
  for (const [index, scene] of before.scenes.entries()) {
    if (index === 1) continue;
    const { startFrame, endFrame, ...rest } = scene;
    const { startFrame: newStart, endFrame: newEnd, ...newRest } = after.scenes[index] ?? scene;
    expect(newEnd - newStart).toBe(endFrame - startFrame);
    expect(newRest).toEqual(rest);
  }
});

test('the same input gives the same plan, and another seed another camera', () => {
  const input = buildRandomInput(5);
  expect(buildTimeline(input)).toEqual(buildTimeline(input));
  const other = buildTimeline({ ...input, seed: 6 });
  expect(other.scenes.map((scene) => scene.camera)).not.toEqual(
    buildTimeline(input).scenes.map((scene) => scene.camera),
  );
});

test('heard words without punctuation are shown as they were written', () => {
  const timings = ['once', 'upon', 'a', 'time'].map((text, index) => ({
    text,
    startMs: index * 200,
    endMs: index * 200 + 150,
  }));
  const words = buildSpokenWords('Once upon — a time.', timings, 800);
  expect(words.map((word) => word.text)).toEqual(['Once', 'upon —', 'a', 'time.']);
  expect(words.map((word) => word.startMs)).toEqual([0, 200, 400, 600]);
});

test('a film without scenes is empty', () => {
  const format = buildFilmFormat({ aspectRatio: '1:1', resolution: '720p', fps: 30 });
  expect(buildTimeline({ scenes: [], format, seed: 1 })).toMatchObject({ totalFrames: 0, clips: [] });
});

test('scenes last as long as asked where nobody speaks, and at least so long where somebody does', () => {
  for (const { input } of FILMS.slice(0, 60)) {
    for (const transition of ['cut', 'crossfade', 'page-turn'] as const) {
      const { scenes, clips, format } = buildTimeline({
        ...input,
        title: '',
        moral: '',
        secondsPerScene: 6,
        transition,
      });
      for (const [index, scene] of scenes.entries()) {
        const shownFrames = (scenes[index + 1]?.startFrame ?? scene.endFrame) - scene.startFrame;
        expect(shownFrames).toBeGreaterThanOrEqual(6 * format.fps - 1);
        if (!scene.spoken) expect(shownFrames).toBeLessThanOrEqual(6 * format.fps + 1);
      }
      const hasTransitions = clips.some((clip) => clip.kind === 'transition');
      expect(hasTransitions).toBe(transition !== 'cut' && scenes.length > 1);
    }
  }
});

test('with cuts the pieces still make up the whole film and nobody speaks into another scene', () => {
  for (const { input } of FILMS) {
    const { clips, totalFrames, scenes } = buildTimeline({ ...input, transition: 'cut' });
    expect(clips).toHaveLength(input.scenes.length);
    expect(clips.at(-1)?.endFrame).toBe(totalFrames);
    for (const [index, scene] of scenes.entries()) {
      expect(scene.startFrame).toBe(scenes[index - 1]?.endFrame ?? 0);
      expect(scene.narrationStartFrame).toBeGreaterThan(0);
    }
  }
});
