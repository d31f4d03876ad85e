import { cn } from '@/components/ui/cn';
import { splitIntoTokens } from './align-words';
import { type ExplainedPart, findHardWord } from './find-hard-word';
import { HardWord, type WordHelp } from './hard-word';

type SpokenTextProps = {
  text: string;
  spokenWord: number;
  /** Words that are explained when somebody presses them, in small letters, with what they mean. */
  meanings: ReadonlyMap<string, string>;
  help: WordHelp;
  className?: string;
};

/** The page's words; the one being spoken lies under the lamp. Words are counted over all paragraphs. */
export function SpokenText({ text, spokenWord, meanings, help, className }: SpokenTextProps) {
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
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div className={cn('story-text space-y-4', className)} data-testid="story-text">
      {paragraphs.map((paragraph, paragraphIndex) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page does not change order
        <p key={paragraphIndex}>
          {splitIntoTokens(paragraph).map((token, tokenIndex) => {
            if (!token.isWord) return token.text;
            wordIndex++;
            const isSpoken = wordIndex === spokenWord;
            const part = explain(token.text);
            return (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page does not change order
                key={tokenIndex}
                data-spoken={isSpoken || undefined}
                className={cn(
                  // The margins: the page's controls lie over the foot of a small screen.
                  'scroll-mt-6 scroll-mb-32 rounded-[0.3em] box-decoration-clone px-[0.12em] -mx-[0.12em] transition-colors duration-100',
                  isSpoken && 'bg-word text-word-foreground',
                )}
              >
                {part ? <HardWord part={part} wordIndex={wordIndex} help={help} /> : token.text}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}
