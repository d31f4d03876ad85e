import { z } from 'zod';

/**
 * One JSON-RPC message. Not a list of them, which older versions of MCP allowed: each request counts once against the limits,
 * and a list would be many calls for one.
 */
export const mcpMessageSchema = z.looseObject({ jsonrpc: z.literal('2.0') });
