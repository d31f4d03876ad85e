/** Elements that begin and end a paragraph of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose content nobody reads as text. */
const SILENT: ReadonlySet<string> = new Set(
  'script style template noscript head svg math canvas iframe object embed audio video map select option button input textarea datalist rp rt dialog'.split(
    ' ',
  ),
);

/** The few things of a DOM that are needed, of whatever library. */
export type DomNode = {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<DomNode>;
  getAttribute?(name: string): string | null;
};

const ELEMENT = 1;
const TEXT = 3;

/** The words of an element as paragraphs, the way a person would read them: without scripts, forms and what is hidden. */
export function wordsOfHtml(root: DomNode): string {
  const parts: string[] = [];
  // Without recursion: how deep it goes is the sender's choice. Texts on the stack are what closes an element.
  const open: (DomNode | string)[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
    } else if (node.nodeType === TEXT) {
      parts.push((node.nodeValue ?? '').replace(/\s+/g, ' '));
    } else if (node.nodeType === ELEMENT) {
      const name = node.nodeName.toLowerCase();
      if (SILENT.has(name) || isHidden(node)) continue;
      if (name === 'br') parts.push('\n');
      const edge = BLOCKS.has(name) ? '\n\n' : '';
      if (edge) parts.push(edge);
      open.push(edge);
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index];
        if (child) open.push(child);
      }
    }
  }
  return parts.join('').replace(/ *\n */g, '\n');
}

function isHidden(node: DomNode): boolean {
  if (node.getAttribute?.('hidden') != null || node.getAttribute?.('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute?.('style') ?? '');
}
