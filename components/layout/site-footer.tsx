import Link from 'next/link';

const linkClasses =
  'inline-flex min-h-11 items-center rounded-md px-1 underline-offset-4 hover:text-foreground hover:underline';

/** What one looks for at the foot of a page, and nothing louder. */
export function SiteFooter() {
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6">
      <div className="stitch opacity-40" />
      <div className="flex flex-wrap items-center justify-between gap-x-6 pt-2 text-muted-foreground text-sm">
        <p className="py-2">Woven with Storyloom, on a machine of your own.</p>
        <nav aria-label="More" className="-mx-1 flex flex-wrap gap-x-4">
          <Link href="/" prefetch={false} className={linkClasses}>
            A new story
          </Link>
          <Link href="/privacy" prefetch={false} className={linkClasses}>
            What is kept
          </Link>
          <Link href="/redoc" prefetch={false} className={linkClasses}>
            For programs
          </Link>
        </nav>
      </div>
    </footer>
  );
}
