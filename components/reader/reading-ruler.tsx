'use client';

import { GripHorizontal } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

const ARROWS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };

/**
 * A strip as high as a line that leaves the rest in the shade. It follows the mouse over the words; a finger or the mouse
 * drags its grip, and on the grip the arrow keys move it line by line.
 */
export function ReadingRuler() {
  const frame = useRef<HTMLDivElement>(null);
  const [lineHeight, setLineHeight] = useState(0);
  const [area, setArea] = useState({ top: 0, height: 0 });
  const [line, setLine] = useState(0);
  const lines = lineHeight > 0 ? Math.max(1, Math.round(area.height / lineHeight)) : 1;

  useEffect(() => {
    const holder = frame.current?.parentElement;
    const text = holder?.querySelector<HTMLElement>('.story-text');
    if (!holder || !text) return;
    const measure = () => {
      const top = text.getBoundingClientRect().top - holder.getBoundingClientRect().top;
      const texts = holder.querySelectorAll('.story-text');
      const last = texts[texts.length - 1] ?? text;
      const foot = last.getBoundingClientRect().bottom - holder.getBoundingClientRect().top;
      setLineHeight(Number.parseFloat(getComputedStyle(text).lineHeight));
      setArea({ top, height: foot - top });
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(holder);
    watching.observe(text);
    const follow = (event: globalThis.PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      moveTo(event.clientY);
    };
    const moveTo = (clientY: number) => {
      const height = Number.parseFloat(getComputedStyle(text).lineHeight);
      const y = clientY - text.getBoundingClientRect().top;
      setLine(Math.max(0, Math.floor(y / height)));
    };
    holder.addEventListener('pointermove', follow);
    return () => {
      watching.disconnect();
      holder.removeEventListener('pointermove', follow);
    };
  }, []);

  const shown = Math.min(line, lines - 1);
  const moveBy = (event: KeyboardEvent) => {
    const step = event.key === 'Home' ? -lines : event.key === 'End' ? lines : ARROWS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setLine(Math.min(Math.max(shown + step, 0), lines - 1));
    frame.current?.querySelector('[data-ruler-strip]')?.scrollIntoView({ block: 'nearest' });
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const top = frame.current?.getBoundingClientRect().top ?? 0;
    const y = event.clientY - top - area.top - lineHeight / 2;
    setLine(Math.min(Math.max(Math.round(y / lineHeight), 0), lines - 1));
  };
  return (
    <div
      ref={frame}
      className="reading-ruler pointer-events-none absolute -inset-x-2 inset-y-0 overflow-hidden rounded-md"
    >
      <div
        data-ruler-strip
        className="absolute inset-x-0 rounded-md border-2 border-primary/70"
        style={{
          top: area.top + shown * lineHeight,
          height: lineHeight * 1.04,
          boxShadow: '0 0 0 200vmax color-mix(in srgb, var(--foreground) 22%, transparent)',
        }}
      >
        <button
          type="button"
          role="slider"
          aria-orientation="vertical"
          aria-label="Reading ruler"
          aria-valuemin={1}
          aria-valuemax={lines}
          aria-valuenow={shown + 1}
          aria-valuetext={`Line ${shown + 1} of ${lines}`}
          onKeyDown={moveBy}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          // Under the strip, over it at the foot: its own line stays free.
          style={shown < lines - 1 ? { top: '100%' } : { bottom: '100%' }}
          className="pointer-events-auto absolute right-0 grid size-11 cursor-grab touch-none place-items-center rounded-full bg-primary text-primary-foreground active:cursor-grabbing"
        >
          <GripHorizontal aria-hidden className="size-5" />
        </button>
      </div>
    </div>
  );
}
