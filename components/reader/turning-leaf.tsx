'use client';

import { useEffect, useState } from 'react';
import { PageCopy, type PageShow } from './book-page';
import type { BookStory } from './book-story';
import type { OpenPage } from './use-page-turning';

/** A copy of a page longer than this is not worth its making for half a second. */
const LONG_TEXT = 6_000;

type TurningLeafProps = { story: BookStory; turned: OpenPage; show: PageShow; isOn: boolean };

/** The leaf between two pages while it is turned, as in a book of paper; nothing for who asked for less motion. */
export function TurningLeaf({ story, turned, show, isOn }: TurningLeafProps) {
  // Pages that were turned before this was on the screen (a look at the film) do not turn again.
  const [settled, setSettled] = useState(turned.turns);
  const { index, from, turns } = turned;
  useEffect(() => {
    if (!isOn || window.matchMedia('(prefers-reduced-motion: reduce)').matches) setSettled(turns);
  }, [isOn, turns]);
  if (!isOn || settled === turns || from === null) return null;
  const isBack = index < from;
  const scenes = [story.scenes[from], story.scenes[index]] as const;
  const [left, shown] = scenes;
  if (!left || !shown || left.text.length + shown.text.length > LONG_TEXT) return null;
  const leaf = isBack ? shown : left;
  const lastId = story.scenes.at(-1)?.id;
  return (
    <div key={turns} aria-hidden inert className="contents">
      {isBack ? (
        <div className="book-under book-page p-4 sm:p-6 lg:p-8">
          <PageCopy story={story} scene={left} isLast={left.id === lastId} show={show} />
        </div>
      ) : null}
      <div
        className="book-leaf book-page p-4 sm:p-6 lg:p-8"
        data-turn={isBack ? 'back' : 'forward'}
        onAnimationEnd={(event) => event.target === event.currentTarget && setSettled(turns)}
      >
        <PageCopy story={story} scene={leaf} isLast={leaf.id === lastId} show={show} />
      </div>
    </div>
  );
}
