/** What a person is doing with a message, as far as its words show; `tell` when they are telling of the story. */
export type Intent =
  | 'greet'
  | 'thank'
  | 'leave'
  | 'ask-who'
  | 'ask-what'
  | 'ask-how-long'
  | 'ask-scary'
  | 'ask-other'
  | 'nonsense'
  | 'impatient'
  | 'start'
  | 'agree'
  | 'refuse'
  | 'nobody'
  | 'unsure'
  | 'delegate'
  | 'tell';

const MAKE_IT =
  "^((yes|yeah|yep|ok|okay|please|now|just|so|and|then|let's|lets|go ahead and|can you|could you|will you|i want you to|you can)[\\s,!]*)*((make|start|create|draw|write|begin|do) (it|this|that|the story|my story|our story|a story|the book|my book)|start|begin|go ahead|go for it|let's go|lets go)([\\s,]*(now|please|already|then|for me|from it|of it|out of it))*$";

/** The first that fits counts: "yes, make it" starts, "you choose" delegates. */
const SIGNS: [Exclude<Intent, 'tell'>, RegExp][] = [
  ['ask-who', /\b(who|what) are you\b|\byour name\b|\bare you (a |an )?(robot|human|person|real|ai)\b/],
  [
    'ask-what',
    /\bwhat (can|do) you do\b|\bhow (does|do) (this|it|you) work\b|\bwhat is this\b|^help( me)?$|\bwhat (should|can) i (say|do|tell)\b/,
  ],
  ['ask-how-long', /\bhow long\b|\bwhen (is|will) it\b.*\b(ready|done|finished)\b/],
  ['ask-scary', /\b(can|could|will) (you|it|we)\b.*\b(scary|spooky|creepy)\b/],
  ['start', new RegExp(MAKE_IT)],
  [
    'impatient',
    /\b(hurry( up)?|come on|too many questions|stop asking|enough( questions)?|this is boring|i'?m bored|so boring|takes too long|that is all|that's all|that's it)$/,
  ],
  [
    'delegate',
    /^(?!.*\band\b.*\band\b).{0,30}\b(you (choose|pick|decide)|surprise me|up to you|whatever|anything( is fine)?|you can choose)\b/,
  ],
  [
    'unsure',
    /^(i )?(do not|don't|dont) know\b|^(dunno|idk|not sure|no idea|no clue|hmm+|um+|any ideas|i'm not sure|i can't think|give me (some )?ideas?)\b/,
  ],
  [
    'agree',
    /^((yes|yeah|yep|yup|yay|sure|ok|okay|please|great|perfect|lovely|love it|i love it|cool|good|do|sounds good|why not)[\s,!]*)+$/,
  ],
  ['nobody', /^(nobody|no ?one|none|nothing|no friends?|he is alone|she is alone|all alone)$/],
  ['refuse', /^((no|nope|nah|not yet|no thanks?|no thank you|stop|i don't want to|wait)[\s,!]*)+$/],
  ['greet', /^((hi|hello|hey|hiya|good (morning|evening|afternoon))( there)?[\s,!]*)+$/],
  ['thank', /^(thanks|thank you|thankyou|cheers)\b.{0,20}$/],
  ['leave', /^(bye|goodbye|good night|see you)\b.{0,20}$/],
  [
    'ask-other',
    /^(?!(what|how) (if|about)\b)(what|why|how|do you|are you|is it|when|can you (?!make|add|put|have|give))\b.*\?$/,
  ],
  [
    'nonsense',
    /^(lol|hah?a\w*|heh?e\w*|bla(h)?( bla(h)?)*|test|asdf\w*|qwer\w*|zxcv\w*|hjkl\w*)$|^[^\p{L}\p{N}\p{Extended_Pictographic}]*$|^(?:a{3,}|[bcdfghjklmnpqrstvwxz]{4,})$/u,
  ],
];

/** Reads one message; case and closing marks do not matter. Never throws. */
export function readIntent(text: string): Intent {
  const asked = text.trim().toLowerCase().replaceAll('’', "'");
  const plain = asked.replace(/[\s.!?]+$/, '');
  const fits = SIGNS.find(([intent, sign]) => sign.test(intent === 'ask-other' ? asked : plain));
  return fits?.[0] ?? 'tell';
}

/** "… and they all dance. Now make it!": told, and to be begun at once. */
export function endsWithStart(text: string): boolean {
  const sentences = text.trim().split(/(?<=[.!?])\s+|\n+/);
  return sentences.length > 1 && readIntent(sentences.at(-1) ?? '') === 'start';
}
