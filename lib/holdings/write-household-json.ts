import 'server-only';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { HELD_TABLES } from './holdings';
import { readRows } from './read-rows';

const BLOCK_BYTES = 64 * 1024;

/**
 * `household.json` as UTF-8, block by block: {"account": …, "left_out": {table: columns}, "tables": {table: rows}}. A row is one
 * line; tables stand by their names and rows by their keys, so two exports of the same things are the same text.
 */
export async function* writeHouseholdJson(
  admin: DatabaseClient,
  ownerId: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  let block = '';
  for await (const text of writeText(admin, ownerId)) {
    block += text;
    if (block.length < BLOCK_BYTES) continue;
    yield Buffer.from(block);
    block = '';
  }
  yield Buffer.from(block);
}

async function* writeText(admin: DatabaseClient, ownerId: string): AsyncGenerator<string, void, undefined> {
  const account = await admin.rpc('read_household_account', { p_owner: ownerId });
  if (account.error) throw databaseError(account.error);
  const leftOut = HELD_TABLES.filter((table) => table.leftOut.length > 0);
  yield `{\n"account": ${JSON.stringify(account.data)},\n`;
  yield `"left_out": ${JSON.stringify(Object.fromEntries(leftOut.map((table) => [table.name, table.leftOut])))},\n`;
  yield '"tables": {';
  for (const [index, table] of HELD_TABLES.entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(table.name)}: [`;
    let isFirst = true;
    for await (const row of readRows(admin, table, ownerId)) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(row)}`;
      isFirst = false;
    }
    yield isFirst ? ']' : '\n]';
  }
  yield '\n}\n}\n';
}
