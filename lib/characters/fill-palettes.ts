import 'server-only';
import type { CharacterSheet } from '../story/schema.ts';
import { runInWorker } from '../worker-pool.ts';
import type { DrawnPalettesInput, DrawnPalettesOutput } from './drawn-palettes.worker.ts';
import { readPalette } from './read-palette.ts';

/**
 * Sheets with their colours. One that brings colours keeps them: it is locked. The built-in illustrator's are those it
 * really draws; elsewhere the sheet's own words decide, and a sheet that names no colour stays without.
 * @param isDrawnHere whether the built-in illustrator draws this story
 */
export async function fillPalettes(
  sheets: CharacterSheet[],
  { isDrawnHere }: { isDrawnHere: boolean },
): Promise<CharacterSheet[]> {
  const open = sheets.filter((sheet) => !sheet.palette?.length);
  const drawn =
    isDrawnHere && open.length > 0
      ? await runInWorker<DrawnPalettesInput, DrawnPalettesOutput>(
          'lib/characters/drawn-palettes.worker.ts',
          { sheets: open },
        )
      : {};
  return sheets.map((sheet) => {
    if (sheet.palette?.length) return sheet;
    const { palette: _, ...rest } = sheet;
    const palette = drawn[sheet.id] ?? readPalette(sheet);
    return palette.length > 0 ? { ...rest, palette } : rest;
  });
}
