import { statSync } from 'node:fs';
import path from 'node:path';
import { findProvider, modelName, providerNameOf } from '../ai/models.ts';
import type { Modality } from '../ai/providers/provider.ts';
import { log } from '../log.ts';
import { FREE, type Price, pricedWork } from './price.ts';
import { type PriceRow, readPriceFile } from './price-file.ts';

type Model = { provider: string; modelId: string };
type Question = {
  model: Model;
  modality: Modality;
  /** The day of the call, UTC. */
  at?: Date;
  /** Size and quality where the price depends on them: `1024x1536 high`. Unknown: the dearest. */
  sort?: string | undefined;
};

/**
 * Prices of `config/prices.yaml`, read again whenever the file's time of change is another; a file that becomes broken while we
 * run is logged and the last good one stays in force.
 * @throws AppError `misconfigured` by the returned function when there never was a good one
 */
export function createPriceFinder(
  file = path.join(/* turbopackIgnore: true */ process.cwd(), 'config/prices.yaml'),
) {
  let rows: PriceRow[] | undefined;
  let seenMs: number | undefined;
  const warned = new Set<string>();

  function read(): PriceRow[] {
    const modifiedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (rows && modifiedMs === seenMs) return rows;
    try {
      rows = readPriceFile(file);
    } catch (error) {
      if (!rows) throw error;
      log.error({ err: error, file }, 'the price file is broken; the last good one stays in force');
    }
    seenMs = modifiedMs;
    return rows;
  }

  /** What a model costs on a day. Built-in engines and servers of one's own are free unless the file says otherwise. */
  function findPrice({ model, modality, at = new Date(), sort }: Question): Price {
    const provider = findProvider(model);
    if (provider?.builtIn) return FREE;
    const name = modelName(model);
    const work = pricedWork(modality);
    const inForce = read().filter((row) => row.for === work && row.from <= at.toISOString().slice(0, 10));
    const known = inForce.filter((row) => matches(row.model, name)).toSorted(byFitThenDay)[0];
    if (known) return toPrice(known, sort);
    if (provider?.isFree) return FREE;
    const all = inForce.length > 0 ? inForce : read();
    const ofProvider = all.filter((row) => row.model.startsWith(`${providerNameOf(model)}/`));
    const dearest = (ofProvider.length > 0 ? ofProvider : all).toSorted((a, b) => weigh(b) - weigh(a))[0];
    if (!warned.has(`${work} ${name}`)) {
      warned.add(`${work} ${name}`);
      log.warn({ model: name, work, standIn: dearest?.model }, 'no price is known; the dearest one counts');
    }
    return dearest ? { ...toPrice(dearest, undefined), isGuess: true } : FREE;
  }

  return { findPrice, check: () => void read() };
}

const finder = createPriceFinder();
export const findPrice = finder.findPrice;

/** For the start: @throws AppError `misconfigured` naming line and field of the price file */
export const checkPrices = finder.check;

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** The longest pattern knows the model best, a name without a star better still; of one pattern the newest day. */
function byFitThenDay(a: PriceRow, b: PriceRow): number {
  const fitness = (row: PriceRow) => row.model.length * 2 + (row.model.endsWith('*') ? -2 : 1);
  return fitness(b) - fitness(a) || (a.from < b.from ? 1 : -1);
}

function toPrice(row: PriceRow, sort: string | undefined): Price {
  return {
    row: row.model,
    from: row.from,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    characters: row.characters,
    picture: chooseSort(row.picture, sort),
    second: chooseSort(row.second, sort),
  };
}

/** Of the names whose every word was asked for, the one with most words; none: the dearest. */
function chooseSort(price: PriceRow['picture'], sort: string | undefined): number | undefined {
  if (price === undefined || typeof price === 'number') return price;
  const asked = new Set(sort?.split(/\s+/) ?? []);
  const words = (name: string) => name.split(/\s+/);
  const fitting = Object.keys(price).filter((name) => words(name).every((word) => asked.has(word)));
  const best = fitting.toSorted((a, b) => words(b).length - words(a).length)[0];
  return best === undefined ? Math.max(...Object.values(price)) : price[best];
}

/** Comparable only between rows for the same work. */
function weigh(row: PriceRow): number {
  const price = toPrice(row, undefined);
  return (
    (price.inputTokens ?? 0) +
    (price.outputTokens ?? 0) +
    (price.characters ?? 0) +
    ((price.picture ?? 0) + (price.second ?? 0)) * 1_000
  );
}
