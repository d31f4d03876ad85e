import 'server-only';
import { buildOpenApiDocument, type OpenApiDocument } from './build-document';

let document: OpenApiDocument | undefined;

/** It takes a tenth of a second to make and never changes while the process lives. */
export function getOpenApiDocument(): OpenApiDocument {
  document ??= buildOpenApiDocument();
  return document;
}
