import { joinList, pluralOf, pronounForms } from './grammar.ts';
import { isPerson, kindTraits } from './kinds.ts';
import { markForms, markIntroduction, markName } from './manner/first-person.ts';
import type { Spot } from './places.ts';
import type { Member } from './stage.ts';

/** @param tellsSelf marks everything that means the hero, so that they can say "I" there */
export function heroSlots(hero: Member, tellsSelf = false): Record<string, string> {
  const forms = formsOf(hero, tellsSelf);
  const traits = kindTraits(hero.kind);
  return {
    h: nameOf(hero, tellsSelf),
    name: hero.name,
    ...forms,
    kind: hero.kind,
    intro: tellsSelf ? markIntroduction(hero.a) : hero.a,
    /** "a fox named Nova who", but "Grandma Ruth, who". */
    introwho: `${hero.a}${hero.a === hero.name ? ',' : ''} who`,
    /** "Pip the mouse", but never "Mia the girl". */
    hk: isPerson(hero.kind) || tellsSelf ? nameOf(hero, tellsSelf) : `${hero.name} the ${hero.kind}`,
    // "Mia was a girl" says nothing; a small word says a little.
    described: [
      ...(hero.adjectives.length > 0 ? hero.adjectives : [plainAdjective(hero.kind)]),
      hero.kind,
    ].join(' '),
    hand: traits.hand,
    hands: traits.hands,
    moved: traits.moved,
    cried: traits.cried,
  };
}

/** The slots of the companion whose turn it is to speak: with three friends, each gets a word. */
export function companionVoice(friends: readonly Member[], turn: number): Record<string, string> {
  const friend = friends[turn % Math.max(1, friends.length)];
  if (!friend) return {};
  const forms = pronounForms(friend.pronoun);
  return {
    f: friend.name,
    fhe: forms.he,
    fhim: forms.him,
    fhis: forms.his,
    fhimself: forms.himself,
    fkind: friend.kind,
  };
}

export function friendSlots(
  hero: Member,
  friends: readonly Member[],
  tellsSelf = false,
): Record<string, string> {
  const name = nameOf(hero, tellsSelf);
  const a = tellsSelf ? markIntroduction(hero.a) : hero.a;
  if (friends.length === 0) return { all: name, starring: a };
  return {
    ...companionVoice(friends, 0),
    starring: introduceTogether(hero, friends, tellsSelf),
    friendline: friendLine(hero, friends, tellsSelf),
    all: joinList(
      heroInTurn(
        name,
        friends.map((friend) => friend.name),
        tellsSelf,
      ),
    ),
    friends: joinList(friends.map((friend) => friend.name)),
  };
}

/** "Nova and Bip", but "Bip and I". */
function heroInTurn(hero: string, others: readonly string[], tellsSelf: boolean): string[] {
  return tellsSelf ? [...others, hero] : [hero, ...others];
}

function nameOf(hero: Member, tellsSelf: boolean): string {
  return tellsSelf ? markName(hero.name) : hero.name;
}

function formsOf(hero: Member, tellsSelf: boolean) {
  const forms = pronounForms(hero.pronoun);
  return tellsSelf ? markForms(forms) : forms;
}

function plainAdjective(kind: string): string {
  const { group } = kindTraits(kind);
  return ['woman', 'man', 'grown-up'].includes(group) ? 'cheerful' : 'little';
}

const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];

/** "two brothers named Tom and Ali", "a fox named Nova and a robot named Bip". */
function introduceTogether(hero: Member, friends: readonly Member[], tellsSelf: boolean): string {
  const all = [hero, ...friends];
  const relation = friends.every((friend) => friend.relation) ? friends[0]?.relation : undefined;
  if (!tellsSelf && all.every((one) => one.kind === hero.kind)) {
    const many = pluralOf(relation && relation === hero.relation ? relation : hero.kind);
    return `${COUNTS[all.length] ?? 'some'} ${[...hero.adjectives, many].join(' ')} named ${joinList(all.map((one) => one.name))}`;
  }
  const { his } = formsOf(hero, tellsSelf);
  const others = friends.map((one) =>
    isPerson(one.kind) ? `${his} ${one.relation ?? 'friend'} ${one.name}` : one.a,
  );
  return joinList(heroInTurn(tellsSelf ? markIntroduction(hero.a) : hero.a, others, tellsSelf));
}

/** "a robot named Bip was her best friend", "his brother Ali was always at his side": a sentence without its ends. */
function friendLine(hero: Member, friends: readonly Member[], tellsSelf: boolean): string {
  const { his, him } = formsOf(hero, tellsSelf);
  const [first] = friends;
  if (!first) return '';
  if (friends.length === 1) {
    return first.relation
      ? `${his} ${first.relation} ${first.name} went everywhere with ${him}`
      : `${first.a} was ${his} best friend`;
  }
  const kinds = new Set(friends.map((friend) => friend.kind));
  const names = joinList(friends.map((friend) => friend.name));
  if (friends.every((friend) => friend.relation)) return `${names} went everywhere with ${him}`;
  return kinds.size === 1 && kinds.has(hero.kind)
    ? `${his} best friends were called ${names}`
    : `${his} best friends were ${joinList(friends.map((friend) => (isPerson(friend.kind) ? friend.name : `${friend.name} the ${friend.kind}`)))}`;
}

export function memberSlots(key: string, member: Member): Record<string, string> {
  const forms = pronounForms(member.pronoun);
  return {
    [key]: member.the,
    [`a${key}`]: member.a,
    [`${key}he`]: forms.he,
    [`${key}him`]: forms.him,
    [`${key}his`]: forms.his,
    [`${key}kind`]: member.kind,
    [`${key}cried`]: kindTraits(member.kind).cried,
  };
}

export function spotSlots(spots: readonly Spot[]): Record<string, string> {
  return Object.fromEntries(
    spots.flatMap((one, index) => [
      [`s${index + 1}`, one.the],
      [`ats${index + 1}`, one.at],
      [`prop${index + 1}`, one.prop],
    ]),
  );
}
