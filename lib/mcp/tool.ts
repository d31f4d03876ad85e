import type { z } from 'zod';
import type { Scope } from '@/lib/auth/api-key-schemas';
import type { Caller } from '@/lib/auth/caller';
import type { WaitingJob } from '@/lib/story/waiting-job';

/** Who calls a tool, and by which request. */
export type ToolContext = {
  caller: Caller;
  request: Request;
  /** Told to the agent while it waits: 0…1 and a sentence. Does nothing when it did not ask. */
  reportProgress: (progress: number, message: string) => Promise<void>;
  sendRequested: (job: WaitingJob) => Promise<void>;
  sendCancelled: (event: { jobId: string }) => Promise<void>;
};

/** One tool of the MCP server. What it throws becomes a tool error with our code. */
export type Tool = {
  name: string;
  title: string;
  description: string;
  scope: Scope;
  input: z.ZodType;
  /** For agents that ask before they let a tool change something. */
  hints: { readOnlyHint: boolean; destructiveHint?: boolean; idempotentHint?: boolean };
  run: (input: never, context: ToolContext) => Promise<object>;
};

export function defineTool<Input extends z.ZodType>(
  tool: Omit<Tool, 'input' | 'run'> & {
    input: Input;
    run: (input: z.output<Input>, context: ToolContext) => Promise<object>;
  },
): Tool {
  return tool as Tool;
}
