import type { DecisionView } from '@/lib/client/safety-requests';

const ACTIONS: Record<DecisionView['action'], string> = {
  refused: 'Turned away',
  masked: 'Covered up',
  repair_asked: 'Written again',
  softened: 'Made milder',
  failed: 'Story stopped',
  left_out: 'Left out',
  flagged: 'Noticed',
};

const PLACES: Record<string, string> = {
  prompt: 'in a wish for a story',
  chat: 'in a conversation',
  profile: 'in what was told about a reader',
  document: 'in a document',
  page: 'on a web page',
  story: 'in a told story',
  picture: 'in words for a picture',
  video: 'in words for a film',
};

/** What was done and where, as a grown-up reads it; the rule in its own words. */
export function describeDecision({ action, place, rule, message }: DecisionView): {
  done: string;
  where: string;
  why: string;
} {
  return {
    done: ACTIONS[action],
    where: PLACES[place] ?? 'somewhere else',
    // Personal data has no sentence: it was not refused.
    why: message ?? `Personal: ${rule.replaceAll(/[_-]/g, ' ')}.`,
  };
}
