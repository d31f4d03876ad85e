import 'server-only';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
  type Tool as ToolDescription,
} from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { AppError, toAppError } from '@/lib/errors';
import { buildProblem, isServerFault } from '@/lib/http/problem';
import type { Tool, ToolContext } from './tool';
import { TOOLS } from './tools';

type Asked = Omit<ToolContext, 'reportProgress'> & { log: Logger; requestId: string };

const INSTRUCTIONS =
  'Storyloom makes illustrated, narrated stories for children and films of them. Start one with create_story, wait with get_job (watch: true), then read it with get_story.';

/**
 * One request of an MCP client (Streamable HTTP, without sessions: any web process can answer any request).
 * @param message the request's JSON, already read
 */
export async function answerMcp(message: unknown, asked: Asked): Promise<Response> {
  const server = new Server(
    { name: 'storyloom', title: 'Storyloom', version: '1.0.0' },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(describeTool) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { sendNotification }) => {
    const progressToken = params._meta?.progressToken;
    const reportProgress = async (progress: number, text: string) => {
      if (progressToken === undefined) return;
      await sendNotification({
        method: 'notifications/progress',
        params: { progressToken, progress, total: 1, message: text },
      });
    };
    return callTool(params.name, params.arguments ?? {}, { ...asked, reportProgress });
  });
  const transport = new WebStandardStreamableHTTPServerTransport();
  await server.connect(transport);
  return transport.handleRequest(asked.request, { parsedBody: message });
}

async function callTool(
  name: string,
  input: unknown,
  { log, requestId, ...context }: Asked & ToolContext,
): Promise<CallToolResult> {
  try {
    const tool = TOOLS.find((candidate) => candidate.name === name);
    if (!tool) throw new AppError('not_found', `There is no tool "${name.slice(0, 60)}".`);
    if (!context.caller.scopes.includes(tool.scope)) {
      throw new AppError('forbidden', `This API key cannot ${tool.scope}, which ${tool.name} needs.`);
    }
    return toResult(await tool.run(readInput(tool, input) as never, context));
  } catch (error) {
    if (isServerFault(error)) log.error({ err: error, tool: name }, 'tool failed');
    const problem = buildProblem(toAppError(error), requestId);
    return { ...toResult(problem), isError: true };
  }
}

function toResult(value: object): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: { ...value } };
}

/** @throws AppError `invalid_request` that names the fields */
function readInput(tool: Tool, input: unknown): unknown {
  const parsed = tool.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  const [first] = fields;
  throw new AppError(
    'invalid_request',
    `The input of ${tool.name} is not valid. ${first?.path}: ${first?.message}`,
    {
      cause: parsed.error,
      fields,
    },
  );
}

function describeTool({ name, title, description, input, hints }: Tool): ToolDescription {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(input, { io: 'input' });
  return {
    name,
    title,
    description,
    inputSchema: inputSchema as ToolDescription['inputSchema'],
    annotations: { title, openWorldHint: false, ...hints },
  };
}
