const RTL_LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
const LETTERS = /\p{L}/gu;
/** Languages that are written from right to left (BCP-47 primary tags). */
const RTL_LANGUAGES: ReadonlySet<string> = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/**
 * Which way a story is read: its letters tell, where most of them are of one kind; a text without letters goes by its
 * language. Older stories may not know their language, so the text comes first.
 * @param language BCP-47, as far as it is known
 */
export function findReadingDirection(text: string, language: string | undefined): 'ltr' | 'rtl' {
  const letters = text.match(LETTERS)?.length ?? 0;
  if (letters > 0) return (text.match(RTL_LETTERS)?.length ?? 0) * 2 > letters ? 'rtl' : 'ltr';
  return RTL_LANGUAGES.has(language?.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
