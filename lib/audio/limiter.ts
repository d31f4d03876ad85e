import { estimateTruePeaks } from './true-peak.ts';

/**
 * A look-ahead limiter: lowers all channels together, smoothly, wherever their true peak would pass `ceiling`
 * (linear). In place. The gain is the running minimum of what each sample needs, averaged over half that window, so
 * it is never higher than needed at any peak and never jumps.
 */
export function limitPeaks(channels: Float32Array[], sampleRate: number, ceiling: number): void {
  const frames = channels[0]?.length ?? 0;
  const needed = new Float32Array(frames).fill(1);
  let anyAbove = false;
  for (const channel of channels) {
    const peaks = estimateTruePeaks(channel, ceiling);
    for (let frame = 0; frame < frames; frame++) {
      const peak = peaks[frame] as number;
      if (peak <= ceiling) continue;
      anyAbove = true;
      needed[frame] = Math.min(needed[frame] as number, ceiling / peak);
    }
  }
  if (!anyAbove) return;

  const reach = Math.max(2, Math.round(sampleRate * 0.006));
  const gain = runningAverage(runningMinimum(needed, reach), reach);
  for (const channel of channels) {
    for (let frame = 0; frame < frames; frame++) {
      channel[frame] = (channel[frame] as number) * (gain[frame] as number);
    }
  }
}

/** Minimum over `reach` values on each side, in linear time (a queue of candidates in rising order). */
function runningMinimum(values: Float32Array, reach: number): Float32Array {
  const result = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  for (let index = 0; index < values.length + reach; index++) {
    if (index < values.length) {
      const value = values[index] as number;
      while (tail > head && (values[queue[tail - 1] as number] as number) >= value) tail--;
      queue[tail++] = index;
    }
    const centre = index - reach;
    if (centre < 0) continue;
    while ((queue[head] as number) < centre - reach) head++;
    result[centre] = values[queue[head] as number] as number;
  }
  return result;
}

/** Mean over `reach / 2` values on each side; beyond the ends counts as the end value. */
function runningAverage(values: Float32Array, reach: number): Float32Array {
  const side = Math.floor(reach / 2);
  const result = new Float32Array(values.length);
  const last = values.length - 1;
  const at = (index: number) => values[Math.max(0, Math.min(last, index))] as number;
  let sum = 0;
  for (let index = -side; index <= side; index++) sum += at(index);
  for (let index = 0; index <= last; index++) {
    result[index] = sum / (2 * side + 1);
    sum += at(index + side + 1) - at(index - side);
  }
  return result;
}
