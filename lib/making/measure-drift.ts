import 'server-only';
import { z } from 'zod';
import { getCandidate } from '@/lib/ai/models';
import { type DriftMeasure, findDrift, type PageLook, scoreOf } from '@/lib/characters/find-drift';
import type { FigureColours } from '@/lib/characters/locate-figure';
import { readPageLooks, readReferenceLook } from '@/lib/characters/read-looks';
import { readAsset } from '@/lib/storage/read-asset';
import { type AssetRow, pictureDetailsSchema } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { planPicture } from './scene-depiction';
import type { SceneInMaking, StoryInMaking } from './story-in-making';

/** What the check found out about a page's picture; kept in `details.drift` of its asset. */
const driftColumnSchema = z.object({
  score: z.number(),
  isOutlier: z.boolean(),
  characters: z.array(
    z.object({
      id: z.string(),
      palette: z.number(),
      shape: z.number().nullable(),
      paletteDeviations: z.number().nullable(),
      shapeDeviations: z.number().nullable(),
      isRegion: z.boolean(),
      isOutlier: z.boolean(),
    }),
  ),
});
type DriftColumn = z.infer<typeof driftColumnSchema>;

export type PageDrift = { position: number; picture: AssetRow; modelId: string; drift: DriftColumn };

/**
 * Measures every page on which somebody is seen against the reference pictures and the other pages. Pages of the built-in
 * engine in a book that a service draws are left out: they are known to look different.
 * @param instead a picture that is looked at in the place of the one its page has
 */
export async function measureDrift(
  story: StoryInMaking,
  instead: { position: number; picture: AssetRow } | null = null,
): Promise<PageDrift[]> {
  const figures = await readFigures(story);
  const drawn = story.scenes.flatMap((scene) => {
    const picture = instead?.position === scene.position ? instead.picture : scene.picture;
    if (!picture) return [];
    return { scene, picture, modelId: pictureDetailsSchema.parse(picture.details).model };
  });
  const isByService = drawn.some(({ modelId }) => !isBuiltIn(modelId));
  const pages = drawn.filter(({ modelId }) => !isByService || !isBuiltIn(modelId));
  const looks = await Promise.all(pages.map((page) => readLooks(story, page, figures)));
  const measures = findDrift(looks.flat());
  return pages.flatMap(({ scene: { position }, picture, modelId }) => {
    const own = measures.filter((measure) => measure.position === position);
    return own.length === 0 ? [] : { position, picture, modelId, drift: toColumn(own) };
  });
}

export function isBuiltIn(modelId: string): boolean {
  return getCandidate('picture', modelId).provider.builtIn;
}

/** Keeps the numbers with the picture they are of. */
export async function saveDrift(admin: DatabaseClient, picture: AssetRow, drift: DriftColumn): Promise<void> {
  const details = { ...z.record(z.string(), z.json()).parse(picture.details), drift };
  const { error } = await admin.from('assets').update({ details }).eq('id', picture.id);
  if (error) throw databaseError(error);
}

async function readFigures(story: StoryInMaking): Promise<Map<string, FigureColours>> {
  const figures = await Promise.all(
    story.references.map(
      async ({ characterId, asset }) =>
        [characterId, await readReferenceLook(await readAsset(asset.path))] as const,
    ),
  );
  return new Map(figures);
}

async function readLooks(
  story: StoryInMaking,
  page: { scene: SceneInMaking; picture: AssetRow; modelId: string },
  figures: Map<string, FigureColours>,
): Promise<PageLook[]> {
  const { depiction, size } = planPicture(story, page.scene);
  if (depiction.characters.length === 0) return [];
  const looks = await readPageLooks({
    bytes: await readAsset(page.picture.path),
    shown: depiction.characters.map(({ id }) => ({ characterId: id, figure: figures.get(id) ?? null })),
    ...(isBuiltIn(page.modelId) && { depiction }),
    size,
  });
  const { position } = page.scene;
  return Object.entries(looks).map(([characterId, look]) => ({ position, characterId, look }));
}

function toColumn(measures: DriftMeasure[]): DriftColumn {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const roundAny = (value: number | null) => (value === null ? null : round(value));
  return {
    score: round(scoreOf(measures)),
    isOutlier: measures.some((measure) => measure.isOutlier),
    characters: measures.map((measure) => ({
      id: measure.characterId,
      palette: round(measure.palette),
      shape: roundAny(measure.shape),
      paletteDeviations: roundAny(measure.paletteDeviations),
      shapeDeviations: roundAny(measure.shapeDeviations),
      isRegion: measure.isRegion,
      isOutlier: measure.isOutlier,
    })),
  };
}
