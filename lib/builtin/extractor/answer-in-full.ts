import { isDescribing } from '../storyteller/understand-prompt/figure-words.ts';
import { readTerms } from '../storyteller/understand-prompt/terms.ts';
import type { StoryCast } from './story-cast.ts';

/** "Very curious", "a bit shy", "loves honey" to "What is Misha like?", with whom it is said of. */
export function answerInFull(answer: string, question: string, cast: StoryCast): string {
  const who = cast.members.find((one) => !one.isListener && question.includes(one.name)) ?? cast.latest(1)[0];
  const first = answer.split(' ', 1)[0]?.toLowerCase() ?? '';
  if (!who || /^(she|he|they|it|her|his|their|i|we|you|my|the|there|not sure|do|does)$/.test(first))
    return answer;
  const terms = readTerms(answer);
  const [word] = terms;
  if (!word || terms.length > 14 || cast.find(word.text)) return answer;
  if (
    /^(loves|likes|hates|wears|has|is|lives|always|never|can|cannot|wants|fears|collects|dreams)$/.test(first)
  )
    return `${who.name} ${answer}`;
  const describes =
    word.isAdjective || isDescribing(first) || /^(very|so|quite|really|rather|too|not|always)$/.test(first);
  const isKind =
    /^(a|an)$/.test(first) && !terms.some((term) => term.isName || /^(called|named)$/.test(term.lower));
  const hasSubject = terms.some((term) => /^(she|he|they|it|i)$/.test(term.lower));
  return (describes && !hasSubject) || isKind ? `${who.name} is ${lowerFirst(answer)}` : answer;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
