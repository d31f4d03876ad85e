import type { Leniency } from './leniency.ts';
import { EATING_DISORDER, PROFANITY, SELF_HARM, SEXUAL_CONTENT } from './phrases/bodies.ts';
import {
  ANIMAL_CRUELTY,
  GRAPHIC_VIOLENCE,
  GRAPHIC_VIOLENCE_FOR_YOUNG,
  HORROR,
  HORROR_FOR_YOUNG,
} from './phrases/cruelty.ts';
import { DANGEROUS_CHALLENGE, DRUGS, GAMBLING, WEAPONS } from './phrases/dangers.ts';
import { EXTREMISM, HATE } from './phrases/hatred.ts';
import { createPhraseBook } from './phrases/phrase-matcher.ts';
import { GROOMING, PROMPT_INJECTION } from './phrases/strangers.ts';
import type { SafetyRule } from './safety-rules.ts';

const book = createPhraseBook({
  self_harm: SELF_HARM,
  sexual_content: SEXUAL_CONTENT,
  grooming: GROOMING,
  prompt_injection: PROMPT_INJECTION,
  hate: HATE,
  extremism: EXTREMISM,
  animal_cruelty: ANIMAL_CRUELTY,
  graphic_violence: GRAPHIC_VIOLENCE,
  eating_disorder: EATING_DISORDER,
  weapons: WEAPONS,
  dangerous_challenge: DANGEROUS_CHALLENGE,
  drugs: DRUGS,
  gambling: GAMBLING,
  profanity: PROFANITY,
  horror: HORROR,
  graphic_violence_for_young: GRAPHIC_VIOLENCE_FOR_YOUNG,
  horror_for_young: HORROR_FOR_YOUNG,
});

const TEEN = [
  'self_harm',
  'sexual_content',
  'grooming',
  'prompt_injection',
  'hate',
  'extremism',
  'animal_cruelty',
  'graphic_violence',
  'eating_disorder',
  'weapons',
  'dangerous_challenge',
  'drugs',
  'gambling',
  'profanity',
] as const satisfies SafetyRule[];
const OLDER = [...TEEN, 'horror'] as const;
const BY_LENIENCY = { young: OLDER, older: OLDER, teen: TEEN };

/** The first rule that one of its phrases breaks. @param unasked a rule that does not hold here */
export function findPhraseTopic(
  folded: string,
  leniency: Leniency,
  unasked?: SafetyRule,
): SafetyRule | undefined {
  const index = book.indexWords(folded);
  const rule = BY_LENIENCY[leniency].find((topic) => topic !== unasked && book.matches(topic, index));
  if (rule !== undefined || leniency !== 'young') return rule;
  if (book.matches('graphic_violence_for_young', index)) return 'graphic_violence';
  return book.matches('horror_for_young', index) ? 'horror' : undefined;
}

/** Every word the phrases of all topics are made of. */
export function phraseWords(): ReadonlySet<string> {
  return book.vocabulary;
}
