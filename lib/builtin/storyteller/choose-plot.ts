import type { Random } from '../random.ts';
import { kinTone } from './kin-tone.ts';
import { PLOT_SHAPES } from './plots/plot-shapes.ts';
import type { PlotShape, PlotTelling, Stage } from './stage.ts';

/** How much chance may say against the prompt: a clear wish always wins, a vague one gives a different plot each time. */
const CHANCE = 4;

/** The plot that fits the prompt and the tone best, told for this stage. */
export function choosePlot(stage: Stage, random: Random): { shape: PlotShape; telling: PlotTelling } {
  let best: { shape: PlotShape; score: number } | undefined;
  for (const shape of PLOT_SHAPES) {
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
  const shape = best?.shape ?? (PLOT_SHAPES[0] as PlotShape);
  return { shape, telling: shape.tell(stage) };
}
