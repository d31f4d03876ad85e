/** Why a text is not allowed. Safe to show and to log: it never holds the words themselves. */
export const SAFETY_RULES = [
  'profanity',
  'sexual_content',
  'graphic_violence',
  'self_harm',
  'eating_disorder',
  'drugs',
  'hate',
  'extremism',
  'weapons',
  'dangerous_challenge',
  'gambling',
  'grooming',
  'animal_cruelty',
  'horror',
  'prompt_injection',
  'banned_term',
  'topic',
  'moderation',
  'tone',
] as const;
export type SafetyRule = (typeof SAFETY_RULES)[number];

/** For people. The words themselves are never repeated. */
export const RULE_SENTENCES: Record<SafetyRule, string> = {
  profanity: 'There is a rude word in it. Please say it in a friendlier way.',
  sexual_content: 'Our stories are for children, so this has to stay out of them.',
  graphic_violence:
    'This would be too violent for a children’s story. An adventure without anybody being hurt works better.',
  self_harm:
    'This is not something for a story. If you or somebody near you is not feeling safe, please talk to a person you trust or a helpline.',
  eating_disorder:
    'Our stories never make going hungry sound good. If eating feels hard, please talk to a person you trust; it helps.',
  drugs: 'Alcohol, tobacco and drugs have no place in our stories.',
  hate: 'Our stories are kind to everybody, so this has to stay out of them.',
  extremism: 'Our stories do not praise terror or tyrants. A hero who helps others works better.',
  weapons: 'Our stories do not explain or show real weapons.',
  dangerous_challenge:
    'Somebody could get hurt by copying this, so our stories leave it out. Another kind of brave works better.',
  gambling: 'Betting, tricking people out of money and secret numbers have no place in our stories.',
  grooming:
    'No grown-up should ask a child to keep such a secret. If somebody did, please tell a person you trust; it is never your fault.',
  animal_cruelty: 'Our stories are kind to animals, so this has to stay out of them.',
  horror: 'This would be too frightening for the listener. A gentle ghost works better.',
  prompt_injection: 'This reads like orders for a machine. Please just tell us what the story is about.',
  banned_term: 'There is something in it that our stories leave out. Please say it in another way.',
  topic: 'The grown-ups of this household leave this subject out for now. Let us tell about something else.',
  moderation: 'This does not suit a children’s story. Something gentler works better.',
  tone: 'This is too wild or too sad for the listener. A gentler telling works.',
};
