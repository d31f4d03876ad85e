import 'server-only';
import type { FilmOutput } from '@/lib/film/film-input';
import { finishTogether } from '@/lib/film/finish-together';
import { findAsset, saveAsset } from '@/lib/storage/assets';
import type { AssetRow } from '@/lib/story/rows';
import type { FilmOptions } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { StoryKey } from './story-in-making';

/** What a film is in storage: three files made from the same things. */
export type FilmAssets = { film: AssetRow; captions: AssetRow; poster: AssetRow };

/** The film made from exactly this, or null when any part of it is missing. */
export async function findFilm(
  admin: DatabaseClient,
  key: StoryKey,
  contentHash: string,
): Promise<FilmAssets | null> {
  const [film, captions, poster] = await Promise.all(
    (['film', 'captions', 'poster'] as const).map((kind) => findAsset(admin, { ...key, kind, contentHash })),
  );
  return film && captions && poster ? { film, captions, poster } : null;
}

/** @throws AppError as `saveAsset` */
export async function saveFilm(
  admin: DatabaseClient,
  key: StoryKey,
  options: FilmOptions,
  contentHash: string,
  film: FilmOutput,
): Promise<FilmAssets> {
  const { ownerId, storyId } = key;
  const details = { model: 'builtin/film', format: options };
  const common = { ownerId, storyId, sceneId: null, contentHash, details };
  const size = { width: film.width, height: film.height };
  const [captions, poster] = await finishTogether([
    saveAsset(admin, {
      ...common,
      kind: 'captions',
      mediaType: 'text/vtt',
      content: { path: film.captionsPath },
    }),
    saveAsset(admin, {
      ...common,
      ...size,
      kind: 'poster',
      mediaType: 'image/jpeg',
      content: { path: film.posterPath },
    }),
  ]);
  // The film comes last: where it is, the others are.
  const saved = await saveAsset(admin, {
    ...common,
    ...size,
    kind: 'film',
    mediaType: 'video/mp4',
    content: { path: film.filmPath },
    durationMs: film.durationMs,
  });
  return { film: saved, captions, poster };
}

/** Makes it the story's film, unless it has one of a later version. */
export async function attachFilm(
  admin: DatabaseClient,
  key: StoryKey,
  version: number,
  assets: FilmAssets,
): Promise<void> {
  const { error } = await admin
    .from('stories')
    .update({
      film_asset_id: assets.film.id,
      captions_asset_id: assets.captions.id,
      poster_asset_id: assets.poster.id,
      film_version: version,
    })
    .eq('id', key.storyId)
    .or(`film_version.is.null,film_version.lte.${version}`);
  if (error) throw databaseError(error);
}
