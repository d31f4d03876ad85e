import { withArticle } from '../grammar.ts';
import { genderOfName } from '../understand-prompt/given-names.ts';
import {
  ADVENTURER,
  COMEDIAN,
  FANTASY,
  HISTORICAL,
  MYSTERY,
  type Persona,
  POET,
  SCHOLAR,
  SCIENCE_FICTION,
  SPOOKY,
  WARM,
} from './tellers.ts';

const PERSONAS: readonly (readonly [RegExp, Persona])[] = [
  [/sci(?:ence|-)?[- ]?fi|science fiction|futur|cyber|space opera|speculative/i, SCIENCE_FICTION],
  [/(?<!natural )histor|medieval|victorian|chronicl|ancient|period drama/i, HISTORICAL],
  [/horror|ghost|gothic|spooky|thriller|macabre/i, SPOOKY],
  [/myster|detective|crime|noir|whodunit|suspense/i, MYSTERY],
  [/poe(?:t|m)|lyric|verse|bard|haiku|song-?writer/i, POET],
  [/fantas|fairy|magic|myth|legend|folk|wizard/i, FANTASY],
  [/comed|humou?r|funny|satir|comic|jok|clown/i, COMEDIAN],
  [/adventur|explor|travel|pirate|captain|sailor|journey/i, ADVENTURER],
  [
    /romance|romantic|drama|famil|grand(?:ma|mother|pa|father)|child|bedtime|heart|young adult|picture/i,
    WARM,
  ],
  [/scien|teach|professor|natural|journalis|scholar|librarian|doctor|engineer|educat|non-?fiction/i, SCHOLAR],
];

/** The teller these words describe; one nobody has heard of still puts their name to the story. */
export function findPersona(words: string): Persona {
  const known = PERSONAS.find(([pattern]) => pattern.test(words));
  return known ? known[1] : strangerOf(words);
}

function strangerOf(words: string): Persona {
  const plain = words
    .replace(/[[\]{}<>|]/g, ' ')
    .replace(/\b(?:award|best|prize)[- ](?:winning|selling)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.!?\s]+$/, '')
    .trim();
  const isNamed =
    /^(?:the|an?|my|our|his|her)\s/i.test(plain) || genderOfName(plain.split(' ')[0] ?? '') !== undefined;
  const small =
    plain.charAt(0).toLowerCase() +
    plain.slice(1).replace(/(?<= )\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
  const who = isNamed ? plain : withArticle(small);
  const lines = (opening: string, middle: string[]) => ({ opening: [opening], middle });
  return {
    places: [],
    lines: {
      '3-5': lines(`Who told me this? It was ${who}!`, ['So I was told.']),
      '6-8': lines(`This story was first told by ${who}.`, ['At least, that is how it was told to me.']),
      '9-12': lines(`This story was first told by ${who}, who ought to know.`, [
        'That, at any rate, is how it was told to me, and I have no reason to doubt it.',
      ]),
    },
  };
}
