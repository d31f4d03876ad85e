/**
 * What brings a file from each version to the next; `user_version` counts those it has. Only ever append.
 * Times are Unix milliseconds; bodies, results and outputs are JSON text.
 */
export const RUNNER_MIGRATIONS = [
  `
create table app (
  url text primary key, name text not null, sdk text not null, functions text not null, synced_at integer not null
) strict;

create table event (
  id text primary key, name text not null, body text not null, received_at integer not null,
  held integer not null default 0
) strict;
create index event_held on event (id) where held = 1;
create index event_received on event (received_at);

create table run (
  id text primary key, function_id text not null, status text not null, event_id text not null, events text not null,
  output text, parent_run text, parent_step text, slots text not null, priority_ms integer not null,
  singleton text, started_at integer not null, ended_at integer
) strict;
create index run_event on run (event_id);
create index run_status on run (status);
create index run_parent on run (parent_run) where parent_run is not null;
create index run_singleton on run (singleton) where singleton is not null;
create index run_ended on run (ended_at) where ended_at is not null;

create table step (
  run_id text not null, id text not null, op text not null, name text not null, done integer not null,
  result text, sequence integer, attempts integer not null, last_error text,
  planned_at integer not null, ended_at integer, primary key (run_id, id)
) strict;

create table wait (
  run_id text not null, step_id text not null, kind text not null, event_name text not null, condition text,
  expires_at integer, primary key (run_id, step_id)
) strict;
create index wait_event on wait (event_name);

create table mark (key text primary key, expires_at integer not null, value text) strict;
create index mark_expires on mark (expires_at);

create table job (
  id text primary key, kind text not null, run_id text not null, step_id text not null, attempt integer not null,
  interruptions integer not null, due_at integer not null, priority_ms integer not null,
  slot1 text not null, slot2 text not null, last_error text
) strict;
create index job_due on job (due_at);
create index job_run on job (run_id);
`,
  'alter table step add column duration_ms integer',
];
