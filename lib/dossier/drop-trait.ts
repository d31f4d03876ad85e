import { meaningOf } from './meaning.ts';

/** A description without one of its traits: of "a shy girl, loves cats" and "shy", "a girl, loves cats". */
export function dropTrait(description: string, trait: string): string {
  if (meaningOf(trait) === '') return description;
  const pattern = new RegExp(
    `(?<![\\p{L}-])(?:(?:very|quite|rather|really|so|too|a bit|not) )*${escapePattern(trait.trim())}(?![\\p{L}-])`,
    'iu',
  );
  const parts = description.split(/(?<=[.!?])\s+|[,;]\s+/);
  const kept = parts.flatMap((part) => {
    if (!pattern.test(part)) return [part];
    const rest = part
      .replace(pattern, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^ ?(?:and|but|or) | (?:and|but|or)(?= ?[.!?]?$)/g, '')
      .replace(
        /^(an?) (?=(\p{L}))/iu,
        (_, article: string, letter: string) => `${article.charAt(0)}${/[aeiou]/i.test(letter) ? 'n' : ''} `,
      )
      .trim();
    return /^(?:an?|the|is|was|and|but|very|not)?[.!?]?$/i.test(rest) ? [] : [rest];
  });
  return kept.length === parts.length && kept.every((part, index) => part === parts[index])
    ? description
    : kept.join(', ').replace(/\.,/g, '.');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
