import type { UIMessageChunk } from 'ai';

/** The chunks of `POST /api/chat` as the Stories We Tell document writes them; `error` is our addition. */
export type StoriesWeTellChunk =
  | { type: 'text'; content: string }
  | { type: 'metadata'; metadata: { session_id: string; project_id: string; dossier_updated: boolean } }
  | { type: 'error'; code: string; message: string }
  | { type: 'done' };

/** Our stream in their words. Each piece is one server-sent event. */
export async function* toStoriesWeTell(
  turn: { sessionId: string; projectId: string },
  chunks: AsyncIterable<UIMessageChunk>,
): AsyncGenerator<StoriesWeTellChunk> {
  let isDossierUpdated = false;
  const noteCalls = new Set<string>();
  let code = 'internal';
  let failure: string | undefined;
  for await (const chunk of chunks) {
    if (chunk.type === 'text-delta') yield { type: 'text', content: chunk.delta };
    if (chunk.type === 'data-dossier') isDossierUpdated = true;
    if (chunk.type === 'tool-input-available' && chunk.toolName === 'updateDossier')
      noteCalls.add(chunk.toolCallId);
    if (chunk.type === 'tool-output-available' && noteCalls.has(chunk.toolCallId)) isDossierUpdated = true;
    if (chunk.type === 'message-metadata') code = readErrorCode(chunk.messageMetadata) ?? code;
    if (chunk.type === 'error') failure = chunk.errorText;
  }
  yield {
    type: 'metadata',
    metadata: { session_id: turn.sessionId, project_id: turn.projectId, dossier_updated: isDossierUpdated },
  };
  if (failure !== undefined) yield { type: 'error', code, message: failure };
  yield { type: 'done' };
}

function readErrorCode(metadata: unknown): string | undefined {
  return (metadata as { error?: { code: string } } | undefined)?.error?.code;
}
