import { z } from 'zod';
import { manifestSchema } from '../../story/manifest';
import { PICTURE_WIDTH, PICTURE_WIDTHS } from '../../story/picture-widths';
import type { Operation } from '../operation';

const tag = 'Stories';
const FAMILIES = [
  ['images', 'getImage', 'A picture', ['image/png', 'image/jpeg', 'image/webp']],
  ['videos', 'getVideo', 'A film or a clip', ['video/mp4']],
  [
    'audio',
    'getAudio',
    'A narration, or the whole story read aloud',
    ['audio/wav', 'audio/mp4', 'audio/mpeg'],
  ],
  ['captions', 'getCaptions', 'Captions of a film', ['text/vtt']],
] as const;

const file = z.string().regex(/^[0-9a-f-]{36}\.[a-z0-9]{2,4}$/);
const download = z.object({ download: z.literal('1').optional() });
const picture = download.extend({
  [PICTURE_WIDTH]: z
    .enum(PICTURE_WIDTHS.map(String) as [string, ...string[]])
    .optional()
    .describe('The picture as a WebP of this width in pixels, or of its own where it is narrower.'),
});

/** Files of a story: one by one, listed, and all together. */
export const FILE_OPERATIONS: readonly Operation[] = [
  ...FAMILIES.map(
    ([family, operationId, summary, mediaTypes]): Operation => ({
      method: 'get',
      path: `/api/v1/stories/${family}/stories/{storyId}/{file}`,
      operationId,
      tag,
      summary,
      description:
        'Take the address from a story. With its `key` it opens without a header, unless its story waits for a grown-up. `?download=1` makes a browser save it.',
      caller: 'required',
      opensWithKey: true,
      head: true,
      params: { file },
      query: family === 'images' ? picture : download,
      headers: ['Range', 'IfNoneMatch'],
      showsStory: true,
      answers: {
        200: {
          description: 'The file.',
          mediaTypes,
          headers: ['ETag', 'AcceptRanges', 'ContentDisposition'],
        },
        206: { description: 'A part of it.', mediaTypes, headers: ['ETag', 'ContentRange'] },
        304: { description: 'You have it already.', headers: ['ETag'] },
      },
      errors: ['range_not_satisfiable', 'storage_failed'],
    }),
  ),
  {
    method: 'get',
    path: '/api/v1/stories/{storyId}/manifest',
    operationId: 'getManifest',
    tag,
    summary: 'List a story’s files',
    description: 'With sizes and hashes, for a client that keeps copies.',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    showsStory: true,
    answers: {
      200: { description: 'Every file.', schema: manifestSchema, headers: ['ETag'] },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
    errors: ['storage_failed'],
  },
  {
    method: 'get',
    path: '/api/v1/stories/{storyId}/download',
    operationId: 'downloadStory',
    tag,
    summary: 'All files of a story as one ZIP',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    showsStory: true,
    answers: {
      200: {
        description: 'The archive, with its manifest and the text.',
        mediaTypes: ['application/zip'],
        headers: ['ETag', 'ContentDisposition'],
      },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
    errors: ['storage_failed'],
  },
];
