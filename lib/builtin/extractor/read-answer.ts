import { findKind } from '../storyteller/kinds.ts';
import { properName } from '../storyteller/understand-prompt/figure-words.ts';
import { nameOnly } from './read-corrections.ts';
import type { readQuestion } from './read-question.ts';
import type { StoryCast } from './story-cast.ts';

const YES =
  /^(yes|yeah|yep|yup|yess+|ok|okay|sure|good idea|great idea|perfect|i like (that|it)|love (it|that)|sounds (good|great|lovely)|absolutely|definitely|please do|of course|why not|go on|ja|oui|si)\b[\s,.!:-]*/i;
const NO = /^(no|nope|nah|no way|not really|no thanks|no thank you)\b[\s,.!:-]*/i;
const OPENING =
  /^(?:(?:ok|okay|yes|yeah|yep|yup|no(?=[,.!]|$| (?:she|he|it|they|i|we|call|make|wait|but|just|no|not)\b)|nope|nah|hmm+|um+|uh+|oh|ooh|well|so|actually|hi|hello|hey|hey there|hi there|good (?:morning|evening|afternoon)|please|maybe|perhaps|sure|great|lovely|perfect|cool|right|haha|lol|wait|sorry|anyway|also|i think|i guess|i want|i would like|i would love|we want|we would like|i mean|let us say|let us have|what if|how about|what about|can it be|can (?:he|she|they) be|could it be|it could be|it should be|i like that|thanks|thank you|then maybe|and maybe|love it|good idea|sounds good|by the way)\b[\s,.!:-]*)+/i;

/** Takes what is said before the thing itself is said: "Ok, well, I think …". */
export function stripOpening(sentence: string): string {
  const rest = sentence.replace(OPENING, '').trim();
  return rest === '' && /^(what about|how about)/i.test(sentence) ? '' : rest;
}

/** A short answer in full, as far as its question allows: "Luna" to "What is her name?", "yes" to a single suggestion. */
export function readAnswer(
  calm: string,
  { asked, question }: ReturnType<typeof readQuestion>,
  cast: StoryCast,
): string {
  if (question === '') return calm;
  const bare = calm.replace(YES, '').replace(NO, '').trim();
  if (YES.test(calm) && bare.replace(/[^\p{L}]/gu, '').length === 0 && !NO.test(calm))
    return suggestionIn(question) ?? calm;
  if (asked === 'name') {
    const name =
      /^(?:(?:he|she|it|they|her name|his name|the name|its name|their name|call (?:him|her|it|them)|let us call (?:him|her|it|them)|i think|maybe|how about|what about|is|are|called|named|should be|could be)\b[\s,]*)*["']?([\p{L}][\p{L}'-]*(?: [\p{Lu}][\p{L}'-]*){0,2})["']?(?:[.!,]| please| is (?:good|nice|fine|perfect)|$)/iu.exec(
        bare,
      );
    const said = name?.[1];
    const words = (bare.split(/(?<=[.!?])\s/)[0] ?? '').split(/\s+/).length;
    if (
      said &&
      words <= 6 &&
      !/^(i|idk|dunno|you|no|not|a|an|the|something|don't|do|any|anything|whatever|hmm|my|what|maybe|good|nice|his|her)\b/i.test(
        said,
      )
    ) {
      const target = targetOf(question, cast);
      if (target) {
        cast.rename(target, nameOnly(said));
        return calm.slice(calm.indexOf(said) + said.length).replace(/^[\s,.!]+/, '');
      }
      return `${nameOnly(said)}${bare.slice(bare.indexOf(said) + said.length)}`;
    }
  }
  if (asked === 'hero' && /^[\p{Ll}][\p{L}'-]+[.!]?$/u.test(bare) && !findKind(bare.replace(/[.!]/g, ''))) {
    return /^(me|idk|dunno|anyone|anything|whatever|nobody|you|someone|hello|hi|thanks|cool|yes|no|ok)[.!]?$/i.test(
      bare,
    )
      ? calm
      : properName(bare);
  }
  return calm;
}

function targetOf(question: string, cast: StoryCast) {
  const words = question.toLowerCase().match(/[\p{L}'-]+/gu) ?? [];
  for (const word of words.reverse()) {
    const kind = findKind(word.replace(/'s$/, ''))?.kind;
    const member = kind ? cast.findKind(kind) : undefined;
    if (member) return member;
  }
  return cast.latestUnnamed();
}

/** What one "yes" says: the suggestion of the question, unless it left a choice. */
function suggestionIn(question: string): string | undefined {
  if (/\bor\b/i.test(question)) return undefined;
  const found =
    /^(?:.*?,? )?(?:shall (?:we|i)|should (?:we|i)|how about|what about|would you like(?: me)? to|do you want(?: me)? to|could|maybe|would you like|should|is it|does it take place|do you mean|shall) (.+)\?$/i.exec(
      question,
    )?.[1];
  if (
    !found ||
    /^(start|begin|write|tell|make the story|make it now|see|hear|go on|continue|know|change|add anything|draw)\b/i.test(
      found,
    )
  )
    return undefined;
  return found
    .replace(/^(call|name) /i, (verb) => `${verb}`)
    .replace(/^(have|set it|meet|add|include|give (?:him|her|them|it)) /i, (verb) =>
      /set it/i.test(verb) ? '' : /meet|give/i.test(verb) ? verb : '',
    );
}
