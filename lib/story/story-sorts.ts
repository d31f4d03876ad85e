/** The orders a list of stories can have. Without a library, so that a page knows them without loading the schemas. */
export const STORY_SORTS = ['newest', 'oldest', 'title', 'changed', 'longest'] as const;
export type StorySort = (typeof STORY_SORTS)[number];
