import { type CharacterSheet, MAX_CAST } from '../../story/schema.ts';

const MOST_SHEETS = MAX_CAST + 4;

/**
 * A cast in which the sheets that were given stay as they are, word for word, whatever the model made of them; a sheet it
 * wrote for one of them under another id is theirs all the same. Without given sheets: the model's own. Pure.
 * @returns the cast, and what became of each id the model used
 */
export function keepSheets(
  own: readonly CharacterSheet[],
  given: readonly CharacterSheet[] | undefined,
): { characters: CharacterSheet[]; idOf: (said: string) => string } {
  if (!given) return { characters: [...own], idOf: (said) => said };
  const knownOf = (sheet: CharacterSheet) => given.find((known) => isSame(sheet, known));
  const others = own
    .filter((sheet) => !knownOf(sheet))
    .map((sheet) => (sheet.role === 'hero' ? { ...sheet, role: 'companion' as const } : sheet));
  return {
    characters: [...given, ...others].slice(0, Math.max(MOST_SHEETS, given.length)),
    idOf: (said) => {
      const sheet = own.find(({ id }) => id === said);
      return (sheet && knownOf(sheet)?.id) ?? said;
    },
  };
}

function isSame(sheet: CharacterSheet, known: CharacterSheet): boolean {
  return sheet.id === known.id || sheet.name.toLowerCase() === known.name.toLowerCase();
}
