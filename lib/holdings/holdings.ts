import type { Database } from '@/lib/supabase/database.types';

/**
 * What we hold of a household, table by table: the list of its export. A table that is in neither list does not compile, and
 * tests/services/household-erasure.test.ts asks the database's own catalogue. Erasing needs no list: it goes by owner.
 */
type Tables = Database['public']['Tables'];
export type TableName = keyof Tables;
export type ColumnOf<Name extends TableName> = keyof Tables[Name]['Row'] & string;

/** Tables whose rows are nobody's, or name their owner in no column, and why they are not exported. */
export const NOT_HELD = {
  erased_spend: 'A sum for a day, without anybody’s name.',
  household_erasures: 'Only while a household is being erased.',
  provider_circuits: 'How services do; nobody’s.',
  provider_leases: 'How many calls are under way; nobody’s.',
  rate_limits: 'Counters that end within the hour.',
  sample_story: 'Which story is shown to visitors; nobody’s.',
  socket_tickets: 'A sealed token that ends within a minute.',
  unfinished_copies: 'Names of files, for as long as a story is copied.',
} as const satisfies Partial<Record<TableName, string>>;

type HeldName = Exclude<TableName, keyof typeof NOT_HELD>;

/** How the rows of an owner are found, in which order they are told, and which columns stay here. */
export type Holding<Name extends TableName = TableName> = {
  owner: ColumnOf<Name> | 'stories.owner_id';
  /** The primary key, by which rows are read page by page. */
  key: readonly ColumnOf<Name>[];
  /** Secrets, and what the guardrails have not seen. */
  leftOut?: readonly ColumnOf<Name>[];
};

export const HOLDINGS: { [Name in HeldName]: Holding<Name> } = {
  api_keys: { owner: 'owner_id', key: ['id'], leftOut: ['key_hash'] },
  assets: { owner: 'owner_id', key: ['id'] },
  batches: { owner: 'owner_id', key: ['id'] },
  characters: { owner: 'owner_id', key: ['id'] },
  chat_events: { owner: 'owner_id', key: ['id'] },
  chat_messages: { owner: 'owner_id', key: ['id'] },
  chat_sessions: { owner: 'owner_id', key: ['id'] },
  conversation_transcripts: { owner: 'owner_id', key: ['id'] },
  dossier_readings: { owner: 'owner_id', key: ['session_id'] },
  dossier_versions: { owner: 'owner_id', key: ['project_id', 'version'] },
  dossiers: { owner: 'owner_id', key: ['project_id'] },
  guard_decisions: { owner: 'owner_id', key: ['id'] },
  guest_migrations: { owner: 'account_id', key: ['id'] },
  household_pins: { owner: 'owner_id', key: ['owner_id'], leftOut: ['pin_hash', 'version'] },
  households: { owner: 'owner_id', key: ['owner_id'] },
  job_events: { owner: 'owner_id', key: ['id'] },
  jobs: { owner: 'owner_id', key: ['id'] },
  // What a model answered stands here as it came: what came through the guardrails is in the stories and the conversations.
  model_calls: { owner: 'owner_id', key: ['id'], leftOut: ['answer'] },
  profiles: { owner: 'id', key: ['id'] },
  projects: { owner: 'owner_id', key: ['id'] },
  readers: { owner: 'owner_id', key: ['id'] },
  scenes: { owner: 'owner_id', key: ['id'] },
  stories: { owner: 'owner_id', key: ['id'] },
  story_admissions: { owner: 'owner_id', key: ['job_id'] },
  story_shares: { owner: 'owner_id', key: ['id'] },
  // By which a search finds a story: its words stand in the story.
  story_words: { owner: 'owner_id', key: ['story_id'], leftOut: ['words'] },
  story_versions: { owner: 'owner_id', key: ['story_id', 'number'] },
  webhook_deliveries: { owner: 'owner_id', key: ['id'] },
  webhook_endpoints: { owner: 'owner_id', key: ['id'] },
  webhook_secrets: { owner: 'owner_id', key: ['id'], leftOut: ['secret'] },
  withheld_words: { owner: 'stories.owner_id', key: ['story_id'] },
};

export type HeldTable = { name: HeldName; owner: string; key: readonly string[]; leftOut: readonly string[] };

/** By their names, so that an export is the same every time. */
export const HELD_TABLES: readonly HeldTable[] = Object.entries(HOLDINGS)
  .map(([name, { owner, key, leftOut = [] }]) => ({ name: name as HeldName, owner, key, leftOut }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));
