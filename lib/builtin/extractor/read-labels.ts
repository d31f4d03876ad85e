import type { AskedFor } from './read-question.ts';

/** What stands before the colon of a list, and the question it answers. */
const LABELS: [Exclude<AskedFor, null>, RegExp][] = [
  ['hero', /^(?:main )?(?:hero|heroine|character|characters|protagonist|who|star|lead)$/],
  [
    'friend',
    /^(?:(?:best |her |his )?friends?|sidekick|helper|companion|pet|villain|baddie|bad guy|enemy|antagonist|monster|also|others?|side characters?)$/,
  ],
  ['place', /^(?:place|places|setting|where|location|locations|set in|scene)$/],
  ['plot', /^(?:plot|what happens|story|storyline|adventure|problem|ending|end|beginning|middle|then)$/],
  ['theme', /^(?:themes?|morals?|lessons?|message|about)$/],
  ['tone', /^(?:tone|mood|feel|feeling)$/],
  ['age', /^(?:age|ages|age group|for|reader|readers|listener|audience)$/],
  ['style', /^(?:style|pictures?|look|art|art style|illustrations?|drawings?)$/],
  ['pages', /^(?:pages?|length|number of pages|scenes?)$/],
  ['title', /^(?:title|name of the story|called)$/],
];

/** "- sidekick: Bolt, her robot dog" answers "Who is the sidekick?"; undefined for what is no line of a list. */
export function readLabel(sentence: string): { asked: AskedFor; label: string; rest: string } | undefined {
  const found = /^[-*•\s\d.)]*(\p{L}[\p{L} ]{1,20}?)\s*[:=]\s*(.+)$/u.exec(sentence);
  const label = found?.[1]?.toLowerCase();
  const asked = label && LABELS.find(([, names]) => names.test(label))?.[0];
  return asked ? { asked, label, rest: found?.[2] ?? '' } : undefined;
}
