import { type CharacterSheet, MAX_CAST } from '../../story/schema.ts';
import type { Outline } from './writer-schemas.ts';
import { toSheet } from './writer-schemas.ts';

const MOST_SHEETS = MAX_CAST + 4;

/**
 * The cast of a planned story. Sheets that were given stay as they are, word for word, whatever the model made of them; a
 * sheet it wrote for one of them under another id is theirs all the same. Without given sheets: the model's own.
 */
export function settleCast(
  characters: Outline['characters'],
  given: readonly CharacterSheet[] | undefined,
): CharacterSheet[] {
  const own = characters.map(toSheet);
  if (!given) return own;
  const others = own
    .filter((sheet) => !given.some((known) => isSame(sheet, known)))
    .map((sheet) => (sheet.role === 'hero' ? { ...sheet, role: 'companion' as const } : sheet));
  return [...given, ...others].slice(0, Math.max(MOST_SHEETS, given.length));
}

function isSame(sheet: CharacterSheet, known: CharacterSheet): boolean {
  return sheet.id === known.id || sheet.name.toLowerCase() === known.name.toLowerCase();
}
