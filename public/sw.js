/**
 * One thing only: where Storyloom cannot be reached, an address shows a page of ours that says so, instead of the browser's
 * own. Nothing else is kept or answered here, so that nobody ever sees an old page.
 */
const SHELF = 'storyloom-offline-1';
const OFFLINE_PAGE = '/offline.html';
const LIGHTS = ['light', 'dark', 'bedtime'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELF)
      .then((shelf) => shelf.add(new Request(OFFLINE_PAGE, { cache: 'reload' })))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('storyloom-') && name !== SHELF) await caches.delete(name);
      }
      // The request for a page goes out while this script is still waking up.
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(fetchPage(event));
});

async function fetchPage(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const page = await caches.match(OFFLINE_PAGE);
    if (!page) throw error;
    return dressPage(page, new URL(event.request.url));
  }
}

/** The page in the light that was chosen in this browser, where a worker can read its cookie, with the way back to `asked`. */
async function dressPage(page, asked) {
  const chosen = (await self.cookieStore?.get('storyloom-light'))?.value;
  const light = LIGHTS.includes(chosen) ? ` data-theme="${chosen}"` : '';
  const html = (await page.text())
    .replace('<html', () => `<html${light}`)
    // An address has no quotes or angle brackets in it: they are escaped in the making of a URL.
    .replace('href="/"', () => `href="${asked.pathname.replace(/^\/+/, '/')}${asked.search}"`);
  return new Response(html, {
    // As a server does that is not ready: nobody keeps it, and whoever counts does not take it for the page.
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
