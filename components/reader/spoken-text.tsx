'use client';

import { type MouseEvent, memo, type ReactNode, useMemo } from 'react';
import { cn } from '@/components/ui/cn';
import { splitIntoTokens } from './align-words';
import { type ExplainedPart, findHardWord } from './find-hard-word';
import { HardWord, type WordHelp } from './hard-word';

/** From here on a page's far lines are laid out only when they come near. */
const LONG_WORDS = 900;

type SpokenTextProps = {
  text: string;
  /** Words that are explained when somebody presses them, in small letters, with what they mean. */
  meanings: ReadonlyMap<string, string>;
  help: WordHelp;
  className?: string;
};

/**
 * The page's words, each of which can be heard when it is pressed; the one being spoken is marked from outside
 * (mark-spoken-word.ts), so this is drawn once per page. Words are counted over all paragraphs.
 */
export const SpokenText = memo(function SpokenText({ text, meanings, help, className }: SpokenTextProps) {
  const { paragraphs, wordCount } = useMemo(() => weave(text, meanings, help), [text, meanings, help]);
  const hear = (event: MouseEvent) => {
    const pressed = event.target instanceof Element ? event.target : null;
    // A hard word has a button of its own, and words that were marked are to be copied.
    if (!help.onHear || pressed?.closest('button') || window.getSelection()?.isCollapsed === false) return;
    const word = pressed?.closest('[data-word]')?.getAttribute('data-word');
    if (word) help.onHear(Number(word));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a help for whoever points; by keyboard words are walked through (use-word-walk.ts)
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={cn('story-text space-y-4', className)}
      data-testid="story-text"
      data-long={wordCount > LONG_WORDS || undefined}
      onClick={hear}
    >
      {paragraphs}
    </div>
  );
});

function weave(
  text: string,
  meanings: ReadonlyMap<string, string>,
  help: WordHelp,
): { paragraphs: ReactNode[]; wordCount: number } {
  let wordIndex = -1;
  const explained = new Set<string>();
  // Once on a page is enough.
  const explain = (token: string): ExplainedPart | undefined => {
    const part = findHardWord(token, meanings);
    const word = part?.word.toLowerCase();
    if (word === undefined || explained.has(word)) return undefined;
    explained.add(word);
    return part;
  };
  const paragraphs = splitParagraphs(text).map((paragraph, paragraphIndex) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page does not change order
    <p key={paragraphIndex} dir="auto">
      {splitIntoTokens(paragraph).map((token, tokenIndex) => {
        if (!token.isWord) return token.text;
        wordIndex++;
        const part = explain(token.text);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page does not change order
          <span key={tokenIndex} data-word={wordIndex}>
            {part ? <HardWord part={part} wordIndex={wordIndex} help={help} /> : token.text}
          </span>
        );
      })}
    </p>
  ));
  return { paragraphs, wordCount: wordIndex + 1 };
}

export function splitParagraphs(text: string): string[] {
  return text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
}
