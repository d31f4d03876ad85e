import { meaningOf } from './meaning.ts';

/** A description without one of its traits: of "a shy girl, loves cats" and "shy", "a girl, loves cats". */
export function dropTrait(description: string, trait: string): string {
  if (meaningOf(trait) === '') return description;
  const said = `(?<![\\p{L}-])(?:(?:very|quite|rather|really|so|too|a bit|not) )*${escapePattern(trait.trim())}(?![\\p{L}-])`;
  if (!new RegExp(said, 'iu').test(description)) return description;
  // Of "a shy, clever girl" the article stays with the girl.
  const listed = new RegExp(`\\b(an?) ${said},? (?:and )?(?=(\\p{L}))`, 'giu');
  const parts = description.replace(listed, (_, article: string, letter: string) =>
    articleFor(article, letter),
  );
  return parts
    .split(/(?<=[.!?])\s+|[,;]\s+/)
    .flatMap((part) => {
      const rest = part
        .replace(new RegExp(said, 'giu'), ' ')
        .replace(/\s+/g, ' ')
        .replace(/^ ?(?:and|but|or) | (?:and|but|or)(?= ?[.!?]?$)/g, '')
        .trim();
      return /^(?:an?|the|is|was|and|but|very|not)?[.!?]?$/i.test(rest) ? [] : [rest];
    })
    .reduce((text, part) => (text === '' ? part : `${text}${/[.!?]$/.test(text) ? '' : ','} ${part}`), '');
}

function articleFor(article: string, letter: string): string {
  return `${article.charAt(0)}${/[aeiou]/i.test(letter) ? 'n' : ''} `;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
