/** What a person is doing with a message, as far as its words show; `tell` when they are telling of the story. */
export type Intent =
  | 'greet'
  | 'thank'
  | 'leave'
  | 'ask-who'
  | 'ask-how-long'
  | 'ask-scary'
  | 'ask-other'
  | 'start'
  | 'agree'
  | 'refuse'
  | 'unsure'
  | 'delegate'
  | 'tell';

/** The first that fits counts: "yes, make it" starts, "you choose" delegates. */
const SIGNS: [Exclude<Intent, 'tell'>, RegExp][] = [
  ['ask-who', /\b(who|what) are you\b|\byour name\b|\bare you (a |an )?(robot|human|person|real|ai)\b/],
  ['ask-how-long', /\bhow long\b|\bwhen (is|will) it\b.*\b(ready|done|finished)\b/],
  ['ask-scary', /\b(can|could|will) (you|it|we)\b.*\b(scary|spooky|creepy)\b/],
  [
    'start',
    /^((yes|yeah|ok|okay|please|now|just|let's|lets|go ahead and|can you|could you)[\s,!]*)*((make|start|create|draw|write|begin|do) (it|this|that|the story|my story|our story)( now)?|start|go ahead|go for it)( please)?$/,
  ],
  [
    'delegate',
    /\b(you (choose|pick|decide)|surprise me|up to you|whatever|anything( is fine)?|you can choose)\b/,
  ],
  [
    'unsure',
    /^(i )?(do not|don't|dont) know\b|^(dunno|idk|not sure|no idea|hmm+|um+|any ideas|i'm not sure)\b/,
  ],
  [
    'agree',
    /^((yes|yeah|yep|yup|sure|ok|okay|please|great|perfect|lovely|love it|i love it|cool|good|do|sounds good|that's it)[\s,!]*)+$/,
  ],
  ['refuse', /^(no|nope|nah|not yet|no thanks?|no thank you|stop|i don't want to|wait)$/],
  ['greet', /^((hi|hello|hey|hiya|good (morning|evening|afternoon))( there)?[\s,!]*)+$/],
  ['thank', /^(thanks|thank you|thankyou|cheers)\b.{0,20}$/],
  ['leave', /^(bye|goodbye|good night|see you)\b.{0,20}$/],
  ['ask-other', /^(what|why|how|can you|could you|do you|are you|is it|when)\b.*\?$/],
];

/** Reads one message; case and closing marks do not matter. Never throws. */
export function readIntent(text: string): Intent {
  const asked = text.trim().toLowerCase().replaceAll('’', "'");
  const plain = asked.replace(/[\s.!?]+$/, '');
  const fits = SIGNS.find(([intent, sign]) => sign.test(intent === 'ask-other' ? asked : plain));
  return fits?.[0] ?? 'tell';
}
