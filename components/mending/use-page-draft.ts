'use client';

import { useKeptText } from '@/components/ui/use-kept-text';
import type { SceneView } from '@/lib/story/views';

export type PageDraft = {
  text: string;
  title: string;
  /** Which revision of the page the words began from, also when it has become an older one meanwhile. */
  revision: number;
  /** Whether there is something that was not saved. */
  isKept: boolean;
  writeText: (text: string) => void;
  writeTitle: (title: string) => void;
  /** Goes on from another revision with these words. */
  beginFrom: (revision: number, text: string) => void;
  clear: () => void;
};

type Page = Pick<SceneView, 'id' | 'text' | 'title' | 'revision'>;

/** What somebody writes on a page, kept in this tab until it was saved: a reload or a session that ends loses nothing. */
export function usePageDraft(scene: Page): PageDraft {
  const text = useKeptText(`mend.text.${scene.id}`, scene.text);
  const title = useKeptText(`mend.title.${scene.id}`, scene.title);
  const from = useKeptText(`mend.from.${scene.id}`);
  const isKept = text.isKept || title.isKept;
  const begin = () => {
    if (!isKept) from.write(String(scene.revision));
  };
  return {
    text: text.text,
    title: title.text,
    revision: isKept && from.text ? Number(from.text) : scene.revision,
    isKept,
    writeText: (words) => {
      begin();
      text.write(words);
    },
    writeTitle: (words) => {
      begin();
      title.write(words);
    },
    beginFrom: (revision, words) => {
      from.write(String(revision));
      text.write(words);
    },
    clear: () => {
      text.clear();
      title.clear();
      from.clear();
    },
  };
}
