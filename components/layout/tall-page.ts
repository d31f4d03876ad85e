/**
 * As tall as the screen below the header: the foot of a page that is still on its way, and of a list that turns out to be short,
 * stands below the edge, so that it does not jump into sight.
 */
export const TALL_PAGE = 'min-h-[calc(100dvh-8rem)]';
