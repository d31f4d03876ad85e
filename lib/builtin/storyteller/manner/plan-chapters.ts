import type { SceneUnits } from '../arrange-scenes.ts';
import { agreementOf } from '../beat-units.ts';
import type { Beat, Stage } from '../stage.ts';
import { fillTemplate, withoutMarks } from '../template.ts';
import { titleChapter } from './title-chapter.ts';

export type ChapterPlan = { premise: string; outline: string[]; titles: string[] };

const LONGEST_OUTLINE = 600;

/**
 * Premise, outline and titles of chapters, from the turns of the plot that each of them will tell. The premise is who sets
 * out for what, and the first thing that stands in the way.
 */
export function planChapters(
  pages: readonly SceneUnits[],
  beats: readonly Beat[],
  stage: Stage,
): ChapterPlan {
  const summaries = beats.map((beat) => summarise(beat, stage));
  const turns = pages.map((units) => [...new Set(units.map((unit) => unit.beat))]);
  const outline = turns.map((indexes, at) => {
    // A turn that is told over two chapters is named in the first and goes on in the next.
    const fresh = indexes.filter((index) => !turns.slice(0, at).some((earlier) => earlier.includes(index)));
    return (fresh.length > 0 ? fresh : indexes)
      .map((index) => summaries[index] ?? '')
      .join(' ')
      .slice(0, LONGEST_OUTLINE);
  });
  const taken = new Set<string>();
  const titles = pages.map((units, at) => {
    const main = mainBeat(units);
    const title = titleChapter(beats[main] as Beat, summaries[main] ?? '', stage, taken, at);
    taken.add(title);
    return title;
  });
  return { premise: premiseOf(beats, summaries, stage), outline, titles };
}

function mainBeat(units: SceneUnits): number {
  const words = new Map<number, number>();
  for (const unit of units) words.set(unit.beat, (words.get(unit.beat) ?? 0) + unit.words);
  return [...words].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function summarise(beat: Beat, stage: Stage): string {
  const random = stage.random.fork(`summary ${beat.summary}`);
  const summary = withoutMarks(fillTemplate(beat.summary, stage.slots, agreementOf(stage), random));
  return isNoMoreThanName(summary, stage) ? `We meet ${stage.hero.a}.` : summary;
}

/** The first turn of a told plot only says who it is about. */
function isNoMoreThanName(summary: string, stage: Stage): boolean {
  return summary.toLowerCase() === `${stage.hero.a.toLowerCase()}.`;
}

/** "A brave little mouse named Pip sets out to find a cheese. But Pip hurries past the old oak." */
function premiseOf(beats: readonly Beat[], summaries: readonly string[], stage: Stage): string {
  const { hero } = stage;
  const begins = summaries[0]?.startsWith('We meet ') ? 1 : 0;
  const first = summaries[begins] ?? '';
  const introduced = `${hero.a.charAt(0).toUpperCase()}${hero.a.slice(1)}`;
  const opened = first.startsWith(`${hero.name} `)
    ? `${introduced}${first.slice(hero.name.length)}`
    : `${introduced} lives ${stage.home.at}. ${first}`;
  const trouble = beats.findIndex(
    (beat, index) => index > begins && /worried|sad/.test(beat.mood) && !beat.isCoda,
  );
  const against = trouble > 0 ? summaries[trouble] : undefined;
  if (against === undefined) return opened;
  const small = /^(?:The|A|An|In|At|On|His|Her|Their) /.test(against)
    ? against.charAt(0).toLowerCase() + against.slice(1)
    : against;
  return `${opened} ${/\bbut\b/.test(small) ? 'Then' : 'But'} ${small}`.slice(0, LONGEST_OUTLINE);
}
