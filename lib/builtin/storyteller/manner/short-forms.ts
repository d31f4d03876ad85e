/** "did not" and "didn’t": the same sentence in a casual or a formal mouth. Printers' apostrophes, as pages have them. */

const NOT = 'did|do|does|is|are|was|were|had|has|have|could|would|should|must|need';
const IRREGULAR: readonly (readonly [RegExp, string])[] = [
  [/\bcannot\b/g, 'can’t'],
  [/\bCannot\b/g, 'Can’t'],
  [/\bwill not\b/g, 'won’t'],
  [/\blet us\b/g, 'let’s'],
  [/\bLet us\b/g, 'Let’s'],
];

export function contract(text: string): string {
  let short = text.replace(new RegExp(`\\b(${NOT}) not(?! only| even)\\b`, 'gi'), '$1n’t');
  for (const [long, brief] of IRREGULAR) short = short.replace(long, brief);
  return (
    short
      // "as big as it is." keeps its verb.
      .replace(/\b(it|that|there|he|she|what) is(?= (?!\p{L}+ed\b)\p{L}{2,})/giu, '$1’s')
      .replace(/\bI am(?= \p{L})/gu, 'I’m')
      .replace(/\b(you|we|they) are(?= \p{L})/giu, '$1’re')
      .replace(/\b(I|you|he|she|we|they|it) will(?= \p{L})/gu, '$1’ll')
      .replace(/\b(I|you|we|they) have(?= (?:been|had|got|found|seen|never|always|\p{L}+ed)\b)/gu, '$1’ve')
  );
}

const LONG: readonly (readonly [RegExp, string])[] = [
  // Shouted ones are as long.
  [/\bCAN’T\b/g, 'CANNOT'],
  [/\bWON’T\b/g, 'WILL NOT'],
  [/\b(\p{Lu}{2,})N’T\b/gu, '$1 NOT'],
  [/\bLET’S\b/g, 'LET US'],
  [/\b(IT|THAT|WHAT|WHO)’S\b/g, '$1 IS'],
  [/\bcan’t\b/g, 'cannot'],
  [/\bCan’t\b/g, 'Cannot'],
  [/\bwon’t\b/g, 'will not'],
  [/\bWon’t you\b/g, 'Will you not'],
  [/\bWon’t\b/g, 'Will not'],
  [/\bshan’t\b/g, 'shall not'],
  [/\b(Let|let)’s\b/g, '$1 us'],
  [
    /\b(Did|Do|Does|Is|Are|Was|Were|Has|Have|Had|Could|Would|Should)n’t (you|I|we|they|he|she|it)\b/g,
    '$1 $2 not',
  ],
  [/\b(did|do|does|is|are|was|were|had|has|have|could|would|should|must|need)n’t\b/gi, '$1 not'],
  [/\b(I)’m\b/g, '$1 am'],
  [/\b(you|we|they)’re\b/gi, '$1 are'],
  [/\b(I|you|he|she|we|they|it|that|there|who)’ll\b/gi, '$1 will'],
  [/\b(I|you|we|they|could|would|should|might|must)’ve\b/gi, '$1 have'],
  [
    /\b(I|you|he|she|we|they)’d (better|been|had|\p{L}+ed|seen|known|found|done|gone|come|thought)\b/giu,
    '$1 had $2',
  ],
  [/\b(I|you|he|she|we|they|it)’d\b/gi, '$1 would'],
  [/\b(it|that|there|he|she|what|who|where|here)’s (been|got|had|gone|come|done)\b/gi, '$1 has $2'],
  [/\b(it|that|there|he|she|what|who|where|here|how)’s\b/gi, '$1 is'],
];

export function expand(text: string): string {
  let long = text;
  for (const [brief, full] of LONG) long = long.replace(brief, full);
  return long;
}
