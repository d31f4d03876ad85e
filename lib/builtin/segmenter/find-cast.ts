import type { Pronoun } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { pluralOf } from '../storyteller/grammar.ts';
import { findKind, kindTraits, pronounOfKind } from '../storyteller/kinds.ts';
import { makeMember, makeOther } from '../storyteller/make-member.ts';
import type { Member } from '../storyteller/stage.ts';
import { findFigures } from '../storyteller/understand-prompt/find-figures.ts';
import { translateForeignWords } from '../storyteller/understand-prompt/foreign-words.ts';
import { PERSONAL_TITLES } from '../storyteller/understand-prompt/personal-titles.ts';
import type { Figure } from '../storyteller/understand-prompt/prompt-reading.ts';
import { readTerms } from '../storyteller/understand-prompt/terms.ts';
import { findNames, guessLanguage } from './find-names.ts';

/** Somebody of a given text: how they look in every picture, and the words that mean them. */
export type CastEntry = { member: Member; pattern: RegExp; count: number };

const MOST_PEOPLE = 12;
/** Letters that are read word by word; the rest is only searched for names and kinds. */
const READ_LETTERS = 7_000;
const NOBODY =
  /^(friend|person|people|child|kid|baby|creature|animal|pet|hero|family|man|woman|girl|boy|giant)$/;
const PEOPLE_WORDS = /^(man|woman|girl|boy|child|baby|giant)$/;

/** Everybody a text is about, who is met most often first. Empty where a text names nobody it can recognise. */
export function findCast(text: string, random: Random): CastEntry[] {
  const plain = text.replaceAll('’', "'");
  const names = findNames(plain, guessLanguage(plain)).slice(0, MOST_PEOPLE);
  const figures = readFigures(
    plain,
    names.map(({ name }) => name),
  );
  const people: { figure: Figure; pattern: RegExp; count: number }[] = [];
  const families = readFamilies(plain);
  for (const { name } of names) {
    const own = findKind(name);
    // "Rabbits" are a kind with a capital, "Fox" may be somebody's name.
    if (own?.plural) continue;
    const found = figures.find(
      (figure) =>
        figure.name !== undefined && (figure.name === name || name.split(' ').includes(figure.name)),
    );
    const kind = kindOfName(name) ?? families.get(name) ?? soberKind(name, found?.kind, plain);
    const pattern = patternOf(name);
    const title = PERSONAL_TITLES[name.split(' ')[0]?.toLowerCase() ?? ''];
    const pronoun = (title && pronounOfKind(title)) ?? found?.pronoun ?? pronounNear(plain, pattern, names);
    const figure: Figure = { name, adjectives: found?.adjectives ?? [], count: 1, role: 'actor' };
    if (kind) figure.kind = kind;
    if (pronoun) figure.pronoun = pronoun;
    if (found?.outfit) figure.outfit = found.outfit;
    people.push({ figure, pattern, count: countOf(plain, pattern) });
  }
  for (const person of people) {
    const { kind } = person.figure;
    // "The knight" is Sir Roland when he is the only one.
    if (!kind || PEOPLE_WORDS.test(kind) || people.filter((one) => one.figure.kind === kind).length > 1)
      continue;
    person.pattern = new RegExp(
      `${person.pattern.source}|(?<=\\b(?:[Tt]he|[Aa]n?)\\s(?:\\p{Ll}+\\s)?)${escapePattern(kind)}(?!\\p{L})`,
      'u',
    );
    person.count = countOf(plain, person.pattern);
  }
  const translated = translateForeignWords(plain);
  for (const figure of [...figures, ...translatedFigures(plain, translated)]) {
    const { kind } = figure;
    if (figure.name !== undefined || !kind || people.some((one) => one.figure.kind === kind)) continue;
    if (THINGS.has(kindTraits(kind).group) && !speaks(kind, translated)) continue;
    if (NOBODY.test(kind) && !(PEOPLE_WORDS.test(kind) && people.length < 3)) continue;
    const pattern = kindPattern(kind, plain, translated);
    const count = countOf(plain, pattern);
    if (
      translated === plain &&
      !new RegExp(
        `\\b(?:an?|the|one|his|her|my|our|their|old|little)\\s(?:[\\p{L}-]+\\s){0,2}${escapePattern(kind)}\\b`,
        'iu',
      ).test(plain)
    )
      continue;
    if (count === 0 || (count === 1 && plain.length > 3_000)) continue;
    // Who goes by a kind is told of less often by that word than by a pronoun.
    people.push({ figure: { ...figure, count: 1, role: 'actor' }, pattern, count: count - 0.5 });
  }
  const narrator = findNarrator(plain, people[0]?.count ?? 0);
  if (narrator) people.push(narrator);
  return castMembers(people.toSorted((a, b) => b.count - a.count).slice(0, MOST_PEOPLE), random);
}

function castMembers(
  people: readonly { figure: Figure; pattern: RegExp; count: number }[],
  random: Random,
): CastEntry[] {
  const taken = people.flatMap(({ figure }) => figure.name ?? []);
  const ids = new Set<string>();
  let hero: Member | undefined;
  return people.map(({ figure, pattern, count }, index) => {
    const role = index === 0 ? 'hero' : index < 3 ? 'companion' : 'other';
    const own = random.fork(`cast ${figure.name ?? figure.kind ?? index}`);
    const made =
      figure.name === undefined
        ? makeOther(figure, own)
        : makeMember(figure, role === 'hero' ? 'hero' : 'companion', taken, own, hero);
    let { id } = made;
    for (let number = 2; ids.has(id); number++) id = `${made.id}-${number}`;
    ids.add(id);
    const member: Member = { ...made, id, role };
    hero ??= member;
    return { member, pattern, count };
  });
}

/** "Mrs. Rabbit" is a rabbit, "Sir Roland" a knight, and "Fox" a fox. */
function kindOfName(name: string): string | undefined {
  const words = name.toLowerCase().split(' ');
  const own = findKind(words.at(-1) ?? '');
  if (own && !own.plural) return own.kind;
  return PERSONAL_TITLES[words[0] ?? ''];
}

const SPEAKS = 'said|asked|cried|called|whispered|laughed|smiled|thought|answered|sighed|replied|wanted|felt';
function speaks(kind: string, text: string): boolean {
  return new RegExp(
    `\\b(?:${SPEAKS}) the (?:\\p{L}+ )?${escapePattern(kind)}\\b|\\b${escapePattern(kind)} (?:${SPEAKS})\\b`,
    'iu',
  ).test(text);
}

/** Things are somebody only where the text says so: "Spud the potato". */
function soberKind(name: string, kind: string | undefined, text: string): string | undefined {
  if (kind === undefined || !THINGS.has(kindTraits(kind).group)) return kind;
  const says = new RegExp(
    `${escapePattern(name)},? (?:was |is )?(?:the|an?) (?:\\p{L}+ )?${escapePattern(kind)}\\b|${escapePattern(kind)} (?:named|called) ${escapePattern(name)}`,
    'u',
  );
  return says.test(text) ? kind : undefined;
}
const THINGS = new Set<string>(['vehicle', 'sky-thing', 'plant', 'food', 'toy', 'object']);

/** "four little Rabbits, and their names were Flopsy, Mopsy and Peter": each of them is one. */
function readFamilies(text: string): Map<string, string> {
  const families = new Map<string, string>();
  const list =
    /(\p{L}+),? (?:and |who were |were )?(?:(?:whose|their) names (?:were|are)|named|called) ((?:\p{Lu}[\p{L}'-]+(?:, and |, | and )?){2,8})/gu;
  for (const [, noun = '', names = ''] of text.matchAll(list)) {
    const kind = findKind(noun);
    if (!kind?.plural) continue;
    for (const name of names.split(/, and |, | and /)) if (name !== '') families.set(name, kind.kind);
  }
  return families;
}

/** In another language: every kind the small dictionary knows. */
function translatedFigures(text: string, translated: string): Figure[] {
  if (translated === text) return [];
  const words = translated.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const kinds = new Set(words.flatMap((word) => findKind(word)?.kind ?? []));
  return [...kinds].map((kind) => ({ kind, adjectives: [], count: 1, role: 'actor' as const }));
}

/** What the words around names and kinds say of them, from the sentences that introduce them. */
function readFigures(text: string, names: readonly string[]): Figure[] {
  const sentences = text.split(/(?<=[.!?…。！？]["”’»“]?)\s+|\n+/);
  const chosen = new Set<number>();
  let letters = 0;
  const take = (index: number) => {
    const length = sentences[index]?.length ?? 0;
    if (chosen.has(index) || letters + length > READ_LETTERS) return;
    chosen.add(index);
    letters += length;
  };
  for (const name of names) {
    const pattern = patternOf(name);
    let found = 0;
    for (let index = 0; index < sentences.length && found < 2; index++) {
      if (pattern.test(sentences[index] ?? '')) {
        take(index);
        found++;
      }
    }
  }
  for (let index = 0; index < sentences.length && letters < READ_LETTERS; index++) {
    // The beginning word by word, then wherever a story brings in somebody new.
    if (index < 25 || /\b(?:an?|one|old|little|young)\s+\p{Ll}+/u.test(sentences[index] ?? '')) take(index);
  }
  const sample = [...chosen]
    .toSorted((a, b) => a - b)
    .map((index) => sentences[index])
    .join(' ');
  return findFigures(readTerms(translateForeignWords(sample)));
}

function patternOf(name: string): RegExp {
  const parts = name.split(' ');
  const title = PERSONAL_TITLES[parts[0]?.toLowerCase() ?? ''];
  // "Sir Roland" is Roland too, and "the Red Knight" no knight.
  const forms =
    title && parts.length === 2
      ? [name, parts[1] as string]
      : [name, ...(parts.length > 1 ? [parts[0] as string] : [])];
  return new RegExp(
    `(?<!\\p{L})(?:${forms.map(escapePattern).join('|').replaceAll(' ', '\\.? ')})(?!\\p{L})`,
    'u',
  );
}

/** The kind in the text's own language: where "mouse" was translated, the word it was translated from. */
function kindPattern(kind: string, text: string, translated: string): RegExp {
  const forms = [kind, pluralOf(kind)];
  if (translated !== text) {
    const own = text.match(/[\p{L}-]+/gu) ?? [];
    forms.push(...new Set(own.filter((word) => translateForeignWords(`und ${word}`).endsWith(` ${kind}`))));
  }
  return new RegExp(`(?<!\\p{L})(?:${forms.map(escapePattern).join('|')})(?!\\p{L})`, 'iu');
}

const countOf = (text: string, pattern: RegExp) =>
  text.match(new RegExp(pattern, `${pattern.flags}g`))?.length ?? 0;

/** How a text speaks of somebody right after naming nobody else. */
function pronounNear(text: string, pattern: RegExp, names: readonly { name: string }[]): Pronoun | undefined {
  let she = 0;
  let he = 0;
  const all = new RegExp(pattern, `${pattern.flags}g`);
  for (const found of text.matchAll(all)) {
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 120);
    const other = names
      .map(({ name }) => after.indexOf(name.split(' ').at(-1) ?? name))
      .filter((at) => at >= 0);
    const near = after.slice(0, Math.min(...other, after.length));
    const first = /\b(she|her|hers|herself|he|him|his|himself|elle|ella|sie)\b/i
      .exec(near)?.[1]
      ?.toLowerCase();
    if (first === undefined) continue;
    if (/^(she|her|hers|herself|elle|ella)$/.test(first)) she++;
    else if (first !== 'sie') he++;
  }
  return she === he ? undefined : she > he ? 'she' : 'he';
}

/** A text that says "I" more often than any name is told by somebody who is in it. */
function findNarrator(text: string, mostCalled: number) {
  const told = text.replace(/"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/g, ' ');
  const pattern = /(?<!\p{L})(?:I|me|my|myself)(?!\p{L})/u;
  const count = countOf(told, pattern);
  if (count < 3 || count <= mostCalled) return undefined;
  const figure: Figure = { name: 'Narrator', kind: 'child', adjectives: [], count: 1, role: 'actor' };
  return { figure, pattern, count };
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
