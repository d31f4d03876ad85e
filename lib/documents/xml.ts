import { DOMParser } from 'linkedom';
import { decodeText } from './decode-text.ts';

/** Markup of an archive's own files. The parser knows no entities but the standard's, so none can be defined to grow. */
export function parseXml(bytes: Uint8Array): XMLDocument {
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  return new DOMParser().parseFromString(text, 'text/xml') as unknown as XMLDocument;
}

/** Elements by their name without its prefix, in order: files differ in the prefixes they choose. */
export function elementsOf(root: XMLDocument, localName: string): Element[] {
  return [...root.querySelectorAll('*')].filter(
    (element) => element.nodeName.replace(/^.*:/, '').toLowerCase() === localName.toLowerCase(),
  );
}

/** Text of the first element of that name; empty when there is none. */
export function textOf(root: XMLDocument, localName: string): string {
  return elementsOf(root, localName)[0]?.textContent?.trim() ?? '';
}
