import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from './database.types';

/** A Supabase client that knows our tables: a caller's (row level security applies) or the admin's (it does not). */
export type DatabaseClient = SupabaseClient<Database>;
