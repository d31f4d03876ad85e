/** What people tell of their own days, beside the story. */

const KIN =
  '(?:daughter|son|child|kid|grandson|granddaughter|niece|nephew|twins?|baby|toddler|children|kids|brother|sister|cousin|mother|father|mum|mom|dad|husband|wife|grandma|grandpa|grandmother|grandfather|family|class|students|pupils|school)';
const OF_MINE = new RegExp(`^(?:and |so |but )?(?:my|our) (?:[\\p{L}\\d-]+ ){0,2}${KIN}\\b`, 'iu');
const OUR_NAME = /^(?:my|our|My|Our) \p{Lu}\p{Ll}+ /u;
const REAL_DAYS =
  /\b(?:tomorrow|today|tonight|yesterday|(?:next|last|this) (?:week|weekend|month|year|summer|winter|spring|autumn|term|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|every (?:mon|tues|wednes|thurs|fri|satur|sun)day|at the moment|these days|at bedtime)\b/i;
const REAL_MATTERS =
  /\b(?:died|passed away|is (?:dying|ill|sick|in hospital|starting|moving|going|mad about|crazy about|into|obsessed)|are (?:starting|moving|mad about|into)|stays? with|finds? it|struggles?|cannot sleep|will not sleep|misses|loves?|likes?|is (?:\d+|four|five|six|seven|eight|nine|ten|three))\b/i;
const FOR_WHOM =
  /(\b(?:(?:story|tale|book|something|one|is|it|this|gift|present) |^)for (?:my |our )?[^,.;!?]{1,60}), who\b[^,.;!?]*/i;

/** Said of the speaker's own people: "My father died last month", "my class finds sharing hard". */
export function isOfOwnLife(sentence: string, listenersOnly: boolean): boolean {
  if (
    (OF_MINE.test(sentence) || OUR_NAME.test(sentence)) &&
    (REAL_DAYS.test(sentence) || REAL_MATTERS.test(sentence))
  )
    return true;
  return listenersOnly && REAL_DAYS.test(sentence);
}

/** "It is for Ava, who flies to Grandma tomorrow": whom it is for, without what they do. */
export function withoutListenersDoings(sentence: string): string {
  return sentence.replace(FOR_WHOM, '$1');
}

const AGE =
  /^(?:and |oh,? |by the way,? )*(?:she|he|they) (?:is|are|has|have|just turned|turned|turns) (?:nearly |almost |only |just |about )?(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?: years?(?: old)?| now| today)?/i;

/** "She is 5", when nobody asked about anybody of the story: the age of whoever listens. */
export function tellsListenersAge(sentence: string): boolean {
  return AGE.test(sentence);
}
