import type { AspectRatio } from '@/lib/story/schema';

const SIZES: Record<AspectRatio, { width: number; height: number }> = {
  '16:9': { width: 20, height: 11.5 },
  '4:3': { width: 18, height: 13.5 },
  '1:1': { width: 15, height: 15 },
  '9:16': { width: 11.5, height: 20 },
};

/** A little frame in the picture's own proportions. */
export function AspectRatioIcon({ ratio }: { ratio: AspectRatio }) {
  const { width, height } = SIZES[ratio];
  return (
    <svg viewBox="0 0 24 24" aria-hidden fill="none" stroke="currentColor" strokeWidth="2">
      <rect x={12 - width / 2} y={12 - height / 2} width={width} height={height} rx="2.5" />
    </svg>
  );
}
