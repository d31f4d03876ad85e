import path from 'node:path/posix';
import { AppError } from '../errors.ts';
import type { Archive } from './archive.ts';
import { decodeText } from './decode-text.ts';
import { readHtmlChapter } from './read-html.ts';
import { elementsOf, parseXml, textOf } from './xml.ts';

/** Fonts are scrambled by these in books that anybody may read (EPUB 3.3, section 4.2.6.3; Adobe's older way). */
const SCRAMBLED_FONTS = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

const VOID: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'col',
  'area',
  'base',
  'wbr',
]);

/**
 * The text of a book (EPUB 2 and 3), chapter after chapter as its spine orders them, without its table of contents.
 * @throws AppError `document_unreadable` when it is locked or its parts are missing
 */
export function readEpub(archive: Archive): { title?: string; text: string } {
  checkLocks(archive);
  const packagePath = elementsOf(
    parseXml(take(archive, 'META-INF/container.xml')),
    'rootfile',
  )[0]?.getAttribute('full-path');
  const book = parseXml(take(archive, packagePath ?? ''));
  const folder = path.dirname(packagePath ?? '');
  const items = new Map(elementsOf(book, 'item').map((item) => [item.getAttribute('id'), item]));
  const chapters = elementsOf(book, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const isText = item && /html|xml/.test(item.getAttribute('media-type') ?? '');
    if (!isText || reference.getAttribute('linear') === 'no' || isContents(item)) return [];
    const href = decodePath((item.getAttribute('href') ?? '').replace(/#.*$/, ''));
    const chapter = decodeText(take(archive, path.join(folder, href)));
    return [readHtmlChapter(openEmptyElements(chapter)).text];
  });
  const title = textOf(book, 'title');
  return { ...(title && { title }), text: chapters.join('\n\n') };
}

/** `<title/>` is empty in a book's XHTML, but in HTML it would swallow the rest of the page. */
function openEmptyElements(xhtml: string): string {
  return xhtml.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (tag, name: string, attributes: string) =>
    VOID.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
  );
}

function isContents(item: Element): boolean {
  return (item.getAttribute('properties') ?? '').split(/\s+/).includes('nav');
}

function checkLocks(archive: Archive): void {
  const locks = archive.files.get('META-INF/encryption.xml');
  const ways = locks ? elementsOf(parseXml(locks), 'EncryptionMethod') : [];
  if (ways.some((way) => !SCRAMBLED_FONTS.includes(way.getAttribute('Algorithm') ?? '')))
    throw new AppError('document_unreadable', 'The book is locked by its publisher.');
}

function take(archive: Archive, name: string): Buffer {
  const content = archive.files.get(name);
  if (!content) throw new AppError('document_unreadable', 'The book is damaged: a part of it is missing.');
  return content;
}

/** A stray percent sign stands for itself. */
function decodePath(href: string): string {
  return href.replace(/(%[0-9a-f]{2})+/gi, (escaped) =>
    Buffer.from(escaped.replaceAll('%', ''), 'hex').toString(),
  );
}
