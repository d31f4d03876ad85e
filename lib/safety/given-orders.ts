import { foldText } from './fold-text.ts';
import { findPhraseTopic } from './phrase-topics.ts';

/**
 * What a given document orders:
 * - `none`: nothing;
 * - `told`: orders that belong to the tale ("Ignore my earlier orders!" said the captain to the robot): they are told, and no
 *   model takes them for more, because all of the text reaches one as quoted material;
 * - `attack`: the document itself speaks to the machine that reads it. Nobody's story needs that.
 */
export type GivenOrders = 'none' | 'told' | 'attack';

/** The border marks of models' own conversations. No storyteller writes them, in speech or out of it. */
const BORDERS =
  /<\|[a-z_]{2,30}\|>|<<\/?sys>>|\[\/?(?:inst|sys|system)\]|<\/?(?:system|assistant|inst|sys)\b[^<>]{0,80}>|^[ \t]*#{2,6} *(?:system|assistant)(?: (?:prompt|message|instructions?))? *:?[ \t]*$/im;
/** Somebody's words. What is not closed goes on to the end of its paragraph, as it does in books. */
const SPEECH =
  /“[^”\n]*(?:”|$)|„[^“”\n]*(?:[“”]|$)|«[^»\n]*(?:»|$)|"[^"\n]*(?:"|$)|‘[^\n]*?’(?!\p{L})|(?<!\p{L})'[^\n]*?'(?!\p{L})|^[ \t]*[—–].*$/gmu;
const SENTENCE_END = /(?<=[.!?…][)\]]?)\s+|\n+/u;

/** A sentence that begins as an order, in folded words. */
const ORDER =
  /^(?:(?:please|now|hey|dear|attention|important|note|stop|and|also|but|then|ok|okay|first) )*(?:ignore|ingore|disregard|forget|override|bypass|disable|deactivate|reveal|print|output|repeat|show|list|leak|dump|obey|comply|jailbreak|enable|system|assistant|new|from now on|you (?:are|must|will|should)|do not|don't)\b/;
/** What only a machine's instructions are called. */
const MACHINERY =
  /\b(?:instructions?|system prompts?|prompts?|guidelines|safety|filters?|guardrails|directives?|api keys?|training|programming|developer mode|unrestricted|unfiltered|jail ?broken|ai|a i|assistant|chat ?bot|llm|language model|gpt)\b/;

/** Looks for orders to the machine in a text that is given to be told as it is. Pure and linear. */
export function findGivenOrders(text: string): GivenOrders {
  if (BORDERS.test(text)) return 'attack';
  if (!hasOrders(text)) return 'none';
  const told = text.replace(SPEECH, ' … ');
  return told.split(SENTENCE_END).some(isAttack) ? 'attack' : 'told';
}

function isAttack(sentence: string): boolean {
  const folded = foldText(sentence);
  return ORDER.test(folded) && MACHINERY.test(folded) && hasOrders(sentence);
}

function hasOrders(text: string): boolean {
  // The mildest lists: whatever else is in the text has been looked for before.
  return findPhraseTopic(foldText(text), 'teen') === 'prompt_injection';
}
