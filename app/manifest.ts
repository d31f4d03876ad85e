import type { MetadataRoute } from 'next';
import { GROUNDS } from '@/lib/client/page-light';

/** So that a phone can keep Storyloom among its own things. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Storyloom',
    short_name: 'Storyloom',
    description: 'Say what the story is about. Get a picture book with a voice that reads it, and a film.',
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: GROUNDS.light,
    theme_color: GROUNDS.light,
    categories: ['books', 'education', 'kids'],
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'My stories', url: '/stories' },
      { name: 'A new story', url: '/' },
    ],
  };
}
