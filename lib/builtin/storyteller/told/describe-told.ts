import type { CastMember } from '../../../story/schema.ts';
import { capitalise, withArticle } from '../grammar.ts';
import { findKindAt } from '../kinds.ts';
import type { Member } from '../stage.ts';
import { toPastTense } from './past-tense.ts';

/** What templates would take for their own notation is no part of a sentence; neither are line ends. */
export function plainText(text: string): string {
  return text
    .replace(/[[\]{}<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Ends as a sentence ends. */
export function endSentence(text: string): string {
  const capital = capitalise(text.trim());
  return /[.!?…]["”’)]?$/.test(capital) ? capital : `${capital}.`;
}

const STARTS_CLAUSE =
  /^(?:has|have|is|lives?|loves?|likes?|hates?|wears?|can|cannot|knows?|with|an?|the|very|afraid|always|never|not|who)$/i;

/** The clauses of a description: "a small red dragon; afraid of the dark" are two. */
export function clausesOf(text: string): string[] {
  return plainText(text)
    .replace(/,\s+(?=(\S+))/g, (comma, next: string, at: number, whole: string) => {
      // "a boy, has magic boots" are two clauses, "a small, red dragon" is one.
      const before = whole
        .slice(0, at)
        .toLowerCase()
        .split(/[^\p{L}-]+/u);
      const isWhole = findKindAt(before, before.length - 1) !== undefined;
      return isWhole || STARTS_CLAUSE.test(next) ? '; ' : comma;
    })
    .split(/\s*(?:;|(?<=\p{L}{2})[.!](?:\s+|$)|\s-\s)\s*/u)
    .filter((clause) => /\p{L}/u.test(clause));
}

/** "a small red dragon", also where the article was left out; undefined for what is no noun phrase. */
export function asNounPhrase(clause: string): string | undefined {
  if (/^(a|an|the|one of|one)\s/i.test(clause)) return clause.charAt(0).toLowerCase() + clause.slice(1);
  const words = clause.toLowerCase().split(/[^\p{L}-]+/u);
  if (
    /^(he|she|they|it|is|was|has|had|who|with|in|and|but|not|very|her|his|their|my|our)$/.test(words[0] ?? '')
  ) {
    return /^(her|his|their|my|our)$/.test(words[0] ?? '') ? clause : undefined;
  }
  const at = words.findIndex((_, index) => findKindAt(words, index));
  const opens = words.slice(0, Math.max(at, 0));
  const isPhrase =
    at >= 0 &&
    at <= 3 &&
    !opens.some((word) => /^(of|to|like|likes|by|for|at|loves|and|with|in)$/.test(word));
  return isPhrase ? withArticle(clause.charAt(0).toLowerCase() + clause.slice(1)) : undefined;
}

/** A clause of a description as a whole sentence in the past: "afraid of the dark" → "Ember was afraid of the dark." */
export function tellClause(clause: string, member: Member, subject = member.the): string {
  const phrase = asNounPhrase(clause);
  const first = clause.split(' ', 1)[0]?.toLowerCase() ?? '';
  if (phrase) return endSentence(toPastTense(`${subject} is ${phrase}`));
  if (/^(he|she|they|it)$/.test(first) || startsWithName(clause, member))
    return endSentence(toPastTense(clause));
  if (first === 'who') return endSentence(toPastTense(`${subject} ${clause.slice(4)}`));
  if (first === 'with') return endSentence(toPastTense(`${subject} has ${clause.slice(5)}`));
  const withVerb = `${subject} ${clause}`;
  const past = toPastTense(withVerb);
  const hasVerb =
    past !== withVerb.replace(/’/g, "'") &&
    /^(?:is|was|has|had|can|can't|does|doesn't|\p{Ll}+s)$/u.test(first);
  return endSentence(hasVerb ? past : toPastTense(`${subject} is ${clause}`));
}

function startsWithName(text: string, member: Member): boolean {
  return text.toLowerCase().startsWith(member.the.toLowerCase());
}

/** "Nova’s best friend" → "Pip was Nova’s best friend."; said as a sentence it stays one. */
export function tellRelationship(relationship: string, member: Member, subject = member.the): string {
  const tie = plainText(relationship).replace(/[.\s]+$/, '');
  if (startsWithName(tie, member) && !/^\S+(?:'|’)s\b/.test(tie)) return endSentence(toPastTense(tie));
  if (/\b(is|was|are|were)\b/.test(tie) && !/^(is|was|are|were)\b/.test(tie))
    return endSentence(toPastTense(tie));
  if (
    /^(is|was|has|had|loves|likes|hates|knows|lives|helps|wants|misses|looks|takes|works|follows|protects|teaches)\b/.test(
      tie,
    )
  )
    return endSentence(toPastTense(`${subject} ${tie}`));
  const article =
    /^(best )?(friend|brother|sister|cousin|pet|twin|helper|enemy|neighbour|teacher|mother|father|son|daughter)s? (of|to|with)\b/i.test(
      tie,
    );
  return endSentence(toPastTense(`${subject} is ${article ? 'the ' : ''}${tie}`));
}

/** How somebody changes: "learns to ask for help" → "Ember learned to ask for help." */
export function tellArc(arc: string, member: Member): string {
  const change = plainText(arc).replace(/[.\s]+$/, '');
  const first = change.split(' ', 1)[0]?.toLowerCase() ?? '';
  if (startsWithName(change, member) || /^(he|she|they|it|at|in|by|when)$/.test(first))
    return endSentence(toPastTense(change));
  if (first === 'from') return endSentence(`${member.the} went ${change}`);
  if (first === 'to') return endSentence(`${member.the} learned ${change}`);
  if (
    /^(brave|braver|kind|kinder|strong|stronger|happy|happier|less|more|confident|wise|wiser|calm|free|friends|a|an|the)$/.test(
      first,
    )
  ) {
    return endSentence(`${member.the} became ${change}`);
  }
  if (/ing$/.test(first)) return endSentence(`${member.the} ended up ${change}`);
  const past = toPastTense(`${member.the} ${change}`);
  if (past !== `${member.the} ${change}`.replace(/’/g, "'")) return endSentence(past);
  return endSentence(`what changed for ${member.the} was this: ${change}`);
}

/** All that was told of somebody, as sentences: who they are, to whom they belong, and the rest. */
export function introduceTold(member: Member, told: CastMember): string[] {
  // "The dragon was a dragon" says nothing of it.
  const bareName = told.name.toLowerCase().replace(/^(?:the|an?)\s+/, '');
  const [first, ...rest] = clausesOf(told.description).filter(
    (clause) => clause.toLowerCase().replace(/^(?:the|an?)\s+/, '') !== bareName,
  );
  const phrase = first === undefined ? undefined : asNounPhrase(first);
  const ties = told.relationships.filter((tie) => !isSaid(tie, told));
  const [tie, ...others] = ties;
  const isPlainTie =
    tie !== undefined && /^[\p{L}’' -]+(?:’|')s? [\p{Ll} -]+$/u.test(tie) && !/\bis\b/.test(tie);
  const isPlainPhrase = phrase !== undefined && phrase.split(' ').length <= 8 && /^an? /.test(phrase);
  const again = member.pronoun === 'she' ? 'she' : member.pronoun === 'he' ? 'he' : member.the;
  if (first !== undefined && isPlainPhrase && isPlainTie) {
    return [
      endSentence(`${member.the}, ${toPastTense(phrase)}, was ${tie}`),
      ...others.map((one) => tellRelationship(one, member, again)),
      ...rest.map((clause) => tellClause(clause, member, again)),
    ];
  }
  const opening = first === undefined ? [] : [tellClause(first, member)];
  const more = [
    ...rest.map((clause) => [clause, tellClause] as const),
    ...ties.map((one) => [one, tellRelationship] as const),
  ];
  return [
    ...opening,
    ...more.map(([text, tell], index) => tell(text, member, opening.length + index > 0 ? again : member.the)),
  ];
}

/** "Mia’s toy" says nothing new of "her toy elephant", nor "Tom’s grandpa" of grandpa. */
function isSaid(tie: string, told: CastMember): boolean {
  const noun = /(?:’|')s ([\p{Ll} -]+)$/u.exec(tie)?.[1] ?? /^([\p{Ll} -]+?) (?:of|to) /u.exec(tie)?.[1];
  if (noun === undefined) return false;
  if (told.name.toLowerCase().includes(noun)) return true;
  return (
    /^(his|her|their)\s/i.test(told.description) && new RegExp(`\\b${noun}\\b`, 'i').test(told.description)
  );
}
