import { agreementOf } from '../beat-units.ts';
import type { Beat, Stage } from '../stage.ts';
import { fillTemplate, withoutMarks } from '../template.ts';
import { capitaliseTitle } from '../titles.ts';
import { deedOf } from '../understand-prompt/find-wish.ts';

const MOST_WORDS = 6;
/** Where a phrase can end without losing its sense. */
const BREAK =
  /\s(?:and|while|that|who|which|because|when|where|until|so|to (?!bed|sleep|the|a|an|his|her|their)\p{L}+|but|as|then|as if)\s|[,;:]/u;

/** A title of its own for each chapter: what is done in it ("Setting out from Home"), else where or with what. */
export function titleChapter(
  beat: Beat,
  summary: string,
  stage: Stage,
  taken: ReadonlySet<string>,
  at: number,
): string {
  const fill = (template: string) =>
    withoutMarks(
      fillTemplate(template, stage.slots, agreementOf(stage), stage.random.fork(`title ${template}`)),
    );
  const spot = /^spot([123])$/.exec(beat.at)?.[1];
  const deed = gerundOf(summary, stage.hero.name);
  const place = spot ? fill(`{ats${spot}}`) : beat.at === 'home' ? fill('{athome}') : fill('{inplace}');
  const thing = beat.props?.[0] ? `the ${fill(beat.props[0]).toLowerCase()}` : undefined;
  const tries = [
    ...(deed ? [deed] : []),
    place,
    ...(thing ? [thing] : []),
    ...(thing ? [`${thing} again`] : []),
    `${place}, once more`,
  ];
  // Now and then a place, so that not every chapter is a deed.
  const ordered = at % 3 === 2 && spot ? [place, ...tries] : tries;
  const titles = ordered.map((title) => capitaliseTitle(title).slice(0, 120));
  return titles.find((title) => !taken.has(title)) ?? `${titles[0]} (${at + 1})`;
}

/** "Pip sets out from home to look for a cheese." → "setting out from home" */
function gerundOf(summary: string, name: string): string | undefined {
  if (!summary.startsWith(`${name} `)) return undefined;
  const words = summary.slice(name.length + 1).replace(/[.!?]+$/, '');
  const [verb = '', ...rest] = words.split(' ');
  const base = baseOf(verb);
  if (base === undefined) return undefined;
  const phrase = `${deedOf(base).gerund} ${rest.join(' ')}`.trim();
  const cut = BREAK.exec(phrase);
  const clause = cut && cut.index > deedOf(base).gerund.length ? phrase.slice(0, cut.index) : phrase;
  const kept = clause.split(' ');
  if (kept.length > MOST_WORDS) {
    const last = kept.findLastIndex(
      (word, index) =>
        index <= MOST_WORDS &&
        index > 1 &&
        /^(?:in|on|at|with|from|for|of|under|into|by|through|past|after|over|across|beside|all|behind|between|towards|out)$/.test(
          word,
        ),
    );
    if (last < 0) return undefined;
    kept.length = last;
  }
  while (
    /^(?:in|on|at|with|from|for|of|the|a|an|to|his|her|their|its|all|into|by|under|its)$/.test(
      kept.at(-1) ?? '',
    )
  )
    kept.pop();
  return kept.length > 1 ? kept.join(' ') : undefined;
}

/** "carries" → carry, "pushes" → push, "sets" → set */
function baseOf(verb: string): string | undefined {
  if (!/^[a-z]+s$/.test(verb) || /^(?:is|was|has|does)$/.test(verb)) return undefined;
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.slice(0, -1);
}
