import type { Dossier, DossierDecision, DossierFindings, Utterance } from '../../dossier/schema.ts';
import { findStoryElements } from './find-story-elements.ts';

/** Whether a piece of conversation is worth reading closely, and why: it is when something is found in it. */
export function decideWorth(input: { messages: readonly Utterance[]; dossier: Dossier }): DossierDecision {
  const findings = findStoryElements(input);
  const brought = listNews(findings);
  return brought.length === 0
    ? { isWorthReading: false, reason: 'Nothing new was told about the story.' }
    : { isWorthReading: true, reason: `New: ${brought.join(', ')}.`.slice(0, 300) };
}

function listNews(findings: DossierFindings): string[] {
  const counted = (count: number, word: string) =>
    count === 0 ? [] : [count === 1 ? `a ${word}` : `${count} ${word}s`];
  return [
    ...counted(findings.characters.length, 'character'),
    ...counted(findings.locations.length, 'location'),
    ...counted(findings.themes.length, 'theme'),
    ...counted(findings.plotPoints.length, 'plot point'),
    ...counted(findings.renamed.length, 'change of name'),
    ...counted(findings.removed.length, 'removal'),
    ...(['title', 'tone', 'style'] as const).filter((field) => findings[field] !== null),
    ...(findings.ageGroup ? ['who it is for'] : []),
    ...(findings.sceneCount ? ['the number of pages'] : []),
  ];
}
