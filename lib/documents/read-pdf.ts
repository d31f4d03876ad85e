import { extractTextItems, getDocumentProxy } from 'unpdf';
import { AppError } from '../errors.ts';
import { joinPages, type PageLine } from './page-lines.ts';

const MAX_PAGES = 1_000;
/** What programs write as a title when nobody gave one. */
const NO_TITLE = /^(untitled|document\d*|microsoft word - .*|.*\.(docx?|odt|tex|pdf|indd|pages))$/i;

/**
 * The text of a PDF in paragraphs, without page numbers and running heads.
 * @throws AppError `document_unreadable` when it is locked or too long
 */
export async function readPdf(bytes: Uint8Array): Promise<{ title?: string; text: string }> {
  // The library takes the buffer for itself; no fonts are loaded, no scripts run, nothing is fetched.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new AppError('document_unreadable', 'The PDF is locked with a password.', { cause: error });
    throw error;
  });
  if (pdf.numPages > MAX_PAGES)
    throw new AppError('document_unreadable', `A PDF can have at most ${MAX_PAGES} pages here.`);
  const { items } = await extractTextItems(pdf);
  const pages = items.map(toLines);
  const info: unknown = (await pdf.getMetadata()).info;
  const title = readTitle(info) ?? findHeading(pages[0] ?? []);
  return { ...(title && { title }), text: joinPages(pages) };
}

type Item = Awaited<ReturnType<typeof extractTextItems>>['items'][number][number];

/** Pieces on the same height are one line; a gap between two of them is a space that was never written. */
function toLines(items: Item[]): PageLine[] {
  const lines: (PageLine & { endX: number })[] = [];
  let isNew = true;
  for (const item of items) {
    const line = lines.at(-1);
    if (item.str.trim() === '') {
      if (line && item.str !== '') line.text += ' ';
    } else if (line && !isNew && Math.abs(line.y - item.y) < line.fontSize / 2) {
      const gap = item.x - line.endX;
      line.text += gap > item.fontSize * 0.15 && !line.text.endsWith(' ') ? ` ${item.str}` : item.str;
      line.endX = item.x + item.width;
    } else {
      const { x, y, fontSize } = item;
      lines.push({ text: item.str, x, y, fontSize, endX: x + item.width });
    }
    isNew = item.hasEOL;
  }
  return lines;
}

function readTitle(info: unknown): string | undefined {
  const title = typeof info === 'object' && info !== null && 'Title' in info ? info.Title : undefined;
  return typeof title === 'string' && title.trim() !== '' && !NO_TITLE.test(title.trim()) ? title : undefined;
}

/** The first page's largest line, when it is clearly larger than what follows. */
function findHeading(lines: PageLine[]): string | undefined {
  const sizes = lines.map((line) => line.fontSize);
  const largest = Math.max(0, ...sizes);
  const usual = [...sizes].sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;
  return largest > usual * 1.15 ? lines.find((line) => line.fontSize === largest)?.text : undefined;
}
