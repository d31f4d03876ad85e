import { type DestinationStream, type Logger, pino } from 'pino';
import { redact } from './redact.ts';

/**
 * One JSON object a line on stdout. Say what happened as the message and the facts as fields:
 * `log.info({ jobId }, 'story requested')`; errors go under `err`. Every line is redacted (lib/redact.ts).
 */
export function createLogger(destination?: DestinationStream): Logger {
  return pino(
    {
      // Read here and not through getEnv(): a log must exist before the environment is known to be valid.
      level: LEVELS.has(process.env.LOG_LEVEL ?? '') ? (process.env.LOG_LEVEL as string) : 'info',
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      // The default serialiser would flatten causes into the message; redact() below does errors.
      serializers: { err: (error: unknown) => error },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redact(fields) as Record<string, unknown>,
      },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}

const LEVELS: ReadonlySet<string> = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']);

export const log: Logger = createLogger();

/** A logger whose every line carries the request's id, so one request can be read out of many. */
export function createRequestLogger(requestId: string): Logger {
  return log.child({ requestId });
}
