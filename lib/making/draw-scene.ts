import 'server-only';
import { countReferences, generatePicture } from '@/lib/ai/draw-picture';
import { getCandidate, modelName } from '@/lib/ai/models';
import { moderateDepiction } from '@/lib/ai/moderate-story';
import { estimatePicture } from '@/lib/ledger/estimate';
import { pictureSort } from '@/lib/ledger/picture-sort';
import { guardDepiction } from '@/lib/safety/guard-depiction';
import { findAsset, saveAsset } from '@/lib/storage/assets';
import { readAsset } from '@/lib/storage/read-asset';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { attachAsset } from './attach-asset';
import { payUntilCancelled } from './pay-until-cancelled';
import { hashPicturePlan, planPicture, referencesOf } from './scene-depiction';
import { getStoryInMaking, type PageKey, type StoryKey, sceneAt } from './story-in-making';

/**
 * One scene's picture: drawn, stored and shown on its page. Made from the same things before, it is found and not drawn
 * again, so a repeated step costs nothing.
 *
 * @throws AppError `guardrail_violation` when the words for it must not be sent; and what the call of a model may meet
 * @param options.modelId `provider/model`, one of the job's chain
 * @param options.attempt from 1 for a page that is drawn again: then it is stored only, and not yet on its page
 */
export async function drawScene(
  admin: DatabaseClient,
  key: StoryKey & { jobId: string },
  page: PageKey,
  options: { modelId: string; attempt?: number },
): Promise<{ assetId: string }> {
  const story = await getStoryInMaking(admin, key);
  const scene = sceneAt(story, page);
  const { create, provider } = getCandidate('picture', options.modelId);
  const model = create();
  const modelId = modelName(model);
  const plan = planPicture(story, scene, {
    references: countReferences(model),
    ...(options.attempt !== undefined && { attempt: options.attempt }),
  });
  // What is drawn here is sent to nobody.
  if (!provider.builtIn) {
    guardDepiction(plan.prompt, 'picture', story.brief);
    await moderateDepiction(plan.prompt, 'picture', story.brief, { payer: key });
  }
  const contentHash = hashPicturePlan(modelId, plan);
  // Read before anything is reserved: our own storage must not look like a call that may have been billed.
  const references = await Promise.all(
    referencesOf(story, plan).map(({ asset: reference }) => readAsset(reference.path)),
  );

  const asset = await payUntilCancelled<AssetRow>(
    admin,
    {
      payer: key,
      sceneId: scene.id,
      step: `picture:${scene.position + 1}${options.attempt ? ':again' : ''}`,
      modality: 'picture',
      model,
      request: { contentHash },
      estimate: estimatePicture(plan.prompt, references.length),
      sort: pictureSort(model, plan.size, plan.quality),
      maxCostMicros: story.brief.maxCostMicros,
    },
    {
      find: () => findAsset(admin, { ...key, kind: 'picture', contentHash }),
      call: async ({ signal, noteUnits }) => {
        const picture = await generatePicture({
          model,
          ...plan,
          references,
          ...(signal && { signal }),
          onAnswered: noteUnits,
        });
        const saved = await saveAsset(admin, {
          ownerId: key.ownerId,
          storyId: key.storyId,
          sceneId: scene.id,
          kind: 'picture',
          contentHash,
          mediaType: picture.mediaType,
          content: picture.bytes,
          width: picture.width,
          height: picture.height,
          details: { model: modelId, prompt: plan.prompt },
        });
        return { result: saved, units: picture.usage, assetId: saved.id };
      },
    },
  );
  if (!options.attempt) await attachAsset(admin, key, story, scene, asset);
  return { assetId: asset.id };
}
