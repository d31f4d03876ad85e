import type { CSSProperties } from 'react';
import { cn } from './cn';

type SliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onValueChange: (value: number) => void;
  /** As it is shown beside the label and read out, e.g. "120 %". */
  format: (value: number) => string;
  disabled?: boolean;
  className?: string;
};

/** A value on a thread, as the browser's own range: arrow keys, Home and End, Page Up and Down work. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, onValueChange, format, disabled = false, className } = props;
  const filled = `${((value - min) / (max - min)) * 100}%`;
  return (
    <label className={cn('block', className)}>
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-bold">{label}</span>
        <span className="text-muted-foreground tabular-nums">{format(value)}</span>
      </span>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={format(value)}
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        onChange={(event) => onValueChange(event.target.valueAsNumber)}
        style={{ '--filled': filled } as CSSProperties}
        className="slider mt-1"
      />
    </label>
  );
}
