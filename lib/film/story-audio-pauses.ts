/**
 * The silences of a story's one sound file, in seconds: a breath before the first word, between two pages, and after the
 * last. The page that shows its words as they are spoken counts with the same. Browser-safe.
 */
export const LEAD_SECONDS = 0.4;
export const PAUSE_SECONDS = 0.9;
export const TAIL_SECONDS = 0.6;
