/** What an event of a job may be about. Without a library, so that a page can listen to each without loading the schemas. */
export const JOB_EVENT_TYPES = [
  'status',
  'stage',
  'story',
  'picture',
  'narration',
  'audio',
  'video',
  'clip',
  'film',
  'warning',
] as const;
