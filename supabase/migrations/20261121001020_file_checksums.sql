-- CRC-32 of a file's bytes, beside its SHA-256: a ZIP of stored files can then be sent as it is read, with every header true
-- from the start. Null for files that were stored before.
alter table public.assets add column crc32 bigint check (crc32 between 0 and 4294967295);
