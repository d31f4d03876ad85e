import type { z } from 'zod';
import type { ErrorCode } from '../errors';
import type { HeaderName, RequestHeaderName } from './headers';

export const TAGS = {
  Stories: 'Stories as Kids Story Agent documents them, with Storyloom’s options after the documented ones.',
  Mending: 'A finished story is changed: words, pictures, voices, pages; every version can be taken back.',
  Household: 'Who listens, what the grown-ups have set, and stories that wait for one of them.',
  'Dream Flow': 'One call that waits for the story.',
  StoryMimi: 'Stories, users and tokens as StoryMimi’s Flutter client asks for them.',
  'Story writer': 'ALwrity: premise, outline, chapters.',
  'Story illustrator': 'ALwrity: pictures for a text that is there already.',
  'Story video generator': 'ALwrity: scenes and films of a text.',
  Conversation: 'Stories We Tell: a conversation draws the story out of somebody.',
  Dossier: 'What a conversation has taught us about a story, version by version.',
  Accounts: 'Guests, accounts and their sessions.',
  'API keys': 'Keys for programs, made by an account.',
  Webhooks: 'Who is told when a story ends, and the log of it.',
  Service: 'How this installation is.',
} as const;
export type Tag = keyof typeof TAGS;

/** What a status answers. Without a schema there is no body, unless `mediaTypes` says of which kinds a file can be. */
export type Answer = {
  description: string;
  schema?: z.ZodType;
  /** Of `application/json`, or of the one given. */
  example?: unknown;
  mediaTypes?: readonly string[];
  /** Other kinds of body, by media type, where `Accept` asks for one. */
  others?: Readonly<Record<string, z.ZodType>>;
  headers?: readonly HeaderName[];
};

/** One method of one address, as it is documented. Paths are written as clients write them: `/api/v1/stories/{storyId}`. */
export type Operation = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  operationId: string;
  tag: Tag;
  summary: string;
  description?: string;
  /** As in `defineRoute`. */
  caller: 'none' | 'optional' | 'required' | 'visitor-allowed' | 'guest-allowed';
  /** For the household's grown-ups: 403 without their proof. As in `defineRoute`, but for DELETE …/pin, which looks for itself. */
  grownUp?: true;
  /** Answers what is in a story: 403 `approval_required` while that waits for a grown-up, unless one asks. */
  showsStory?: true;
  /** Signed addresses of files open without a caller too. */
  opensWithKey?: true;
  /** HEAD is answered as well. */
  head?: true;
  /** Of path parameters that are no UUID. */
  params?: Record<string, z.ZodType>;
  query?: z.ZodType;
  body?: {
    schema: z.ZodType;
    /** False: the call works without one. */
    required?: false;
    mediaTypes?: readonly string[];
    examples?: Record<string, unknown>;
  };
  headers?: readonly RequestHeaderName[];
  answers: Record<number, Answer>;
  /** What can go wrong beyond what its input and its caller tell already. */
  errors?: readonly ErrorCode[];
};
