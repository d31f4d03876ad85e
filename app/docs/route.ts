import { defineRoute } from '@/lib/http/define-route';

/** Swagger UI: the API to try out, with a key or a token, or as whoever this browser is. */
export const GET = defineRoute({ caller: 'none' }, ({ request }) => {
  // The proxy makes it for the policy of this very answer: scripts without it do not run.
  const nonce = (request.headers.get('x-nonce') ?? '').replaceAll(/[^\w+/=-]/g, '');
  return new Response(buildPage(nonce), { headers: { 'content-type': 'text/html; charset=utf-8' } });
});

function buildPage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Storyloom API · Swagger UI</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <main id="swagger-ui"></main>
    <noscript>This page needs scripts. <a href="/redoc">The same to read</a> needs none.</noscript>
    <script nonce="${nonce}" src="/docs/swagger-ui-bundle.js"></script>
    <script nonce="${nonce}">
      window.ui = SwaggerUIBundle({
        url: '/api/openapi.json',
        dom_id: '#swagger-ui',
        deepLinking: true,
        docExpansion: 'none',
        filter: true,
        defaultModelsExpandDepth: 0,
        displayRequestDuration: true,
        validatorUrl: null,
      });
    </script>
  </body>
</html>
`;
}
