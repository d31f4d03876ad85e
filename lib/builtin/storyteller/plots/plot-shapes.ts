import type { PlotShape } from '../stage.ts';
import { bedtime } from './bedtime.ts';
import { helping } from './helping.ts';
import { quest } from './quest.ts';

/** Every plot, in the order in which equal scores are decided. */
export const PLOT_SHAPES: readonly PlotShape[] = [quest, helping, bedtime];
