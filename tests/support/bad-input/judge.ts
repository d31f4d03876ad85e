import { ERROR_CODES } from '../../../lib/errors.ts';
import { problemSchema } from '../../../lib/story/views.ts';
import type { Answer } from './send.ts';

/** What an answer must never hold: our insides. */
const INSIDES =
  /node_modules|\bat \S+ \(?[\w./-]+\.(?:ts|js|mjs):\d+|SQLSTATE|violates|invalid input syntax|ECONNREFUSED|ENOENT|root:x:0|"storyloom",\s*"version"/;

const JSON_RPC_ERROR = /^\{"jsonrpc":"2\.0","error":\{"code":-32\d{3},"message":"[^"]+"\},"id":null\}$/;

/**
 * What is wrong with an answer to bad input, or nothing.
 * @param statuses those that are right
 * @param secrets texts of somebody else that must not be in it
 */
export function findFault(
  { status, headers, text }: Answer,
  statuses: readonly number[],
  secrets: readonly string[] = [],
): string | undefined {
  const shown = `${status} ${text.slice(0, 300)}`;
  const secret = secrets.find((each) => text.includes(each));
  if (secret) return `tells somebody else's ${secret}: ${shown}`;
  if (INSIDES.test(text)) return `shows our insides: ${shown}`;
  if (!statuses.includes(status)) return `not ${statuses.join(' or ')}: ${shown}`;
  if (status < 400) return undefined;
  // The protocol of agents has errors of its own.
  if (JSON_RPC_ERROR.test(text)) return undefined;
  if (!/^application\/problem\+json/.test(headers['content-type'] ?? '')) return `is no problem: ${shown}`;
  if (text === '') return undefined;
  const problem = problemSchema.safeParse(JSON.parse(text));
  if (!problem.success) return `has not the fields of a problem: ${shown}`;
  const { type, title, code } = problem.data;
  if (problem.data.status !== status) return `says another status than it has: ${shown}`;
  if (type !== `urn:storyloom:problem:${code}` || !title) return `has no type or title: ${shown}`;
  if (!ERROR_CODES.some((known) => known === code)) return `has an unknown code: ${shown}`;
  if (status === 401 && !headers['www-authenticate']) return `does not say which scheme to use: ${shown}`;
  return undefined;
}
