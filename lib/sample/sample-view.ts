import { z } from 'zod';
import type { SampleStory } from './sample-story';

/** What the API answers about the sample story. Browser-safe. */
export const sampleViewSchema = z.object({
  /** `making`: it comes in a quiet minute. `none`: there is and will be none. */
  status: z.enum(['none', 'making', 'ready']),
  share_id: z.string().nullable(),
  title: z.string().nullable(),
  cover_url: z.string().nullable(),
});
export type SampleView = z.infer<typeof sampleViewSchema>;

export function buildSampleView(sample: SampleStory): SampleView {
  return sample.state === 'ready'
    ? { status: 'ready', share_id: sample.shareId, title: sample.title, cover_url: sample.coverUrl }
    : { status: sample.state, share_id: null, title: null, cover_url: null };
}
