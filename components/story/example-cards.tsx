'use client';

import { cn } from '@/components/ui/cn';
import { EXAMPLE_HEIGHT, EXAMPLE_WIDTH, EXAMPLES, smallPicture } from './examples';

type ExampleCardsProps = { prompt: string; onChoose: (prompt: string) => void };

/** Three beginnings with their pictures, for whoever looks at an empty box. */
export function ExampleCards({ prompt, onChoose }: ExampleCardsProps) {
  return (
    <section aria-labelledby="examples-title">
      <h2 id="examples-title" className="font-bold font-sans text-base tracking-normal">
        Or begin with one of these
      </h2>
      <ul className="mt-3 grid grid-cols-3 gap-2.5 sm:gap-4">
        {EXAMPLES.map((example) => (
          <li key={example.id} className="flex">
            <button
              type="button"
              onClick={() => onChoose(example.prompt)}
              aria-pressed={prompt === example.prompt}
              className={cn(
                'group flex min-h-11 w-full flex-col overflow-hidden rounded-lg border-2 border-edge bg-paper text-left shadow-page transition-[border-color,box-shadow] hover:border-ring hover:shadow-lifted',
                prompt === example.prompt && 'border-primary',
              )}
            >
              {/* biome-ignore lint/performance/noImgElement: drawn at the size it is shown, and ours */}
              <img
                src={example.picture}
                srcSet={`${smallPicture(example)} 240w, ${example.picture} ${EXAMPLE_WIDTH}w`}
                sizes="(min-width: 48rem) 15rem, calc(33vw - 1rem)"
                alt=""
                width={EXAMPLE_WIDTH}
                height={EXAMPLE_HEIGHT}
                decoding="async"
                className="aspect-4/3 w-full object-cover sm:aspect-3/2"
              />
              <span className="flex-1 px-2 py-2 font-semibold text-sm leading-snug sm:px-3 sm:text-base">
                {example.title}
                <span className="sr-only">: {example.prompt}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
