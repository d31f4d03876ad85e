import { marked } from 'marked';
import { readHtmlChapter } from './read-html.ts';

/** Between two lines of dashes at the very beginning: facts about the text, as site generators write them. */
const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Markdown as the words it shows; the title is the front matter's, else the first heading. */
export function readMarkdown(markdown: string): { title?: string; text: string } {
  const facts = FRONT_MATTER.exec(markdown);
  const told = /^title:[ \t]*(.+)$/m.exec(facts?.[1] ?? '')?.[1]?.replace(/^(["'])(.*)\1\s*$/, '$2');
  const html = marked.parse(facts ? markdown.slice(facts[0].length) : markdown, { async: false });
  const { heading, text } = readHtmlChapter(html);
  const title = told ?? heading;
  return { ...(title && { title }), text };
}
