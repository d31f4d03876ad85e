import type { CharacterSheet } from '../../../story/schema.ts';
import { withArticle } from '../grammar.ts';
import type { Member } from '../stage.ts';
import { findFigures } from '../understand-prompt/find-figures.ts';
import { PERSONAL_TITLES } from '../understand-prompt/personal-titles.ts';
import type { Figure } from '../understand-prompt/prompt-reading.ts';
import { readTerms } from '../understand-prompt/terms.ts';

/** Somebody of an earlier story as the storyteller speaks of them. What the prompt says of them now is kept beside it. */
export function figureOfSheet(sheet: CharacterSheet, said?: Figure): Figure {
  // "A little mouse with soft grey fur": how they look is how they are introduced.
  const seen = findFigures(readTerms(sheet.description.slice(0, 120)))[0];
  const adjectives = seen?.kind === sheet.kind ? seen.adjectives : [];
  return {
    count: 1,
    role: 'actor',
    ...(said?.told && { told: said.told }),
    name: sheet.name,
    kind: sheet.kind,
    pronoun: sheet.pronoun,
    adjectives: said && said.adjectives.length > 0 ? said.adjectives : adjectives,
    sheet,
  };
}

/** Whose sheet it is, when somebody of this name is known, or somebody without a name is the only one of the kind. */
export function findSheet(
  sheets: readonly CharacterSheet[],
  figure: Pick<Figure, 'name' | 'kind'>,
): CharacterSheet | undefined {
  const { name, kind } = figure;
  if (name !== undefined) return sheets.find((sheet) => isCalled(sheet, name));
  const ofKind = sheets.filter((sheet) => sheet.kind === kind);
  return ofKind.length === 1 ? ofKind[0] : undefined;
}

/** "Nova" is called so, and "Captain Nova" by "Nova" too. */
function isCalled(sheet: CharacterSheet, name: string): boolean {
  const [own, said] = [sheet.name.toLowerCase(), name.toLowerCase()];
  return own === said || own.split(' ').at(-1) === said || own === said.split(' ').at(-1);
}

/** The sheet's word counts: name, kind, pronoun and looks stay as they were. */
export function asKnown(member: Member, sheet: CharacterSheet): Member {
  const known = {
    ...member,
    id: sheet.id,
    name: sheet.name,
    kind: sheet.kind,
    pronoun: sheet.pronoun,
    description: sheet.description,
    outfit: sheet.outfit,
    sheet,
  };
  if (!isCalledByKind(sheet)) return known;
  const plain = sheet.name.toLowerCase();
  return { ...known, the: `the ${plain}`, a: withArticle(plain) };
}

/** "Old Owl" goes by what it is; "Captain Fox" is a name. */
function isCalledByKind({ name, kind, role }: CharacterSheet): boolean {
  const words = name.toLowerCase().split(' ');
  return (
    role !== 'hero' &&
    words.length > 1 &&
    PERSONAL_TITLES[words[0] ?? ''] === undefined &&
    name.toLowerCase().endsWith(` ${kind.toLowerCase()}`)
  );
}
