import { readFileSync, writeFileSync } from 'node:fs';
import createWabt from 'wabt';

/** Assembles lib/film/frame-kernels.wat; run it after changing that file: `npx node scripts/build-frame-kernels.ts`. */
const folder = new URL('../lib/film/', import.meta.url);
const wabt = await createWabt();
const source = readFileSync(new URL('frame-kernels.wat', folder), 'utf8');
const { buffer } = wabt.parseWat('frame-kernels.wat', source, { simd: true }).toBinary({});
writeFileSync(new URL('frame-kernels.wasm', folder), buffer);
