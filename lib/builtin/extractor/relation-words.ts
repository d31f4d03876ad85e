/** What somebody can be to somebody else. */

const KIN =
  '(?:(?:step|half-?|grand|great-?grand|god|foster )?(?:mother|father|mum|mom|dad|parent|son|daughter|child|brother|sister)(?:-in-law)?s?|mama|papa|mummy|mommy|daddy|twins?|triplets?|siblings?|cousins?|aunts?|aunties?|uncles?|nieces?|nephews?|gran(?:dma|dpa|ny|dad|ddad)?s?|nan(?:a|ny)?s?|abuel[ao]s?|wife|wives|husbands?|spouse|bride|groom|fianc[eé]e?|partners?)';
const SOCIAL =
  '(?:(?:best |old |pen ?|girl|boy)?friends?|pals?|budd(?:y|ies)|(?:first |play|school|class|room|flat|team|crew|ship|soul)?mates?|neighbou?rs?|(?:arch)?enem(?:y|ies)|arch-?enem(?:y|ies)|rivals?|foes?|nemesis|boss|teachers?|tutors?|mentors?|masters?|apprentices?|pupils?|students?|assistants?|helpers?|sidekicks?|companions?|servants?|butlers?|maids?|nurses?|guardians?|keepers?|owners?|pets?|colleagues?|co-?workers?|allies|ally|accomplices?|sweethearts?|guides?|bodyguards?|babysitters?|trainers?|coach)';
const RELATION = new RegExp(`\\b(?:${KIN}|${SOCIAL})\\b`, 'i');
const WHOLE = new RegExp(`^(?:${KIN}|${SOCIAL})$`, 'i');
/** Where each of two is it to the other. */
const MUTUAL =
  /^(?:step|half-?)?(?:brother|sister|sibling|twin|triplet|cousin|friend|pal|buddy|neighbou?r|rival|enemy|foe|mate|(?:class|play|room|team|ship|crew|school)mate|partner|colleague|ally)s?$/i;
const QUALIFIED =
  /\b(?:(?:very |ex |best|twin|little|big|older|old|younger|eldest|youngest|baby|pet|first|kind|only|long-lost|half|new)\s+)*(?:[\p{L}-]+)$/iu;

export function isRelation(word: string): boolean {
  return WHOLE.test(word);
}
export function isMutualRelation(word: string): boolean {
  return MUTUAL.test(word);
}
/** The first relation word of a text and the words that qualify it: "a very best friend of hers" → "very best friend". */
export function findRelation(text: string): { word: string; said: string } | undefined {
  const found = RELATION.exec(text);
  if (!found) return undefined;
  const said = QUALIFIED.exec(text.slice(0, found.index + found[0].length))?.[0].trim();
  return { word: found[0], said: said ?? found[0] };
}
