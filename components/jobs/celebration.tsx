import type { CSSProperties } from 'react';
import styles from './making.module.css';

const TINTS = ['var(--thread)', 'var(--ribbon)', 'var(--primary)', 'var(--success)'] as const;
/** Spread like seeds of a sunflower: even, and never in rows. */
const SPARKS = Array.from({ length: 16 }, (_, index) => {
  const golden = (index * 0.618) % 1;
  return {
    from: `${Math.round(4 + golden * 92)}%`,
    size: `${(0.7 + ((index * 7) % 5) * 0.16).toFixed(2)}rem`,
    drift: `${Math.round((((index * 0.37) % 1) - 0.5) * 90)}px`,
    turn: `${Math.round((((index * 0.73) % 1) - 0.5) * 260)}deg`,
    wait: `${Math.round(((index * 0.29) % 1) * 1_100)}ms`,
    tint: TINTS[index % TINTS.length],
  };
});

/** A few stars rise once and are gone. Only an ornament; nobody who wants no motion sees it. */
export function Celebration() {
  return (
    <div aria-hidden className={styles.sparks} data-testid="celebration">
      {SPARKS.map(({ from, size, drift, turn, wait, tint }) => (
        <svg
          key={from}
          viewBox="0 0 24 24"
          fill="currentColor"
          className={styles.spark}
          style={
            {
              '--from': from,
              '--size': size,
              '--drift': drift,
              '--turn': turn,
              '--wait': wait,
              '--tint': tint,
            } as CSSProperties
          }
        >
          <title>A star</title>
          <path d="M12 1.6c1.2 5.6 3.2 8.3 10.2 9.6-6.2 1.6-8.4 4.2-9.4 11.2-1.4-6.4-3.6-9-10.9-10.4C8.300 10.300 10.600 7.700 12 1.600z" />
        </svg>
      ))}
    </div>
  );
}
