import type { AskedFor } from './read-question.ts';
import { isTheme } from './story-words.ts';

const LESSON =
  /\b(?:(?:theme|lesson|moral|message|point|idea)s? (?:is|are|should be|could be|will be|would be|about|of the story is|here is)(?: that| about)?|(?:teach(?:es)?|show(?:s)?)(?: (?:him|her|them|kids|children|us|my \w+|the (?:kids|children|class)))? (?:about|the value of|the importance of|that)|the (?:importance|value|power|meaning) of|(?:it|story|this|book|tale|one) (?:is|should be|could be|must be|needs to be|has to be|will be|to be)(?: all| really| mostly| also)* about|(?:story|tale|something|book|lesson|one|it) about|themes?:|also about|and about|deals? with|about)\s+([^.!?;]+)/gi;

/** What the story is about that is nobody and nowhere: "friendship", "learning to share". */
export function findThemes(sentence: string, asked: AskedFor): string[] {
  const themes: string[] = [];
  for (const found of sentence.matchAll(LESSON)) {
    const isSaid = /\b(theme|lesson|moral|message|importance|value|power|teach|show)/i.test(
      found[0].slice(0, found[0].length - (found[1]?.length ?? 0)),
    );
    for (const part of splitList(found[1] ?? ''))
      if (isTheme(part) || (isSaid && isShortIdea(part))) themes.push(part);
  }
  if (
    themes.length === 0 &&
    asked === 'theme' &&
    !/\b(don't|do not) (know|mind|care)\b|\b(idk|dunno|nothing|whatever|not sure|you (choose|decide|pick))\b|\?/i.test(
      sentence,
    )
  )
    for (const part of splitList(sentence)) if (isTheme(part) || isShortIdea(part)) themes.push(part);
  return themes;
}

function splitList(text: string): string[] {
  return text
    .split(/,| and (?!how\b)| & |\bbut\b|\bwith\b|\bwhere\b|\bin which\b|\bbecause\b|\bplus\b/)
    .map((part) =>
      part
        .replace(/^[\s"']+|[\s"'.!?]+$/g, '')
        .replace(
          /^(well|maybe|perhaps|um+|hmm+|oh|yes|yeah|ok|okay|about|the importance of|the value of|the power of|that|also|really|i think|probably|just|like|how|it is|the)\s+/i,
          (word) => (/^how/i.test(word) ? word : ''),
        )
        .replace(/ (please|too|i think|maybe|or something|as well|i guess)$/i, '')
        .trim(),
    )
    .filter((part) => part.length > 2 && part.length <= 100);
}

function isShortIdea(part: string): boolean {
  const words = part.split(' ');
  return (
    words.length <= 7 &&
    !/^(a|an|my|his|her|i|he|she|they|you|we|it|yes|no)\b/i.test(part) &&
    !/\?/.test(part)
  );
}
