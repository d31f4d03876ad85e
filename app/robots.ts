import type { MetadataRoute } from 'next';

/**
 * Only the first page and what explains the rest is for search engines. A shared story says `noindex` itself, which is read
 * only where it may be asked for: so `/s/` is not shut here.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      disallow: ['/api/', '/auth/', '/account', '/chat', '/jobs', '/login', '/stories'],
    },
  };
}
