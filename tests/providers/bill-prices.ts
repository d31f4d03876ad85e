import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { BilledCall } from './provider-server.ts';

type Row = {
  model: string;
  for: string;
  from: string;
  input_tokens?: number;
  output_tokens?: number;
  characters?: number;
  picture?: number | Record<string, number>;
};

const FILE = path.resolve(import.meta.dirname, '../../config/prices.yaml');

/**
 * What a service would write on its bill for a call, in micro-dollars: worked out from the price file by hand, so that the
 * ledger is not compared with its own arithmetic. Counted in millionths of a micro-dollar, rounded up once for each call.
 */
export function createBillPrices(): (call: BilledCall) => number {
  const { prices } = parse(readFileSync(FILE, 'utf8')) as { prices: Row[] };
  return ({ provider, model, units, request }) => {
    const row = findRow(prices, `${provider}/${model}`, units);
    const perMillion = (dollars: number | undefined, count: number | undefined) =>
      BigInt(Math.round((dollars ?? 0) * 1_000_000)) * BigInt(count ?? 0);
    const isByToken = row.output_tokens !== undefined && units.outputTokens !== undefined;
    const picture = typeof row.picture === 'object' ? priceOfSort(row.picture, request.body) : row.picture;
    const millionths =
      perMillion(row.input_tokens, units.inputTokens) +
      perMillion(row.output_tokens, units.outputTokens) +
      perMillion(row.characters, units.characters) +
      (isByToken ? 0n : perMillion(picture, units.pictures) * 1_000_000n);
    return Number((millionths + 999_999n) / 1_000_000n);
  };
}

function findRow(prices: Row[], name: string, units: BilledCall['units']): Row {
  const work = units.pictures ? 'picture' : units.characters ? 'speech' : 'text';
  const today = new Date().toISOString().slice(0, 10);
  const fitting = prices
    .filter(
      (row) =>
        row.for === work &&
        row.from <= today &&
        (row.model.endsWith('*') ? name.startsWith(row.model.slice(0, -1)) : row.model === name),
    )
    .toSorted((a, b) => b.model.length - a.model.length || b.from.localeCompare(a.from));
  const [row] = fitting;
  if (!row) throw new Error(`config/prices.yaml has no row for ${name} (${work}).`);
  return row;
}

function priceOfSort(prices: Record<string, number>, body: Record<string, unknown>): number {
  const asked = [body.size, body.quality].map(String);
  const fits = Object.entries(prices).filter(([sort]) =>
    sort.split(' ').every((word) => asked.includes(word)),
  );
  const best = fits.toSorted(([a], [b]) => b.length - a.length)[0];
  return best ? best[1] : Math.max(...Object.values(prices));
}
