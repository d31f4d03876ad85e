import 'server-only';
import { getCandidate, modelName } from '@/lib/ai/models';
import { buildReadingManner } from '@/lib/ai/reading-manner';
import { generateNarration } from '@/lib/ai/speak';
import { findAsset, saveAsset } from '@/lib/storage/assets';
import { hashContent } from '@/lib/story/content-hash';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { attachAsset } from './attach-asset';
import { payUntilCancelled } from './pay-until-cancelled';
import { getStoryInMaking, type PageKey, type StoryKey, sceneAt } from './story-in-making';

/**
 * One scene's voice with the time of every word: spoken, stored and put on its page. Like `drawScene`, it finds what was
 * made from the same things before.
 *
 * @param options.modelId `provider/model`, one of the job's chain
 */
export async function narrateScene(
  admin: DatabaseClient,
  key: StoryKey & { jobId: string },
  page: PageKey,
  options: { modelId: string },
): Promise<{ assetId: string }> {
  const story = await getStoryInMaking(admin, key);
  const scene = sceneAt(story, page);
  const { brief } = story;
  // A page's own voice is one of ours, whatever another system's client has named the story's.
  const { voice, namedVoice } = scene.voice ? { voice: scene.voice, namedVoice: undefined } : brief;
  const manner = buildReadingManner(brief);
  const model = getCandidate('speech', options.modelId).create();
  const modelId = modelName(model);
  const contentHash = hashContent({
    kind: 'narration',
    model: modelId,
    voice,
    namedVoice,
    manner,
    text: scene.text,
  });

  const asset = await payUntilCancelled<AssetRow>(
    admin,
    {
      payer: key,
      sceneId: scene.id,
      step: `narration:${scene.position + 1}`,
      modality: 'speech',
      model,
      request: { contentHash },
      estimate: { characters: scene.text.length },
      maxCostMicros: brief.maxCostMicros,
    },
    {
      find: () => findAsset(admin, { ...key, kind: 'narration', contentHash }),
      call: async ({ signal, noteUnits }) => {
        const narration = await generateNarration({
          model,
          text: scene.text,
          voice,
          namedVoice,
          manner,
          ...(signal && { signal }),
          onAnswered: noteUnits,
        });
        const saved = await saveAsset(admin, {
          ownerId: key.ownerId,
          storyId: key.storyId,
          sceneId: scene.id,
          kind: 'narration',
          contentHash,
          mediaType: narration.mediaType,
          content: narration.bytes,
          durationMs: narration.durationMs,
          details: { model: modelId, words: narration.words },
        });
        return { result: saved, units: narration.usage, assetId: saved.id };
      },
    },
  );
  await attachAsset(admin, key, story, scene, asset);
  return { assetId: asset.id };
}
