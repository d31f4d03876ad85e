import { shareViewSchema } from '../../share/share-views';
import type { Operation } from '../operation';

const tag = 'Stories';
const path = '/api/v1/stories/{storyId}/share';
const example = {
  share_id: 'q3fGv0nT2mWkXb7yZ1cRpA',
  url: 'https://stories.example/s/q3fGv0nT2mWkXb7yZ1cRpA',
};

/** Links by which anybody reads one story. */
export const SHARING_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path,
    operationId: 'getStoryShare',
    tag,
    summary: 'The link of a story',
    description: 'Both fields are null while it is not shared.',
    caller: 'required',
    head: true,
    answers: { 200: { description: 'The link, where there is one.', schema: shareViewSchema, example } },
  },
  {
    method: 'put',
    path,
    operationId: 'shareStory',
    tag,
    summary: 'Make a link to a story',
    description:
      'Whoever has the link can read, hear and watch the story on a public page, without an account. It names neither the owner nor the readers, shows no prompt, and search engines are told to leave it alone. The same call again answers the same link. A story that is not finished answers 409.',
    caller: 'required',
    grownUp: true,
    answers: { 200: { description: 'The link.', schema: shareViewSchema, example } },
    errors: ['conflict', 'approval_required'],
  },
  {
    method: 'delete',
    path,
    operationId: 'withdrawStoryShare',
    tag,
    summary: 'Withdraw the link of a story',
    description: 'It ends at once and never comes back; the next link is another one.',
    caller: 'required',
    grownUp: true,
    answers: { 204: { description: 'It is not shared any more.' } },
  },
];
