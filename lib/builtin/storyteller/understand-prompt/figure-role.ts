import type { Figure } from './prompt-reading.ts';

const OPPONENT_VERBS =
  /^(fight|fights|fighting|defeat|defeats|stop|stops|against|battle|battles|face|faces|outwit|outwits|trick|tricks|escape|escapes|chased|beat|beats|tame|tames|scare|scares)$/;
const OPPONENT_ADJECTIVES =
  /^(mean|grumpy|evil|wicked|angry|scary|nasty|greedy|bad|terrible|fierce|cross|selfish|naughty|sneaky|cruel|bossy|moody)$/;
const NEEDY_VERBS =
  /^(help|helps|helping|save|saves|saving|rescue|rescues|rescuing|protect|protects|cheer|cheers|comfort|comforts|heal|heals)$/;
const SOUGHT_VERBS =
  /^(for|seek|seeks|wants|want|find|finds|finding|needs|chase|chases|catch|catches|lost|missing|hunts|follows)$/;
const MEETING_VERBS = /^(meet|meets|meeting|befriend|befriends|befriending|discovers|adopts)$/;

/** What part the words before somebody give them. */
export function roleAt(words: string[], start: number, adjectives: string[]): Figure['role'] {
  const previous = words.slice(Math.max(0, start - 2), start);
  const last = previous.at(-1) ?? '';
  if (/^(and|or)$/.test(last)) return 'actor';
  if (
    last === 'for' &&
    /^(surprise|party|present|gift|cake|card|song|something|picnic|house|home)$/.test(previous.at(-2) ?? '')
  )
    return 'receiver';
  if (start > 0 && last !== 'over' && previous.some((word) => OPPONENT_VERBS.test(word))) return 'opponent';
  if (previous.some((word) => NEEDY_VERBS.test(word))) return 'needy';
  if (previous.some((word) => MEETING_VERBS.test(word))) return 'new-friend';
  if (
    /^(of|from)$/.test(last) &&
    /^(afraid|scared|frightened|terrified|fear|away)$/.test(previous.at(-2) ?? '')
  )
    return 'opponent';
  if (SOUGHT_VERBS.test(last) && start > 1) return 'sought';
  if (
    start > 0 &&
    adjectives.some((word) => OPPONENT_ADJECTIVES.test(word)) &&
    !/^(about|with|a)$/.test(last)
  )
    return 'opponent';
  return 'actor';
}
