import type { Random } from '../random.ts';
import { kinTone } from './kin-tone.ts';
import { BEDTIME_SHAPES } from './manner/bedtime.ts';
import { PLOT_SHAPES } from './plots/plot-shapes.ts';
import type { PlotShape, PlotTelling, Stage } from './stage.ts';

/** How much chance may say against the prompt: a clear wish always wins, a vague one gives a different plot each time. */
const CHANCE = 4;

/** The plot that fits the prompt and the tone best, told for this stage; before sleep only a quiet one. */
export function choosePlot(stage: Stage, random: Random): { shape: PlotShape; telling: PlotTelling } {
  const { isBedtime } = stage.manner;
  const shapes = isBedtime ? PLOT_SHAPES.filter(({ id }) => BEDTIME_SHAPES.has(id)) : PLOT_SHAPES;
  let best: { shape: PlotShape; score: number } | undefined;
  for (const shape of shapes) {
    const suits = shape.suits?.(stage.reading) ?? 0;
    const draw = random.next() * CHANCE;
    if (suits < 0) continue;
    const score =
      (stage.reading.signals[shape.id] ?? 0) +
      (shape.tones[stage.tone] ?? shape.tones[kinTone(stage.tone)] ?? 0) +
      suits +
      draw;
    if (!best || score > best.score) best = { shape, score };
  }
  const shape = best?.shape ?? (shapes[0] as PlotShape);
  const telling = shape.tell(stage);
  return { shape, telling: isBedtime ? calmTelling(shape, telling) : telling };
}

/** Adventures on the way wake; those at home do not. Who goes to bed anyway (manner/bedtime.ts) does so once. */
function calmTelling({ id }: PlotShape, telling: PlotTelling): PlotTelling {
  const calm: PlotTelling = { ...telling, music: 'lullaby', episodes: 'home' };
  if (id !== 'bedtime') return calm;
  const beats = telling.beats.slice(0, -1);
  return { ...calm, beats, episodesAt: [telling.episodesAt].flat().filter((at) => at < beats.length) };
}
