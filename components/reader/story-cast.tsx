'use client';

import { UserRound } from 'lucide-react';
import { pictureAtWidth } from '@/lib/story/picture-widths';
import type { CharacterView } from '@/lib/story/views';
import { useBrokenPicture } from './use-broken-picture';

/** Who is in the story, each with the picture their pages were drawn from and the colours they keep. */
export function StoryCast({ characters }: { characters: CharacterView[] }) {
  // Where there are pictures, somebody without one is on no page: known from an earlier story, and not in this one.
  const hasPictures = characters.some(({ picture_url }) => picture_url !== null);
  const shown = hasPictures ? characters.filter(({ picture_url }) => picture_url !== null) : characters;
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="cast">
      <h2 id="cast" className="font-semibold text-2xl">
        Who is in this story
      </h2>
      <ul className="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((character) => (
          <Somebody key={character.id} character={character} />
        ))}
      </ul>
    </section>
  );
}

function Somebody({ character }: { character: CharacterView }) {
  const { name, kind, description, palette, picture_url } = character;
  const { isBroken, ...watching } = useBrokenPicture(picture_url);
  return (
    <li className="flex items-center gap-4 rounded-2xl border bg-card p-3 pr-4">
      <div className="size-24 shrink-0 overflow-hidden rounded-xl bg-secondary">
        {picture_url && !isBroken ? (
          // biome-ignore lint/performance/noImgElement: our own media route; next/image refuses private addresses
          <img
            {...watching}
            src={pictureAtWidth(picture_url, 320)}
            alt={`${name}, ${kind}`}
            loading="lazy"
            className="size-full animate-picture-in object-cover"
          />
        ) : (
          <div className="grid size-full place-items-center text-muted-foreground">
            <UserRound aria-hidden className="size-9" />
          </div>
        )}
      </div>
      <div className="min-w-0 space-y-1">
        <h3 className="font-semibold font-title text-xl leading-tight">{name}</h3>
        <p className="line-clamp-3 text-muted-foreground text-sm leading-snug">{description}</p>
        {palette?.length ? (
          <div aria-hidden className="flex gap-1.5 pt-1">
            {palette.map((colour) => (
              <span
                key={colour}
                className="size-3.5 rounded-full border border-foreground/15"
                style={{ backgroundColor: colour }}
              />
            ))}
          </div>
        ) : null}
      </div>
    </li>
  );
}
