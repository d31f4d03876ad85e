/**
 * The word under the lamp, set on the page itself. While a page is read this changes three times a second; React would go
 * over every word of it each time, which a page of 5,000 words shows.
 */
const wordsOf = new WeakMap<Element, HTMLElement[]>();

function listWords(root: Element): HTMLElement[] {
  const known = wordsOf.get(root);
  // A page that is still being written, or was mended, has other words now.
  if (known?.[0]?.isConnected && known.at(-1)?.isConnected) return known;
  const words = [...root.querySelectorAll<HTMLElement>('[data-word]')];
  wordsOf.set(root, words);
  return words;
}

/** Marks one word of a page and returns it; -1, or a word that is not there, marks none. */
export function markSpokenWord(root: Element | null, wordIndex: number): HTMLElement | null {
  for (const marked of root?.querySelectorAll('[data-spoken]') ?? []) marked.removeAttribute('data-spoken');
  const word = root && wordIndex >= 0 ? (listWords(root)[wordIndex] ?? null) : null;
  word?.setAttribute('data-spoken', '');
  return word;
}

/** Keeps the spoken word on the screen; who scrolled away from the one before is left alone. */
export function followSpokenWord(word: HTMLElement | null, wordBefore: HTMLElement | null): void {
  if (wordBefore?.isConnected && !isOnScreen(wordBefore)) return;
  word?.scrollIntoView({ block: 'nearest' });
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
