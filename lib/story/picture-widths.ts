/**
 * A picture's file is as large as it was painted (1600 px and 900 kB from our own illustrator); a phone shows a quarter of
 * that. `?w=` of a picture's address asks for one of these widths in pixels as WebP. A short list, so that a browser's
 * cache and ours hold few of each. Browser-safe.
 */
export const PICTURE_WIDTHS = [320, 640, 960, 1280] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

/** The query parameter that asks for a width. */
export const PICTURE_WIDTH = 'w';

/** The address of a picture at a width; whatever else stands in its query (a key) stays. */
export function pictureAtWidth(url: string, width: PictureWidth): string {
  return `${url}${url.includes('?') ? '&' : '?'}${PICTURE_WIDTH}=${width}`;
}

/**
 * For `srcset`: each width below the picture's own, then the picture as it is.
 * @param fullWidth the file's own width in pixels; null where nobody knows: then there is only the file
 */
export function buildPictureSourceSet(url: string, fullWidth: number | null): string | undefined {
  if (fullWidth === null) return undefined;
  const smaller = PICTURE_WIDTHS.filter((width) => width < fullWidth);
  return [...smaller.map((width) => `${pictureAtWidth(url, width)} ${width}w`), `${url} ${fullWidth}w`].join(
    ', ',
  );
}

/** What a request asks for; null: the file as it is, also for a width that is not one of ours. */
export function readPictureWidth(url: string): PictureWidth | null {
  const asked = Number(new URL(url, 'http://localhost').searchParams.get(PICTURE_WIDTH));
  return PICTURE_WIDTHS.find((width) => width === asked) ?? null;
}
