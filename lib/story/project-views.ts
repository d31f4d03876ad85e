import { z } from 'zod';
import { storySummaryViewSchema } from './views.ts';

/** What `/api/projects` answers: what hangs off a story's project. Browser-safe. */
const projectShape = {
  project_id: z.uuid(),
  /** The dossier's title, else the project's, else its newest conversation's; may be empty. */
  title: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  /** Null before there is a dossier. */
  dossier_version: z.int().nullable(),
};

export const projectSummaryViewSchema = z.object({
  ...projectShape,
  session_count: z.int(),
  story_count: z.int(),
});
export type ProjectSummaryView = z.infer<typeof projectSummaryViewSchema>;

export const projectListViewSchema = z.object({
  projects: z.array(projectSummaryViewSchema),
  total: z.int(),
});
export type ProjectListView = z.infer<typeof projectListViewSchema>;

export const projectViewSchema = z.object({
  ...projectShape,
  /** Newest first, as the stories. */
  sessions: z.array(
    z.object({
      session_id: z.uuid(),
      title: z.string(),
      created_at: z.string(),
      last_message_at: z.string().nullable(),
      message_count: z.int(),
    }),
  ),
  stories: z.array(storySummaryViewSchema),
});
export type ProjectView = z.infer<typeof projectViewSchema>;
