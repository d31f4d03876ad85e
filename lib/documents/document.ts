export const DOCUMENT_KINDS = ['text', 'markdown', 'html', 'docx', 'pdf', 'epub'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What came out of a file: its words in reading order, paragraphs parted by an empty line. */
export type ReadDocument = { title?: string; text: string; kind: DocumentKind };

/** A file's bytes and what its sender says about it. Only the bytes are believed; the rest decides between kinds of text. */
export type DocumentFile = {
  bytes: Uint8Array;
  /** `story.md` */
  name?: string | undefined;
  /** Media type, with its charset if there is one. */
  declaredType?: string | undefined;
};

/** Larger than any book without pictures. */
export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;
export const MAX_DOCUMENT_LETTERS = 5_000_000;
/** For messages: what can be read. */
export const READABLE_FILES = '.txt, .md, .html, .pdf, .docx and .epub';
