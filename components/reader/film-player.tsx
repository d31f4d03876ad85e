import type { FilmView } from '@/lib/story/views';

/** The film. Captions are already drawn into it, so the caption track stays off until somebody turns it on. */
export function FilmPlayer({ film, title }: { film: FilmView; title: string }) {
  return (
    <video
      controls
      playsInline
      preload="metadata"
      poster={film.poster_url ?? undefined}
      width={film.width}
      height={film.height}
      aria-label={`Film: ${title}`}
      className="mx-auto max-h-[78dvh] w-auto max-w-full rounded-xl bg-black shadow-page"
    >
      <source src={film.video_url} type="video/mp4" />
      <track kind="captions" src={film.captions_url} srcLang="en" label="English" />
    </video>
  );
}
