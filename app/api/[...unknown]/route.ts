import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

/** An address of the API that does not exist is told in the API's own words, not with a page. */
const handle = defineRoute({ caller: 'none', isCatchAll: true }, () => {
  throw new AppError('not_found', 'There is no such address in this API.');
});

export const GET = handle;
export const HEAD = handle;
export const POST = handle;
export const PUT = handle;
export const PATCH = handle;
export const DELETE = handle;
