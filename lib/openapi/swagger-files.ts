import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the page of Swagger UI loads, and nothing else of its package. */
const MEDIA_TYPES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** One file of Swagger UI as it lies in `node_modules`, so that the page works without the internet; null for any other name. */
export async function readSwaggerFile(name: string): Promise<{ bytes: Buffer; mediaType: string } | null> {
  const mediaType = Object.hasOwn(MEDIA_TYPES, name) ? MEDIA_TYPES[name] : undefined;
  if (!mediaType) return null;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/swagger-ui-dist', name);
  return { bytes: await readFile(file), mediaType };
}
