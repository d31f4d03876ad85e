import { registerHooks } from 'node:module';
import { AppError } from '../../lib/errors.ts';

/**
 * What has to change in `postgres/src/connection.js` (3.4.8; the same in 3.4.9) so that a connection that dies in the
 * middle of a write ends its query with an error. Unrepaired, a write that was put off meets a socket that is gone and
 * ends the process, or leaves a connection in the pool that never writes again
 * (https://github.com/porsager/postgres/issues/1208, https://github.com/porsager/postgres/issues/1154).
 */
const REPAIRS: readonly { original: string; repaired: string }[] = [
  {
    original: `  function nextWrite(fn) {
`,
    repaired: `  function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
`,
  },
  {
    original: `    clearImmediate(nextWriteTimer)
    if (socket) {`,
    repaired: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    if (socket) {`,
  },
  {
    original: `    clearImmediate(nextWriteTimer)
    socket.removeListener`,
    repaired: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener`,
  },
  {
    // A query that came between the socket's error and its end would wait for ever.
    original: '    !hadError && (query || sent.length) && error(',
    repaired: '    ;(query || sent.length) && error(',
  },
];

/** Makes Node load the driver repaired. Call it before anything imports `postgres`. */
export function repairDriver(): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.endsWith('/postgres/src/connection.js')) return loaded;
      return { ...loaded, source: repairDriverSource(String(loaded.source)) };
    },
  });
}

/** @throws AppError `misconfigured` when the driver is another version than the repairs are for */
export function repairDriverSource(source: string): string {
  return REPAIRS.reduce((text, { original, repaired }) => {
    if (text.split(original).length !== 2) {
      throw new AppError(
        'misconfigured',
        'The installed Postgres driver is not the one Storyloom is tested with. Run npm ci.',
      );
    }
    return text.replace(original, repaired);
  }, source);
}
