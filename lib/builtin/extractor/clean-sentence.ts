import { genderOfName } from '../storyteller/understand-prompt/given-names.ts';

/** Books and films somebody likes are not the story. */
export function withoutBooks(sentence: string): string {
  return sentence
    .replace(
      /\b(likes?|loves?|loved|reads?|reading|watch(?:es|ed|ing)?|seen|favou?rite (?:book|film|movie|story|show) is|such as|similar to|fan of|in the style of|obsessed with|a bit like|just like|like in|like) ((?:the )?(?:[A-Z][\p{L}'-]+)(?: (?:[A-Z][\p{L}'-]+|the|of|and the|in|who))*)/gu,
      (found, _verb: string, title: string) =>
        /\s/.test(title) || genderOfName(title) === undefined ? '' : found,
    )
    .replace(/\bin the style of [^.,!?]+/gi, '');
}

/** What is wished of the whole is not told in it: "make it funny", "for my four-year-old", "six pages". */
export function withoutWishes(sentence: string): string {
  return sentence
    .replace(
      /^.{0,60}\b(?:wants?|wishes|would (?:like|love)|needs?|asks? for|loves?) (?:to (?:hear|have|read|make) )?(?:a|an|another|some|the) (?:[\w-]+ ){0,2}(?:story|stories|tale|book) (?=about\b|with\b|where\b)/i,
      '',
    )
    .replace(/\bonce upon a time,? ?(there (was|were|lived) )?/gi, '')
    .replace(
      /\b(with |in |about )?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (pages?|scenes?|chapters?|pictures?)( long)?\b/gi,
      '',
    )
    .replace(
      /\b(make|keep|have) (it|the story|everything) (very |really |a bit |nice and |more |not too )*[\w-]+( and [\w-]+)?\b(?= ?$| ?[,.!?]| please)/gi,
      '',
    )
    .replace(
      /^(can|could|will|would) (you|we) (please )?(help me |help us )?(write|tell|make|do|have|create)( me| us)?\b/i,
      '',
    )
    .replace(
      /^(tell|write|give|make|create) (me|us)( a| an| the)?( \w+){0,2} (story|tale|book)?\b ?/i,
      (found) =>
        /story|tale|book/.test(found) ? '' : found.replace(/^(tell|write|give|make|create) (me|us) ?/i, ''),
    );
}

export function isAboutTheApp(sentence: string): boolean {
  return (
    /\b(how (does|do|can|much|many|long)|can you|do you|are you|what can|is it (free|possible)|does it cost|what is your|who are you|will it|where can i)\b[^?]*\?/i.test(
      sentence,
    ) &&
    !/\b(can|could|will|would) you (please )?(make|write|tell|call|add|put|have|change|include|give)\b/i.test(
      sentence,
    )
  );
}

/** Said of the speaker, not of the story. */
export function isMeta(sentence: string): boolean {
  return (
    (/^(i|we) (am|are|have|teach|work|live|was|were|need|love|like|do|read|had|will|can|just|would)\b/i.test(
      sentence,
    ) &&
      !/\b(story|about|where|who|he|she|they|called|named)\b/i.test(sentence.slice(3))) ||
    /^(my|our) (class|students|pupils|kids|children|school)\b/i.test(sentence)
  );
}
