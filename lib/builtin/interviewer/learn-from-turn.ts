import { mergeFindings } from '../../dossier/merge-findings.ts';
import type { Dossier, DossierFindings, Utterance } from '../../dossier/schema.ts';
import { findStoryElements } from '../extractor/find-story-elements.ts';
import { readIntent } from './read-intent.ts';

/** What was asked and what was answered; who "she" is, the dossier knows. More would bring back what was put right. */
const MESSAGES_READ = 2;
const BARE_WORDS = 3;
/** How a bare "dinosaur" or "funny please" is understood that answers nothing. */
const FEELING =
  /^\W*(?:more )?(gentle|funny|silly|spooky|scary|exciting|adventurous|dreamy)(?: please)?\W*$/i;
const FEELING_QUESTION: Utterance = { role: 'assistant', text: 'Should it feel gentle, funny or spooky?' };
const OPENING_QUESTION: Utterance = { role: 'assistant', text: 'Who is your story about?' };

/**
 * The dossier with what this turn told: the kept one is brought up to date only after our answer. Pure.
 * @returns `guessed`: what only we read into a bare first word, and nobody else will keep
 */
export function learnFromTurn({ messages, dossier }: { messages: Utterance[]; dossier: Dossier }): {
  dossier: Dossier;
  guessed: DossierFindings | undefined;
} {
  const last = messages.at(-1);
  if (last?.role !== 'user' || readIntent(last.text) === 'nonsense') return { dossier, guessed: undefined };
  const findings = findStoryElements({ messages: messages.slice(-MESSAGES_READ), dossier });
  const learned = mergeFindings(dossier, findings);
  const isBare = last.text.trim().split(/\s+/).length <= BARE_WORDS && readIntent(last.text) === 'tell';
  const isFirst = !messages.slice(0, -1).some(({ text }) => text.includes('?'));
  const asksForFeeling = FEELING.test(last.text);
  if (!isBare || !(isFirst || asksForFeeling) || learned.changes.length > 0)
    return { dossier: learned.dossier, guessed: undefined };
  const guessed = findStoryElements({
    messages: [asksForFeeling ? FEELING_QUESTION : OPENING_QUESTION, last],
    dossier,
  });
  const merged = mergeFindings(dossier, guessed);
  return { dossier: merged.dossier, guessed: merged.changes.length > 0 ? guessed : undefined };
}

/** What a conversation told before its last message, for those who keep no dossier. Pure. */
export function learnFromConversation(messages: Utterance[], dossier: Dossier): Dossier {
  return messages.reduce(
    (known, { role }, index) =>
      role === 'user' && index < messages.length - 1
        ? learnFromTurn({ messages: messages.slice(0, index + 1), dossier: known }).dossier
        : known,
    dossier,
  );
}
