import type { Random } from '../random.ts';
import { agreementOf } from './beat-units.ts';
import type { PlotTelling, Stage } from './stage.ts';
import { fillTemplate } from './template.ts';

const SMALL_WORDS = /^(a|an|the|and|or|but|of|in|on|at|to|for|with|by|from|who|that|nor|as)$/i;

/** One of the plot's titles, with a book's capitals. */
export function chooseTitle(telling: PlotTelling, stage: Stage, random: Random): string {
  const filled = fillTemplate(random.pick(telling.titles), stage.slots, agreementOf(stage), random);
  return capitaliseTitle(filled).slice(0, 120);
}

export function capitaliseTitle(title: string): string {
  return title
    .split(' ')
    .map((word, index, words) =>
      index > 0 && index < words.length - 1 && SMALL_WORDS.test(word)
        ? word.toLowerCase()
        : word.replace(
            /^(["“‘(]?)(\p{Ll})/u,
            (_, open: string, letter: string) => open + letter.toUpperCase(),
          ),
    )
    .join(' ');
}
