import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');
const ENDINGS = ['', '.ts', '.tsx', '/index.ts'];

/**
 * Lets plain Node load what is written for Next: its alias, its imports without an ending, and `server-only`, which guards
 * nothing here. What is to be loaded so must be imported after this call.
 */
export function allowNextImports(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'server-only')
        return next(pathToFileURL(`${root}/tests/empty-module.ts`).href, context);
      // Next's own entries are files at its root, and only bundlers find them without an ending.
      if (/^next\/[a-z]+$/.test(specifier)) return next(`${specifier}.js`, context);
      const folder = context.parentURL?.startsWith('file:')
        ? path.dirname(new URL(context.parentURL).pathname)
        : root;
      const wanted = specifier.startsWith('@/')
        ? path.join(root, specifier.slice(2))
        : specifier.startsWith('.')
          ? path.resolve(folder, specifier)
          : null;
      if (wanted === null || wanted.includes('node_modules')) return next(specifier, context);
      const file = ENDINGS.map((ending) => wanted + ending).find(
        (each) => path.extname(each) !== '' && existsSync(each),
      );
      return next(file ? pathToFileURL(file).href : specifier, context);
    },
  });
}
