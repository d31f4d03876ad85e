'use client';

import { useEffect, useRef, useState } from 'react';
import { joinDrafts, keepDraft, readDraft } from './draft-store';

export type Draft = {
  text: string;
  /** The text as it is now, also before the next render. */
  read: () => string;
  write: (text: string) => void;
  /** Empties the box while `words` are on their way, and brings them back when `act` says that they were refused. */
  sending: (words: string, act: () => Promise<boolean>) => Promise<void>;
};

/**
 * What is written and not said yet: there again after a reload, and after words that could not be sent.
 * @param place the conversation; changes when a new one gets its address, and what is written moves with it
 */
export function useDraft(place: string, lastSaid: string | undefined): Draft {
  const [text, setText] = useState('');
  const written = useRef('');
  /** Words the server has not taken yet; a reload in this moment must not lose them. */
  const onTheirWay = useRef('');
  const keptAt = useRef<string>(undefined);
  const placeNow = useRef(place);
  const saidBefore = useRef(lastSaid);

  useEffect(() => {
    placeNow.current = place;
    if (keptAt.current === undefined) {
      // Somebody may have begun to write before the page was alive.
      written.current ||= readDraft(localStorage, place, saidBefore.current);
      setText(written.current);
    } else if (keptAt.current !== place) {
      keepDraft(localStorage, keptAt.current, '');
      keepDraft(localStorage, place, joinDrafts(onTheirWay.current, written.current));
    }
    keptAt.current = place;
  }, [place]);

  const keep = () =>
    keepDraft(localStorage, placeNow.current, joinDrafts(onTheirWay.current, written.current));
  const write = (words: string) => {
    written.current = words;
    setText(words);
    keep();
  };
  return {
    text,
    read: () => written.current,
    write,
    async sending(words, act) {
      onTheirWay.current = words;
      write('');
      const isTaken = await act();
      onTheirWay.current = '';
      write(isTaken ? written.current : joinDrafts(words, written.current));
    },
  };
}
