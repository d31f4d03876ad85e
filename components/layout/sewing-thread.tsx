/** A thread that loops across the page and ends in a needle, about to go into what stands below. */
export function SewingThread() {
  return (
    <svg viewBox="0 0 720 72" className="mt-2 mb-1 w-full text-primary" fill="none" aria-hidden>
      <path
        d="M8 46c70-34 150-30 214-8s96 22 116-4-18-36-26-10 40 40 104 32 140-48 214-26"
        stroke="var(--thread)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeDasharray="10 9"
      />
      <path d="M628 26c6-3 15-1 20 5l40 39-49-28c-8-4-14-10-11-16z" fill="currentColor" />
      <path d="M634 29l9 7" stroke="var(--background)" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  );
}
