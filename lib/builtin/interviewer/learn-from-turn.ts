import { mergeFindings } from '../../dossier/merge-findings.ts';
import type { Dossier, Utterance } from '../../dossier/schema.ts';
import { findStoryElements } from '../extractor/find-story-elements.ts';

/** The turn itself and as much before it as "she" and "yes" may mean. */
const MESSAGES_READ = 7;

/** The dossier with what this turn told: the kept one is brought up to date only after our answer. Pure. */
export function learnFromTurn({ messages, dossier }: { messages: Utterance[]; dossier: Dossier }): Dossier {
  const findings = findStoryElements({ messages: messages.slice(-MESSAGES_READ), dossier });
  return mergeFindings(dossier, findings).dossier;
}
