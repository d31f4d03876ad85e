import { type DecisionPlace, noteDecision } from './decisions.ts';
import type { PersonalDataKind } from './personal-data/kinds.ts';
import { maskPersonalData } from './personal-data/mask-personal-data.ts';

/** Where people say or give something: only there is somebody's own address or number to be expected. */
const SAID: ReadonlySet<DecisionPlace> = new Set(['prompt', 'chat', 'profile', 'document']);
/** The shortest limit of a line that we keep: a mask may be longer than what it covers, never than its field. */
const SHORTEST_LINE_LIMIT = 60;
/** A paragraph of a document that is longer is looked at line by line. */
const LONGEST_PARAGRAPH = 2_000;

/**
 * What people say or give, as it may be kept and shown to a provider: with masks where it told who and where a child is. Each
 * kind that was found is noted.
 * @param maxLength of the field it is kept in; without it the text may not become longer than it is (or a short line)
 */
export function maskSaid(
  text: string,
  place: DecisionPlace,
  maxLength = Math.max(text.length, SHORTEST_LINE_LIMIT),
): string {
  if (!SAID.has(place)) return text;
  const masked = place === 'document' ? maskDocument(text) : maskPersonalData(text);
  for (const rule of masked.found) noteDecision({ action: 'masked', rule, place, text });
  return masked.found.length === 0 ? text : shorten(masked.text, maxLength);
}

/**
 * A document is told as it is: the name of its hero stays, although somewhere in it there is a date of birth. So each
 * paragraph is looked at by itself.
 */
function maskDocument(text: string): { text: string; found: PersonalDataKind[] } {
  const found = new Set<PersonalDataKind>();
  const mask = (piece: string) => {
    const masked = maskPersonalData(piece);
    for (const kind of masked.found) found.add(kind);
    return masked.text;
  };
  const paragraphs = text
    .split('\n\n')
    .map((paragraph) =>
      paragraph.length <= LONGEST_PARAGRAPH ? mask(paragraph) : paragraph.split('\n').map(mask).join('\n'),
    );
  return { text: paragraphs.join('\n\n'), found: [...found] };
}

/** Cut at the end, and not inside of a mask: half of one says nothing. */
function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return text
    .slice(0, maxLength)
    .replace(/\[[^\]]{0,24}$/, '')
    .toWellFormed()
    .trimEnd();
}
