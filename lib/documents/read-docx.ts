import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Archive } from './archive.ts';
import { readHtmlChapter } from './read-html.ts';
import { parseXml, textOf } from './xml.ts';

/** What of a Word file its text is made of; everything else, macros and linked files too, stays outside. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/[\w.]+\.rels)$/;

/** Mammoth's links from a word to its footnote and back: "[1]" and "↑". The notes themselves are text. */
const NOTE_MARKS =
  /<sup><a href="#(?:foot|end)note-[^>]*>[^<]*<\/a><\/sup>|<a href="#(?:foot|end)note-ref-[^>]*>[^<]*<\/a>/g;

/**
 * The text of a Word file. Its library unpacks by itself and without limits, so it gets the counted parts packed anew.
 */
export async function readDocx(archive: Archive): Promise<{ title?: string; text: string }> {
  const parts = [...archive.files].filter(([name]) => NEEDED.test(name));
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      externalFileAccess: false,
    },
  );
  const { heading, text } = readHtmlChapter(html.replace(NOTE_MARKS, ''));
  const core = archive.files.get('docProps/core.xml');
  const told = core && textOf(parseXml(core), 'title');
  const title = told || heading;
  return { ...(title && { title }), text };
}
