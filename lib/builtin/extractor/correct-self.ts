/** Somebody who puts right what they have just said, within one message: "a fox called Pim — no, Pom". */

const GAP = String.raw`(?:\s*[,;.!?…–—-]+)*\s+`;
const HESITATION = String.raw`(?:(?:oh|er+m?|um+|uh+|hmm+|ah|well|but)\b[\s,.…]*)*`;
const MARK = String.raw`(?:no[,\s]+wait|wait[,\s]+no|no[,\s]+sorry|sorry[,\s]+no|no[,\s]+actually|actually[,\s]+no|no[,\s]+i meant?|i meant?(?: to say)?|or rather|scratch that|no(?=\s*[,.:;!…–—-])|sorry|actually|wait|make (?:that|it|him|her)(?= an? ))`;
const AFTER = String.raw`(?:[\s,.:;!…–—-]+(?:make (?:that|it|him|her)|it is|he is|she is|let us say|rather)\b)?[\s,.:;!…–—-]+`;
const TURN = `${GAP}${HESITATION}${MARK}${AFTER}`;
const END = String.raw`(?=\s*(?:[.,;!?…–—]|$)|\s+(?:who|that|which|and|instead|please|in|on|with|called|named|lives?)\b)`;
const NUMBER = String.raw`(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
const ARTICLE = '(?:a|an|the|my|his|her|some)';
const NO_PHRASE =
  /\b(?:i|me|we|you|it|is|was|told|story|stories|tale|book|bit|little more|lot|funny|not|no|dont|do)\b/i;
const WORD = String.raw`(?!${ARTICLE}\b)[\p{L}'-]+`;

const CHANGED_NAME = new RegExp(`(\\p{Lu}[\\p{L}'-]+)${TURN}(\\p{Lu}[\\p{L}'-]+)${END}`, 'u');
const CHANGED_SMALL_NAME = new RegExp(
  `\\b((?:called|named|name is)\\s+)([\\p{L}'-]+)(?:${TURN}|\\s+(?:no|sorry|i mean)\\s+)([\\p{L}'-]+)(?=\\s*(?:[.,;!?…]|$))`,
  'iu',
);
const CHANGED_PHRASE = new RegExp(
  `\\b(${ARTICLE}\\s+(?:${WORD}\\s){0,4}?${WORD})${TURN}(${ARTICLE}\\s+(?:${WORD}\\s){0,3}?${WORD})${END}`,
  'iu',
);
const CHANGED_PLACE = new RegExp(
  `\\b((?:in|on|at|under|near|inside)\\s+(?:${ARTICLE}\\s+)?(?:${WORD}\\s){0,4}?${WORD})${TURN}((?:in|on|at|under|near|inside)\\s+(?:${ARTICLE}\\s+)?(?:${WORD}\\s){0,4}?${WORD})${END}`,
  'iu',
);
const CHANGED_NUMBER = new RegExp(
  `\\b(${NUMBER})((?:\\s+[\\p{L}-]+){0,2})${TURN}(${NUMBER})\\b(\\s+[\\p{L}-]+)?`,
  'iu',
);
/** "in Scotland. Oh, Norway is better!" */
const BETTER_NAME =
  /(\p{Lu}[\p{L}'-]+)(?:\s*[,.!?…–—-]+)+\s*(?:(?:[Oo]h|[Nn]o|[Oo]r|[Hh]mm|[Ww]ait|[Aa]ctually|[Mm]aybe)[\s,]+)*(\p{Lu}[\p{L}'-]+) (?:is|would be|sounds) (?:much |even )?(?:better|nicer|best)\b/u;
/** "Grumpy. Hmm, no, lonely." */
const CHANGED_WORD = new RegExp(
  `((?:^|\\b(?:is|are|very|bit|so|really)\\s+))([\\p{L}-]+)${TURN}([\\p{L}-]+)(?=\\s*(?:[.,;!?…]|$)|\\s+(?:rather than|instead|not)\\b)`,
  'iu',
);

/** The message as it was meant in the end; what was taken back is gone from it. */
export function correctSelf(calm: string): string {
  let text = calm;
  // A few times: people change their mind twice, hardly ever more.
  for (let round = 0; round < 3; round++) {
    const before = text;
    text = text.replace(CHANGED_NUMBER, (_, _old, unit: string, number: string, own?: string) =>
      unit !== '' && own !== undefined && /^\s+(?:pages?|scenes?|chapters?|pictures?|years?)$/i.test(own)
        ? `${number}${own}`
        : `${number}${unit}${own ?? ''}`,
    );
    text = text.replace(CHANGED_SMALL_NAME, (_, lead: string, _old, name: string) => `${lead}${name}`);
    const name = CHANGED_NAME.exec(text) ?? BETTER_NAME.exec(text);
    if (name?.[1] && name[2]) {
      const [whole, old, now] = name;
      text = (text.slice(0, name.index) + now + text.slice(name.index + whole.length)).replace(
        new RegExp(`(?<![\\p{L}])${old}(?![\\p{L}])`, 'gu'),
        now,
      );
    }
    text = text.replace(CHANGED_PHRASE, (whole, old: string, now: string) => {
      if (NO_PHRASE.test(now)) return whole;
      const called = /\b(?:called|named)\s+\S+$/i.exec(old)?.[0];
      return called && !/\b(?:called|named)\b/i.test(now) ? `${now} ${called}` : now;
    });
    text = text.replace(CHANGED_PLACE, (_, _old, now: string) => now);
    text = text.replace(CHANGED_WORD, (_, lead: string, _old, now: string) => `${lead}${now}`);
    if (text === before) break;
  }
  return text;
}
