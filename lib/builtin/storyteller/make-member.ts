import type { CastMember, Pronoun } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { capitalise, withArticle } from './grammar.ts';
import { pronounOfKind } from './kinds.ts';
import { describeLooks } from './looks.ts';
import { chooseName } from './names.ts';
import { asKnown } from './sequel/sheet-figure.ts';
import type { Member } from './stage.ts';
import { isNamed } from './told/read-cast.ts';
import { nameTellsKind } from './understand-prompt/personal-titles.ts';
import type { Figure } from './understand-prompt/prompt-reading.ts';

const CHILD_WORDS =
  /^(daughter|son|brother|sister|kid|baby|toddler|twin|sibling|friend|cousin|niece|nephew|granddaughter|grandson|hero|pupil|student|schoolgirl|schoolboy)$/;

const KIN =
  /^(grandpa|grandma|granny|nana|granddad|mom|mum|mommy|mummy|dad|daddy|mother|father|grandmother|grandfather|santa)$/;

/** The noun a picture can show: a daughter is drawn as a girl. */
function drawableKind(kind: string | undefined, pronoun: Pronoun | undefined): string {
  if (kind && !CHILD_WORDS.test(kind)) return kind;
  const said = pronoun ?? (kind ? pronounOfKind(kind) : undefined);
  return said === 'she' ? 'girl' : said === 'he' ? 'boy' : 'child';
}

export function makeMember(
  figure: Figure,
  role: 'hero' | 'companion' | 'other',
  taken: string[],
  random: Random,
  beside?: Member,
): Member {
  const given = figure.pronoun ?? (figure.kind ? pronounOfKind(figure.kind) : undefined);
  // A second friend whose pronoun nobody knows takes the other one, so that "she" and "he" stay clear.
  const other: Pronoun | undefined =
    beside?.pronoun === 'she' ? 'he' : beside?.pronoun === 'he' ? 'she' : undefined;
  const pronoun = given ?? other ?? random.pick<Pronoun>(['she', 'he']);
  const kind = drawableKind(figure.kind, pronoun);
  // One's own grandpa needs no other name.
  const kin =
    role === 'companion' && KIN.test(kind) ? kind.charAt(0).toUpperCase() + kind.slice(1) : undefined;
  const name = figure.name ?? (kin && !taken.includes(kin) ? kin : chooseName(kind, pronoun, taken, random));
  const adjectives = figure.adjectives.filter((word) => word !== kind).slice(0, 2);
  const described = [...adjectives, kind].join(' ');
  const looks = describeLooks(
    { kind, pronoun, adjectives, ...(figure.outfit && { outfit: figure.outfit }) },
    random.fork('looks'),
  );
  const relation =
    figure.kind && /^(brother|sister|cousin|twin)$/.test(figure.kind) ? figure.kind : undefined;
  const member: Member = {
    ...(relation && { relation }),
    id: slugOf(name, role),
    name,
    the: name,
    a: introduction(described, name, kind),
    kind,
    pronoun,
    adjectives,
    role,
    ...looks,
  };
  const told = figure.told ? asTold(member, figure.told) : member;
  return figure.sheet ? asKnown(told, figure.sheet) : told;
}

/** Goes by what they were called, "the grumpy wizard" too, and looks as they were described. */
function asTold(member: Member, told: CastMember): Member {
  const described = told.description
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .slice(0, 250);
  const isRepeated = [described, withArticle(described)].some((text) =>
    member.description.toLowerCase().startsWith(`${text.toLowerCase()} `),
  );
  const description =
    described === '' || isRepeated ? member.description : `${capitalise(described)}. ${member.description}`;
  const common = { ...member, description: description.slice(0, 400), told };
  if (isNamed(told.name))
    return { ...common, name: told.name, the: told.name, id: slugOf(told.name, member.role) };
  const bare = told.name.replace(/^(the|a|an|some|another)\s+/i, '');
  if (KIN.test(bare.toLowerCase())) {
    const name = capitalise(bare);
    return { ...common, id: slugOf(bare, member.role), name, the: name, a: name };
  }
  const isOwned = /^(my|his|her|their|our)\s/i.test(bare);
  return {
    ...common,
    id: slugOf(bare, member.role),
    name: bare.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase()),
    the: isOwned ? bare : `the ${bare}`,
    a: isOwned ? bare : withArticle(bare),
  };
}

/** "a shy fox named Nova", but "Grandma Ruth" and "a shy detective called Sam": nobody is told twice what somebody is. */
function introduction(described: string, name: string, kind: string): string {
  if (!nameTellsKind(name, kind)) return `${withArticle(described)} named ${name}`;
  const bare = name.split(' ').slice(1).join(' ');
  return described === kind || bare === '' ? name : `${withArticle(described)} called ${bare}`;
}

/** One's own family has no article: "Grandpa". */
function makeKin(kind: string, pronoun: Pronoun, random: Random): Member {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  const looks = describeLooks({ kind, pronoun, adjectives: [] }, random.fork('looks'));
  return {
    id: slugOf(kind, 'other'),
    name,
    the: name,
    a: name,
    kind,
    pronoun,
    adjectives: [],
    role: 'other',
    ...looks,
  };
}

/** Those the plot brings in go by their kind: "the old owl". A name from the prompt stays. */
export function makeOther(figure: Figure, random: Random): Member {
  const kind = drawableKind(figure.kind, figure.pronoun);
  const pronoun = figure.pronoun ?? pronounOfKind(kind) ?? random.pick<Pronoun>(['she', 'he']);
  if (KIN.test(kind) && !figure.name) return makeKin(kind, pronoun, random);
  const adjectives = figure.adjectives.slice(0, 2);
  const described = [...adjectives, kind].join(' ');
  const name = figure.name ?? described.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
  const looks = describeLooks({ kind, pronoun, adjectives }, random.fork('looks'));
  return {
    id: `${slugOf(kind, 'other')}`,
    name,
    the: figure.name ?? `the ${kind}`,
    a: figure.name ? introduction(described, name, kind) : withArticle(described),
    kind,
    pronoun,
    adjectives,
    role: 'other',
    ...looks,
  };
}

function slugOf(name: string, fallback: string): string {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}
