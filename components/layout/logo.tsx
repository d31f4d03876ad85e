import Link from 'next/link';

/** The book with a thread running out of it, and our name. */
export function Logo() {
  return (
    <Link
      href="/"
      className="flex items-center gap-2.5 rounded-md font-semibold font-title text-2xl text-foreground"
    >
      <svg viewBox="0 0 48 48" className="size-9" aria-hidden>
        <rect width="48" height="48" rx="13" fill="#4a3a8c" />
        <path d="M24 16.500c-4-3.5-9-4.5-15-4v21c6-.4 11 .7 15 4.100z" fill="#fff6e2" />
        <path d="M24 16.500c4-3.5 9-4.5 15-4v21c-6-.4-11 .7-15 4.100z" fill="#fbe3b4" />
        <path
          d="M6 41.500c8 2.5 12-1 15-6s1.5-11 6-15 7-1.5 8.5-6"
          fill="none"
          stroke="#e8842c"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeDasharray="4 3.2"
        />
        <path d="M36 4l1.6 4 4.3.3-3.3 2.8 1 4.200L36 13l-3.6 2.3 1-4.2-3.3-2.8 4.3-.3z" fill="#f6b73c" />
      </svg>
      <span className="max-[36rem]:sr-only">Storyloom</span>
    </Link>
  );
}
