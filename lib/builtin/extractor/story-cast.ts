import { meaningOf } from '../../dossier/meaning.ts';
import type { Dossier } from '../../dossier/schema.ts';
import { findKind, pronounOfKind } from '../storyteller/kinds.ts';
import { genderOfName } from '../storyteller/understand-prompt/given-names.ts';
import { readTerms } from '../storyteller/understand-prompt/terms.ts';

/** Somebody of the story, or somebody it is told to, as far as the conversation says. */
export type Member = {
  name: string;
  kind: string | undefined;
  pronoun: 'she' | 'he' | 'they' | 'it' | undefined;
  /** "Luna", not "the grumpy old troll". */
  isNamed: boolean;
  /** A child the story is for; in the story only when something happens to them there. */
  isListener: boolean;
  description: string[];
  relationships: string[];
  arc: string[];
  /** What the dossier says of them already. */
  known: string;
};

/** Who is known while a conversation is read, whom a pronoun means, and what shall change in the dossier. */
export class StoryCast {
  readonly members: Member[] = [];
  readonly renamed: { from: string; to: string }[] = [];
  readonly removed: string[] = [];
  /** "Not shy any longer": what was said of somebody and does not hold. */
  readonly takenBack: { member: Member; trait: string }[] = [];
  /** Who did something together last: "they". */
  together: Member[] = [];
  /** Most recently spoken of first. */
  private recent: Member[] = [];

  constructor(dossier: Dossier) {
    for (const { name, description, relationships } of dossier.characters) {
      const kind = kindIn(name) ?? kindIn(description) ?? kindIn(relationships.join(' '));
      const member = createMember(name, kind);
      member.isNamed = !/^(the|a|an)\s/i.test(name);
      member.known = description;
      member.pronoun ??= /\bshe\b|\bher\b/.test(description) ? 'she' : undefined;
      this.members.push(member);
    }
    // The hero was told first and is meant when nobody else was spoken of.
    this.recent = this.members.slice();
  }

  add(name: string, kind: string | undefined): Member {
    const known = this.find(name);
    if (known) {
      known.kind ??= kind;
      known.pronoun ??= kind ? pronounOfKind(kind) : undefined;
      this.speakOf(known);
      return known;
    }
    const member = createMember(name, kind);
    this.members.push(member);
    this.recent.unshift(member);
    return member;
  }

  find(name: string): Member | undefined {
    const wanted = meaningOf(name);
    return (
      this.members.find((one) => meaningOf(one.name) === wanted) ??
      this.members.find(
        (one) => one.isNamed && wanted !== '' && meaningOf(one.name).split(' ').at(-1) === wanted,
      )
    );
  }

  /** "the troll", "her dragon": the latest of that kind. */
  findKind(kind: string): Member | undefined {
    return this.recent.find((one) => one.kind === kind || meaningOf(one.name).split(' ').at(-1) === kind);
  }

  /** "the sisters": all of that kind, when there are several. */
  findAll(kind: string): Member[] {
    const found = this.members.filter((one) => one.kind === kind && !one.isListener);
    return found.length > 1 ? found : [];
  }

  speakOf(member: Member): void {
    this.recent = [member, ...this.recent.filter((one) => one !== member)];
  }

  /** Whom a pronoun means, of those met before it; one whose pronoun is not known yet takes it. */
  resolve(pronoun: 'she' | 'he' | 'they' | 'it', unmet: readonly Member[] = []): Member | undefined {
    const candidates = this.recent.filter((one) => !unmet.includes(one));
    const sure = candidates.find((one) => one.pronoun === pronoun);
    const open = candidates.find((one) => one.pronoun === undefined || one.pronoun === 'it');
    if (pronoun === 'it' || pronoun === 'they')
      return (
        candidates.find((one) => one.pronoun === pronoun) ??
        candidates.find((one) => one.pronoun === undefined)
      );
    const found =
      sure && open
        ? candidates.indexOf(sure) < candidates.indexOf(open) || sure.isListener === false
          ? sure
          : open
        : (sure ?? open);
    if (found && found.pronoun !== pronoun) found.pronoun = pronoun;
    return found;
  }

  /** The two or more spoken of last: "they are twins". */
  latest(count: number): Member[] {
    return this.recent.filter((one) => !one.isListener).slice(0, count);
  }

  latestUnnamed(): Member | undefined {
    return this.recent.find((one) => !one.isNamed);
  }

  isNextListener(): boolean {
    return this.recent[0]?.isListener === true;
  }

  rename(member: Member, to: string): void {
    if (meaningOf(member.name) === meaningOf(to)) return;
    const other = this.find(to);
    if (other && other !== member) {
      // A new name that somebody has: told again, nothing to do.
      if (!member.isNamed) this.drop(member);
      this.speakOf(other);
      return;
    }
    this.renamed.push({ from: member.name, to });
    const pattern = new RegExp(`(?<![\\p{L}])${escapePattern(member.name)}(?![\\p{L}])`, 'gu');
    for (const one of this.members)
      one.relationships = one.relationships.map((text) => text.replace(pattern, to));
    member.name = to;
    member.isNamed = true;
    member.pronoun ??= genderOfName(to) ?? readTerms(to)[0]?.nameGender;
    this.speakOf(member);
  }

  remove(member: Member): void {
    this.removed.push(member.name);
    this.drop(member);
  }

  private drop(member: Member): void {
    this.members.splice(this.members.indexOf(member), 1);
    this.recent = this.recent.filter((one) => one !== member);
  }
}

function createMember(name: string, kind: string | undefined): Member {
  return {
    name,
    kind,
    pronoun: (kind ? pronounOfKind(kind) : undefined) ?? genderOfName(name.split(' ').at(-1) ?? name),
    isNamed: true,
    isListener: false,
    description: [],
    relationships: [],
    arc: [],
    known: '',
  };
}

function kindIn(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  // The last word of the first noun phrase says most: "the pirate cat".
  for (const word of words.slice(0, 12).reverse()) {
    const found = findKind(word);
    if (found) return found.kind;
  }
  return undefined;
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
