/** What texts take in tokens: measured on English, with room for names and other languages. */

export const TOKENS_PER_WORD = 1.5;
/** Summary, setting, who and what of one page, or its line in a plan. */
export const TOKENS_OF_PAGE = 160;
export const TOKENS_OF_SHEET = 140;
/** Fewest letters to a token that ordinary text has; English prose has about four. */
export const LETTERS_PER_TOKEN = 2.5;
