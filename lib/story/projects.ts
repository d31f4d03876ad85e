import 'server-only';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PAST_THE_END, SUMMARY_SELECT } from './data';
import type { ProjectListView, ProjectView } from './project-views';
import { buildStorySummaryView, type StorySummaryRows } from './story-views';

/** Projects as their owner sees them, through the caller's own client: somebody else's id answers `not_found`. */

const LIST_SELECT =
  'id, title, created_at, updated_at, dossier:dossiers(version, snapshot), sessions:chat_sessions(id, title, created_at, last_message_at, message_count), stories(id)' as const;
const PROJECT_SELECT =
  `id, title, created_at, updated_at, dossier:dossiers(version, snapshot), sessions:chat_sessions(id, title, created_at, last_message_at, message_count), stories(${SUMMARY_SELECT})` as const;

type SessionFacts = {
  id: string;
  title: string;
  created_at: string;
  last_message_at: string | null;
  message_count: number;
};
type ProjectRows<Story> = {
  id: string;
  title: string;
  created_at: string;
  updated_at: string;
  dossier: { version: number; snapshot: { title?: string } } | null;
  sessions: SessionFacts[];
  stories: Story[];
};

export async function listProjectViews(
  client: DatabaseClient,
  page: { limit: number; offset: number },
): Promise<ProjectListView> {
  const { data, error, count } = await client
    .from('projects')
    .select(LIST_SELECT, { count: 'exact' })
    .order('updated_at', { ascending: false })
    .order('id', { ascending: false })
    .range(page.offset, page.offset + page.limit - 1);
  if (error?.code === PAST_THE_END) {
    const { total } = await listProjectViews(client, { limit: 1, offset: 0 });
    return { projects: [], total };
  }
  if (error) throw databaseError(error);
  const rows = data as unknown as ProjectRows<{ id: string }>[];
  return {
    projects: rows.map((project) => ({
      ...describe(project),
      session_count: project.sessions.length,
      story_count: project.stories.length,
    })),
    total: count ?? 0,
  };
}

export async function getProjectView(client: DatabaseClient, projectId: string): Promise<ProjectView> {
  const { data, error } = await client
    .from('projects')
    .select(PROJECT_SELECT)
    .eq('id', projectId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such project.');
  const project = data as unknown as ProjectRows<StorySummaryRows>;
  return {
    ...describe(project),
    sessions: newestFirst(project.sessions).map((session) => ({
      session_id: session.id,
      title: session.title,
      created_at: session.created_at,
      last_message_at: session.last_message_at,
      message_count: session.message_count,
    })),
    stories: project.stories
      .toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))
      .map(buildStorySummaryView),
  };
}

function describe(project: ProjectRows<unknown>) {
  const session = newestFirst(project.sessions).find((one) => one.title !== '');
  return {
    project_id: project.id,
    title: project.dossier?.snapshot.title || project.title || session?.title || '',
    created_at: project.created_at,
    updated_at: project.updated_at,
    dossier_version: project.dossier?.version ?? null,
  };
}

function newestFirst(sessions: readonly SessionFacts[]): SessionFacts[] {
  const when = (session: SessionFacts) => session.last_message_at ?? session.created_at;
  return sessions.toSorted((a, b) => (when(a) < when(b) ? 1 : -1));
}
