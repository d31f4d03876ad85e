import type { Random } from '../../random.ts';
import type { Stage } from '../stage.ts';
import { readTerms } from '../understand-prompt/terms.ts';
import { endSentence } from './describe-told.ts';
import { toPastTense } from './past-tense.ts';

const STARTS_IN_TIME =
  /^(one|once|when|while|then|after|afterwards|finally|at|in the (end|morning|evening|night|beginning)|suddenly|but|and|so|next|later|soon|before|as soon|every|on|until|now|that|by|eventually|during)\b/i;

/** A point as a sentence of the story, joined to what came before. */
export function tellPoint(point: string, index: number, count: number, stage: Stage, random: Random): string {
  const plain = point
    .replace(/^(?:(?:maybe|perhaps|please|i think|what if|and then|and|then|so)\b,?\s+)+/i, '')
    .replace(/[.\s]+$/, '');
  const opener =
    /^((?:at (?:last|the end|first|night)|in the end|one \p{L}+|once|then|finally|suddenly|later|soon|next),?)\s+/iu.exec(
      plain,
    );
  const body = toPastTense(opener ? plain.slice(opener[0].length) : plain);
  const small = startsWithName(body, stage) ? body : body.charAt(0).toLowerCase() + body.slice(1);
  if (opener)
    return endSentence(
      `${opener[1]?.replace(/,$/, '')}${/^(once|then|soon|later|next)$/i.test(opener[1] ?? '') ? '' : ','} ${small}`,
    );
  if (STARTS_IN_TIME.test(plain) || /\bone (day|night|morning|evening|afternoon)\b/i.test(plain))
    return endSentence(body);
  if (index === 0)
    return endSentence(`${random.pick(['one day', 'one morning', 'then, one day'])}, ${small}`);
  if (index === count - 1)
    return endSentence(`${random.pick(['at last', 'in the end', 'and at last'])}, ${small}`);
  const link = index % 2 === 1 ? '' : random.pick(['then ', 'after that, ', 'soon ', 'a little later, ']);
  return endSentence(link === '' ? body : `${link}${small}`);
}

function startsWithName(text: string, stage: Stage): boolean {
  const first = text.split(/[\s’',]/, 1)[0] ?? '';
  if (/^I$/.test(first)) return true;
  const names = [stage.hero, ...stage.friends, ...stage.more].map((member) => member.the);
  return (
    names.some((name) => /^\p{Lu}/u.test(name) && name.split(' ')[0] === first) ||
    readTerms(text)[0]?.isName === true
  );
}

/** Things a point names that a picture can show. */
export function nounsOf(point: string): string[] {
  const nouns = readTerms(point).filter(
    (term) => term.isNoun && !term.isName && /^\p{Ll}{3,}$/u.test(term.text),
  );
  return nouns
    .map((term) => term.lower)
    .filter(
      (word) => !/^(she|he|they|him|her|them|everyone|everybody|something|day|way|time|end|home)$/.test(word),
    )
    .slice(0, 4);
}
