/** Pixels: the size that messengers and social sites ask for (ogp.me; 1.91:1). */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
