import { listWords } from '../../story/reading/split-text.ts';
import type { Random } from '../random.ts';
import type { SceneUnits } from './arrange-scenes.ts';
import { agreementOf } from './beat-units.ts';
import { chooseClosing } from './closings.ts';
import { mentions } from './picture-scene.ts';
import { PRESENCE_LINES } from './presence-lines.ts';
import type { Stage } from './stage.ts';
import { fillTemplate, HERO_MARK } from './template.ts';

/** A page that neither names the hero nor means them gets a line that does; the last page gets a last line. */
export function keepHeroPresent(pages: readonly SceneUnits[], stage: Stage, random: Random): SceneUnits[] {
  const told = pages
    .flat()
    .map((unit) => unit.text)
    .join(' ');
  const fill = (template: string) => fillTemplate(template, stage.slots, agreementOf(stage), random);
  const lines = random
    .shuffle(PRESENCE_LINES[stage.age])
    .map(fill)
    .filter((line) => !told.includes(line));
  return pages.map((page, index) => {
    if (page.some((unit) => unit.text.includes(HERO_MARK) || mentions(unit.text, stage.hero))) return page;
    const isLast = index === pages.length - 1;
    const line = isLast ? undefined : lines.pop();
    const text = line ?? fill(chooseClosing(stage.age, 'gentle', random));
    const last = page.at(-1);
    if (!last) return page;
    return [
      ...page,
      { ...last, order: last.order + 1, group: undefined, text, words: listWords(text).length },
    ];
  });
}
