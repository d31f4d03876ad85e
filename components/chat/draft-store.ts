/** Where drafts are kept: the browser's `localStorage`. */
type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (place: string) => `storyloom.draft.${place}`;

/** What was written at `place` and never sent; words that were said there last (`lastSaid`) are no draft any more. */
export function readDraft(storage: DraftStorage, place: string, lastSaid: string | undefined): string {
  const draft = storage.getItem(keyOf(place)) ?? '';
  // Sent, and taken by the server, but the page went away before it heard of that.
  if (draft.trim() === '' || draft.trim() !== lastSaid?.trim()) return draft;
  storage.removeItem(keyOf(place));
  return '';
}

export function keepDraft(storage: DraftStorage, place: string, text: string): void {
  if (text === '') storage.removeItem(keyOf(place));
  else storage.setItem(keyOf(place), text);
}

/** Words on their way and words written since, as one text. */
export function joinDrafts(sent: string, written: string): string {
  return [sent, written].filter((text) => text.trim() !== '').join('\n');
}
