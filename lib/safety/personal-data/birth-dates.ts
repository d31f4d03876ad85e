/** How months begin in the languages that are spoken to us. */
const MONTH =
  '(?:jan|feb|f[eé]v|mar|mär|maa|apr|abr|avr|may|mai|mei|mag|jun|jui|giu|jul|lug|aug|ao[uû]|ago|sep|set|okt|oct|ott|out|nov|dec|dez|d[eé]c|dic|ene|gen)\\p{L}{0,8}';
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?';
const YEAR = '(?:19|20)\\d\\d';
const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\p{L}{4,8}th|(?:twenty|thirty)[- ]\\p{L}{4,7})';
const WRITTEN = [
  `${DAY}[ .-]{1,2}(?:of |de |di )?${MONTH}[ ,.-]{1,2}(?:of |de |del )?${YEAR}`,
  `${MONTH} ${DAY},? ${YEAR}`,
  `${ORDINAL}(?: of)? ${MONTH}(?: two thousand(?: and)? \\p{L}{3,9}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)?`,
  '\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}',
].join('|');
const SAYS_BORN =
  'born|birthday|birth|turn(?:s|ed|ing)?|d\\.?o\\.?b\\.?|geboren|geb\\.|geburtstag|né|née|naissance|anniversaire|nac[ií](?:ó|d[oa])?|cumpleaños|nat[oa]|compleanno|nasc(?:i|eu|id[oa])|jarig';

/** A date, which counts beside a word for being born. */
export const WRITTEN_DATE = new RegExp(`(?<![\\d\\p{L}])(?:${WRITTEN})`, 'giu');
const BORN = new RegExp(`(?<!\\p{L})(?:${SAYS_BORN})(?!\\p{L})`, 'iu');
const BORN_ON = new RegExp(`(?<!\\p{L})(?:${SAYS_BORN})(?!\\p{L})[^!?\\n]{0,24}$`, 'iu');

/** Whether somebody was born on the date that follows. */
export function isBirthDate(before: string): boolean {
  return BORN_ON.test(before);
}

/** A whole date on which a child of today may have been born. */
export const CHILDS_DATE =
  /(?<![\d./-])(?:\d{1,2}[./-]\d{1,2}[./-]20[0-2]\d|20[0-2]\d-\d{2}-\d{2})(?![\d./-])/g;

/** A cheap look first. */
export function mayHaveBirthDate(text: string): boolean {
  return BORN.test(text);
}
