import type { Phrase } from './read-phrases.ts';
import type { Member, StoryCast } from './story-cast.ts';

export function named(name: string, phrase: Phrase, cast: StoryCast): Member {
  // Told before without a name: "a dragon", now "the dragon is called Ember".
  if (phrase.determiner === 'the' && phrase.kind) {
    const earlier = cast.findKind(phrase.kind);
    if (earlier && !earlier.isNamed) {
      cast.rename(earlier, name);
      return earlier;
    }
  }
  const member = cast.add(name, phrase.kind);
  member.isNamed = true;
  return member;
}

/** "a grumpy old troll" → the grumpy old troll: without a name, one is called what was said. */
export function unnamed(phrase: Phrase, cast: StoryCast): Member {
  const kind = phrase.plural ? `${phrase.kind}` : phrase.kind;
  const words = phrase.adjectives.filter(
    (word) => !/^(very|year|year-old|another|other|new|best|\d+|\d+-year-old)$/.test(word),
  );
  const member = cast.add(
    [
      'the',
      ...(phrase.plural && phrase.count > 1 ? [wordOf(phrase.count)] : []),
      ...words,
      phrase.plural ? pluralWord(kind as string) : kind,
    ]
      .filter(Boolean)
      .join(' '),
    phrase.kind,
  );
  member.isNamed = false;
  if (phrase.plural) member.pronoun = 'they';
  return member;
}

function wordOf(count: number): string {
  return count === 2 ? '' : (['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'][count] ?? '');
}

function pluralWord(kind: string): string {
  if (/(mouse)$/.test(kind)) return kind.replace(/mouse$/, 'mice');
  if (/(s|x|ch|sh)$/.test(kind)) return `${kind}es`;
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  if (/(wolf|elf|thief)$/.test(kind)) return kind.replace(/f$/, 'ves').replace(/elfves$/, 'elves');
  return /(sheep|fish|deer)$/.test(kind) ? kind : `${kind}s`;
}

export function describe(phrase: Phrase): string {
  const words = [...phrase.adjectives.filter((word) => word !== 'best'), phrase.kind as string]
    .join(' ')
    .replace(/(\d+|four|five|six|seven|eight|nine|ten) year old/, '$1-year-old');
  if (phrase.plural)
    return phrase.count > 1 && phrase.names.length > 0
      ? `one of ${wordOf(phrase.count) || 'two'} ${phrase.adjectives.join(' ')} ${pluralWord(phrase.kind as string)}`.replace(
          / +/g,
          ' ',
        )
      : '';
  if (
    phrase.owner &&
    /^(friend|sister|brother|dog|cat|pet)$/.test(phrase.kind as string) &&
    phrase.adjectives.length === 0 &&
    phrase.names.length === 0
  )
    return '';
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
