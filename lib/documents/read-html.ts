import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type DomNode, wordsOfHtml } from './html-words.ts';
import { tidyText } from './tidy-text.ts';

/** Around the text of a page, not of it. */
const FRAME = 'nav, header, footer, aside, form, menu, [role=navigation], [role=banner], [role=contentinfo]';
/** An article shorter than this share of the page's text is a wrong guess: take the page. */
const LEAST_SHARE = 0.25;
const MOST_ELEMENTS = 100_000;
/** Real pages go some 40 deep. Readability takes time by the square of it. */
const DEEPEST_ELEMENT = 200;

/**
 * The main text of a web page and its title; what a page says to the program that reads it is text like any other.
 * Finds the article with Mozilla's Readability, as the reading view of Firefox does; a page that is no article is taken whole,
 * without its frame.
 */
export function readHtml(html: string): { title?: string; text: string } {
  const page = parse(html);
  const title = findTitle(page);
  for (const element of page.querySelectorAll(FRAME)) {
    // A chapter may have a <header> of its own, with its heading in it.
    if (!element.closest('article, main')) element.remove();
  }
  const whole = tidyText(wordsOfHtml(page.documentElement as unknown as DomNode));
  const article = findArticle(html);
  const text = article.length > whole.length * LEAST_SHARE ? article : whole;
  return { ...(title && { title }), text };
}

/** Every word of a page that is a whole in itself, such as a chapter of a book. */
export function readHtmlChapter(html: string): { heading?: string; text: string } {
  const page = parse(html);
  const heading = page.querySelector('h1, h2, h3')?.textContent ?? undefined;
  return { ...(heading && { heading }), text: wordsOfHtml(page.documentElement as unknown as DomNode) };
}

function parse(html: string): Document {
  // linkedom makes no body of a fragment.
  const isWhole = /<(html|body)[\s>]/i.test(html);
  return parseHTML(isWhole ? html : `<!doctype html><html><head></head><body>${html}</body></html>`).document;
}

function findArticle(html: string): string {
  // Readability changes the document it reads, so it gets one of its own.
  const page = parse(html);
  if (page.querySelectorAll('*').length > MOST_ELEMENTS || isTooDeep(page)) return '';
  const article = new Readability<Node>(page, { serializer: (node) => node, disableJSONLD: true }).parse();
  return article?.content ? tidyText(wordsOfHtml(article.content as unknown as DomNode)) : '';
}

function isTooDeep(page: Document): boolean {
  const open: { node: Element; depth: number }[] = [{ node: page.documentElement, depth: 1 }];
  for (let item = open.pop(); item; item = open.pop()) {
    if (item.depth > DEEPEST_ELEMENT) return true;
    for (const child of item.node.children) open.push({ node: child, depth: item.depth + 1 });
  }
  return false;
}

function findTitle(page: Document): string | undefined {
  const told = page.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const headings = page.querySelectorAll('h1');
  const onlyHeading = headings.length === 1 ? headings[0]?.textContent : undefined;
  return (
    [told, onlyHeading, page.querySelector('title')?.textContent].find((title) => title?.trim()) ?? undefined
  );
}
