import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { getOpenApiDocument } from '@/lib/openapi/get-document';

/** The API as OpenAPI 3.1 describes it. */
export const GET = defineRoute({ caller: 'none' }, ({ request }) =>
  createJsonResponse(request, getOpenApiDocument()),
);
export const HEAD = GET;
