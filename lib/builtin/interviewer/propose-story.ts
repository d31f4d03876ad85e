import type { Dossier, Utterance } from '../../dossier/schema.ts';
import { freshWording, ourWords } from './choose-wording.ts';

/** One wish at a time is offered with the proposal, and each once. All begin alike: so we know later that we proposed. */
const WITH_WISH: { isOpen: (dossier: Dossier) => boolean; wish: string }[] = [
  { isOpen: ({ tone }) => tone === null, wish: 'should it feel gentle, funny or full of adventure?' },
  { isOpen: ({ ageGroup }) => ageGroup === null, wish: 'first hear how old the listener is?' },
  { isOpen: ({ style }) => style === null, wish: 'do you wish for a style: watercolour, crayon or paper?' },
];
const PLAIN = [
  'Shall I make it, or would you like to change something first?',
  'Shall I make it like this?',
  'Shall I make it now?',
  'Shall I make it for you, just so?',
];
const PROPOSED = /Shall I make it|Say “make it”/;
const BEGUN = /Your story is on (its way|the loom)/;

export const ON_ITS_WAY = 'Your story is on its way.';

/** The question that goes with a proposal, never the same twice. */
export function proposalQuestion(dossier: Dossier, messages: readonly Utterance[]): string {
  const said = ourWords(messages);
  const open = WITH_WISH.find(
    ({ isOpen, wish }) => isOpen(dossier) && !said.some((text) => text.toLowerCase().includes(wish)),
  );
  // A wish and a plain question take turns: nobody likes to be asked for everything.
  const isWishDue = open && !WITH_WISH.some(({ wish }) => said.at(-1)?.endsWith(wish));
  if (isWishDue) return `Shall I make it, or ${open.wish}`;
  return freshWording(PLAIN, said) ?? 'Say “make it” when you like it so.';
}

export function isProposal(answer: string): boolean {
  return PROPOSED.test(answer);
}

/** How far a conversation has come, read from our own words: what tools were called is not kept with a message's text. */
export function progressOf(messages: readonly Utterance[]): { wasProposed: boolean; wasStarted: boolean } {
  const said = ourWords(messages);
  const begun = said.findLastIndex((text) => BEGUN.test(text));
  return { wasProposed: said.findLastIndex(isProposal) > begun, wasStarted: begun >= 0 };
}
