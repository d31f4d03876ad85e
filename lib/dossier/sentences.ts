/** "a, b and c" */
export function joinList(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** With a capital at its beginning and a stop at its end; what already ends as a sentence keeps its end. */
export function asSentence(text: string): string {
  const tidy = text.trim();
  if (tidy === '') return '';
  const capital = tidy.charAt(0).toUpperCase() + tidy.slice(1);
  return /[.!?…]["”’)]?$/.test(capital) ? capital : `${capital}.`;
}
