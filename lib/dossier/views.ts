import { z } from 'zod';
import { AGE_GROUPS, ILLUSTRATION_STYLES, TONES } from '../story/schema.ts';
import { MAX_DOSSIER_CHARACTERS, MAX_DOSSIER_LINES } from './schema.ts';

/**
 * What `/api/dossier` takes and answers: the shapes of the Stories We Tell document (snake_case), with Storyloom's own
 * fields after the documented ones. Browser-safe.
 */

const line = (longest: number) => z.string().trim().min(1).max(longest);

export const snapshotJsonSchema = z.object({
  characters: z
    .array(
      z.object({
        name: line(80),
        description: z.string().trim().max(600).default(''),
        relationships: z.array(line(200)).max(12).default([]),
        character_arc: z.string().trim().max(400).nullish(),
      }),
    )
    .max(MAX_DOSSIER_CHARACTERS)
    .default([]),
  themes: z.array(line(120)).max(MAX_DOSSIER_LINES).default([]),
  locations: z.array(line(200)).max(MAX_DOSSIER_LINES).default([]),
  plot_points: z.array(line(400)).max(MAX_DOSSIER_LINES).default([]),
  title: z.string().trim().max(120).default(''),
  tone: z.enum(TONES).nullish(),
  age_group: z.enum(AGE_GROUPS).nullish(),
  style: z.enum(ILLUSTRATION_STYLES).nullish(),
  num_scenes: z.int().min(1).max(12).nullish(),
});
export type SnapshotJson = z.infer<typeof snapshotJsonSchema>;

export const dossierViewSchema = z.object({
  project_id: z.uuid(),
  user_id: z.uuid(),
  snapshot_json: snapshotJsonSchema,
  created_at: z.string(),
  updated_at: z.string(),
  version: z.int(),
});
export type DossierView = z.infer<typeof dossierViewSchema>;

export const dossierSummaryViewSchema = z.object({
  project_id: z.uuid(),
  title: z.string(),
  character_count: z.int(),
  theme_count: z.int(),
  updated_at: z.string(),
});
export type DossierSummaryView = z.infer<typeof dossierSummaryViewSchema>;

export const DOSSIER_AUTHORS = ['conversation', 'person', 'restore'] as const;

export const dossierVersionViewSchema = z.object({
  version: z.int(),
  /** Sentences for people: "Added Nova", "Changed where it happens". */
  changes: z.array(z.string()),
  changed_by: z.enum(DOSSIER_AUTHORS),
  created_at: z.string(),
  snapshot_json: snapshotJsonSchema,
});
export type DossierVersionView = z.infer<typeof dossierVersionViewSchema>;
