/** Where texts are kept: the browser's `sessionStorage`, one tab long. */
type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type KeptTextStore = {
  /** The text kept under a key; null: none. */
  read: (key: string) => string | null;
  /** Keeps a text; null forgets it. */
  keep: (key: string, text: string | null) => void;
  /** Has `onChange` called at each change of a key; answers what ends that. */
  subscribe: (key: string, onChange: () => void) => () => void;
};

const PREFIX = 'storyloom.kept.';

/**
 * Texts by key, remembered here and in the browser.
 * @param findStorage asked each time: a browser that forbids storage throws when it is only looked at. Then, and where
 *   storage is full, a text lives as long as the document does: writing goes on.
 */
export function createKeptTextStore(findStorage: () => TextStorage): KeptTextStore {
  const known = new Map<string, string | null>();
  const listeners = new Map<string, Set<() => void>>();
  return {
    read(key) {
      const text = known.get(key);
      if (text !== undefined) return text;
      const stored = attempt(() => findStorage().getItem(PREFIX + key)) ?? null;
      known.set(key, stored);
      return stored;
    },
    keep(key, text) {
      known.set(key, text);
      attempt(() =>
        text === null ? findStorage().removeItem(PREFIX + key) : findStorage().setItem(PREFIX + key, text),
      );
      for (const onChange of listeners.get(key) ?? []) onChange();
    },
    subscribe(key, onChange) {
      const ofKey = listeners.get(key) ?? new Set();
      listeners.set(key, ofKey.add(onChange));
      return () => {
        ofKey.delete(onChange);
        if (ofKey.size === 0) listeners.delete(key);
      };
    },
  };
}

/** Only what storage itself refuses is passed over; anything else is a mistake of ours. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
