/** Raised whenever a table changes in a way older files do not have. */
export const RUNNER_SCHEMA_VERSION = 1;

/** Times are Unix milliseconds; bodies, results and outputs are JSON text. */
export const RUNNER_SCHEMA = `
create table if not exists app (
  url text primary key, name text not null, sdk text not null, functions text not null, synced_at integer not null
) strict;

create table if not exists event (
  id text primary key, name text not null, body text not null, received_at integer not null,
  held integer not null default 0
) strict;
create index if not exists event_held on event (id) where held = 1;
create index if not exists event_received on event (received_at);

create table if not exists run (
  id text primary key, function_id text not null, status text not null, event_id text not null, events text not null,
  output text, parent_run text, parent_step text, slots text not null, priority_ms integer not null,
  singleton text, started_at integer not null, ended_at integer
) strict;
create index if not exists run_event on run (event_id);
create index if not exists run_status on run (status);
create index if not exists run_parent on run (parent_run) where parent_run is not null;
create index if not exists run_singleton on run (singleton) where singleton is not null;
create index if not exists run_ended on run (ended_at) where ended_at is not null;

create table if not exists step (
  run_id text not null, id text not null, op text not null, name text not null, done integer not null,
  result text, sequence integer, attempts integer not null, last_error text,
  planned_at integer not null, ended_at integer, primary key (run_id, id)
) strict;

create table if not exists wait (
  run_id text not null, step_id text not null, kind text not null, event_name text not null, condition text,
  expires_at integer, primary key (run_id, step_id)
) strict;
create index if not exists wait_event on wait (event_name);

create table if not exists mark (key text primary key, expires_at integer not null, value text) strict;
create index if not exists mark_expires on mark (expires_at);

create table if not exists job (
  id text primary key, kind text not null, run_id text not null, step_id text not null, attempt integer not null,
  interruptions integer not null, due_at integer not null, priority_ms integer not null,
  slot1 text not null, slot2 text not null, last_error text
) strict;
create index if not exists job_due on job (due_at);
create index if not exists job_run on job (run_id);
`;
