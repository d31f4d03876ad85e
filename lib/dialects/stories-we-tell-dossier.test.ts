import { expect, test } from 'vitest';
import { dossierSchema } from '@/lib/dossier/schema';
import { fromSnapshotJson, snapshotInputSchema, toSnapshotJson } from './stories-we-tell-dossier';

const KNOWN = dossierSchema.parse({ title: 'Ember', tone: 'funny', style: 'paper', setByHand: ['style'] });
const edit = (changes: object) =>
  fromSnapshotJson(snapshotInputSchema.parse({ ...toSnapshotJson(KNOWN), ...changes }), KNOWN);

test('what a person changes is set by hand from then on, what they send as it was is not', () => {
  expect(edit({}).setByHand).toEqual(['style']);
  expect(edit({ tone: 'gentle', num_scenes: 4 }).setByHand).toEqual(['tone', 'style', 'sceneCount']);
});

test('what a person empties is open again', () => {
  expect(edit({ style: null }).setByHand).toEqual([]);
  expect(edit({ title: '' })).toMatchObject({ title: '', setByHand: ['style'] });
});

test('a client that knows only the lists of the document sets none of it', () => {
  expect(fromSnapshotJson(snapshotInputSchema.parse({ themes: ['trust'] }), KNOWN)).toMatchObject({
    title: 'Ember',
    themes: ['trust'],
    setByHand: ['style'],
  });
});
