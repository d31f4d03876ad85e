/** Routes that are no part of the API that clients are promised, and why. `METHOD path`, as in the document. */
export const INTERNAL_ROUTES: Record<string, string> = {
  'GET /api/inngest': 'The queue calls the durable functions.',
  'POST /api/inngest': 'The queue calls the durable functions.',
  'PUT /api/inngest': 'The queue registers the durable functions.',
  'GET /auth/confirm': 'The link in a mail, opened in a browser.',
  'POST /api/conversation/tickets/redeem': 'For the socket bridge of the same process alone.',
  'GET /s/{shareId}/media/{file}': 'The files of a shared story’s page.',
  'HEAD /s/{shareId}/media/{file}': 'The same.',
  'GET /s/{shareId}/card.jpg': 'The picture that messengers show beside a shared story’s link.',
  'HEAD /s/{shareId}/card.jpg': 'The same.',
  'GET /docs': 'A page: Swagger UI.',
  'GET /docs/{file}': 'The files of that page.',
  'GET /openapi.json': 'The document at the root, where one of the five documents has it.',
  'HEAD /openapi.json': 'The same.',
};
/** Answers every address that does not exist. */
export const CATCH_ALL = '/api/{unknown}';
