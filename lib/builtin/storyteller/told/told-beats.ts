import type { AgeGroup, MusicMood, Place, StoryBrief, Tone } from '../../../story/schema.ts';
import type { Random } from '../../random.ts';
import { capitalise, joinList } from '../grammar.ts';
import { mentions } from '../picture-scene.ts';
import type { Beat, Member, PlotTelling, Stage } from '../stage.ts';
import { readTerms } from '../understand-prompt/terms.ts';
import { endSentence, introduceTold, plainText, tellArc } from './describe-told.ts';
import { toPastTense } from './past-tense.ts';
import { isNamed, placesOf } from './read-cast.ts';

/** With fewer things that happen, a plot of our own carries the story and these are told within it. */
const LEAST_POINTS = 2;

/** Whether a conversation told enough for the story to be its own plot. */
export function hasOwnPlot(brief: StoryBrief): boolean {
  return (brief.plotPoints?.length ?? 0) >= LEAST_POINTS;
}

const MUSIC: Record<Tone, MusicMood> = {
  gentle: 'lullaby',
  adventurous: 'adventure',
  funny: 'playful',
  mysterious: 'mystery',
  dreamy: 'lullaby',
  heartwarming: 'wonder',
  suspenseful: 'mystery',
  uplifting: 'wonder',
  dark: 'mystery',
  whimsical: 'playful',
};

/** The plot that a conversation told: everybody introduced, its points in order at its places, and what came of it. */
export function tellOwnPlot(brief: StoryBrief, stage: Stage, random: Random): PlotTelling {
  const points = (brief.plotPoints ?? []).map(plainText).filter((point) => point !== '');
  const stops = placeStops(brief.locations ?? [], points);
  const introduced = new Set<Member>([stage.hero]);
  const late = [...stage.friends, ...stage.more].filter(
    (member) => !stage.friends.includes(member) && points.findIndex((point) => mentions(point, member)) > 0,
  );
  const early = [...stage.friends, ...stage.more].filter((member) => !late.includes(member));
  const opening = [
    ...openingLines(stage, (brief.locations ?? []).slice(0, 1), random),
    ...early.flatMap((member) => introduce(member, introduced)),
  ];
  let place = placeOf(brief.locations?.[0]) ?? stage.place;
  const arcs = [stage.hero, ...stage.friends, ...stage.more].flatMap((member) =>
    member.told?.arc ? [tellArc(member.told.arc, member)] : [],
  );
  const beats = points.map((point, index): Beat => {
    const isLast = index === points.length - 1;
    const arrivals = stops.filter((stop) => stop.at === index);
    const lines = arrivals.flatMap((stop) => {
      place = placeOf(stop.location) ?? place;
      return stop.isSaid || stop.isFirst ? [] : [arrive(stop.location, stage, random.fork(stop.location))];
    });
    place = placeOf(point) ?? place;
    // "A whale" comes into the story before "the whale" is spoken of.
    const fresh = (named: boolean) =>
      late
        .filter((member) => mentions(point, member) && named === isNamed(member.told?.name ?? ''))
        .flatMap((member) => introduce(member, introduced));
    const told = tellPoint(point, index, points.length, stage, random.fork(`point ${index}`));
    return beatOf(
      [...lines, ...fresh(true), told, ...fresh(false), ...(isLast ? arcs : [])],
      isLast ? [] : reactionsAfter(stage.age, index, random),
      place,
      isLast ? 'happy' : index === 0 ? 'curious' : index % 2 === 0 ? 'brave' : 'worried',
      endSentence(point).slice(0, 300),
      stage,
      nounsOf(point),
    );
  });
  const first = beatOf(
    opening,
    [],
    placeOf(brief.locations?.[0]) ?? stage.place,
    'calm',
    `${stage.hero.a}.`,
    stage,
    [],
  );
  return {
    beats: [first, ...beats],
    ownOpening: true,
    ownPlot: true,
    episodesAt: Math.max(2, beats.length - 1),
    episodes: brief.locations?.length ? 'home' : 'journey',
    titles: [titleOf(brief, stage)],
    morals: [moralOf(brief)],
    music: MUSIC[brief.tone],
  };
}

/** A plot of ours with everything in it that a conversation told besides. */
export function enrichTelling(
  telling: PlotTelling,
  brief: StoryBrief,
  stage: Stage,
  random: Random,
): PlotTelling {
  if (!brief.cast?.length && !brief.plotPoints?.length && !brief.locations?.length) {
    return brief.title ? { ...telling, titles: [titleOf(brief, stage)] } : telling;
  }
  const introduced = new Set<Member>([stage.hero]);
  const lines = [
    ...openingLines(stage, brief.locations ?? [], random),
    ...[...stage.friends, ...stage.more].flatMap((member) => introduce(member, introduced)),
    ...(brief.plotPoints ?? []).map((point) => tellPoint(plainText(point), 0, 2, stage, random.fork(point))),
  ];
  const arcs = [stage.hero, ...stage.friends, ...stage.more].flatMap((member) =>
    member.told?.arc ? [tellArc(member.told.arc, member)] : [],
  );
  const place = placeOf(brief.locations?.[0]) ?? stage.place;
  const first = beatOf(lines, [], place, 'calm', `${stage.hero.a}.`, stage, []);
  const told = beatOf(
    arcs,
    [],
    stage.home.scene,
    'happy',
    '{H} thinks of everything that happened.',
    stage,
    [],
  );
  const [last] = telling.beats.slice(-1);
  return {
    ...telling,
    ownOpening: true,
    beats: [
      first,
      ...telling.beats.slice(0, -1),
      ...(arcs.length > 0 ? [told] : []),
      ...(last ? [last] : []),
    ],
    episodesAt: [telling.episodesAt].flat().map((at) => at + 1),
    titles: brief.title ? [titleOf(brief, stage)] : telling.titles,
    morals: brief.themes?.length ? [moralOf(brief)] : telling.morals,
  };
}

const BEGINNINGS = ['Once there was', 'Not so long ago, there was', 'There was once'] as const;

/** Who it is about, in the words it was told in, and where. */
function openingLines(stage: Stage, locations: readonly string[], random: Random): string[] {
  const { hero } = stage;
  const lines = hero.told ? introduceTold(hero, hero.told) : [];
  const [first, ...rest] = lines;
  // A name after half a sentence about wings would belong to the wings.
  const isShort = first !== undefined && !/\b(with|who|that|and|of|in)\b/.test(first);
  const phrase = first?.startsWith(`${hero.name} was a`) ? first.slice(hero.name.length + 5, -1) : undefined;
  const opened =
    phrase === undefined
      ? [`Once there was ${hero.a}.`, ...(first === undefined ? [] : [first])]
      : isShort
        ? [`${random.pick(BEGINNINGS)} ${phrase} named ${hero.name}.`]
        : [`This is the story of ${hero.name}.`, first as string];
  const [begin, ...later] = locations;
  const ahead = later.map((one) => articled(one.replace(LEADING_PREPOSITION, '')));
  const where =
    begin === undefined
      ? []
      : [
          endSentence(
            `it all began ${insideOf(begin)}${ahead.length > 0 ? `, and it would lead as far as ${joinList(ahead)}` : ''}`,
          ),
        ];
  return [...opened, ...rest, ...where];
}

function introduce(member: Member, introduced: Set<Member>): string[] {
  if (introduced.has(member) || !member.told) return [];
  introduced.add(member);
  const lines = introduceTold(member, member.told);
  return lines.length > 0 ? lines : [`There was also ${member.a}.`];
}

type Stop = { location: string; at: number; isSaid: boolean; isFirst: boolean };

/** At which point each place comes into the story: where a point names it, else evenly between its neighbours. */
function placeStops(locations: readonly string[], points: readonly string[]): Stop[] {
  let least = 0;
  return locations.map((location, index) => {
    const key =
      location
        .toLowerCase()
        .replace(/^(in|on|at|under|inside|the|a|an|\s)+/g, '')
        .split(/[,;]/)[0] ?? '';
    const last = key.split(' ').at(-1) ?? key;
    const said = points.findIndex(
      (point, at) => at >= least && new RegExp(`\\b${escapePattern(last)}`, 'i').test(point),
    );
    const even = Math.floor((index * points.length) / locations.length);
    const at = said >= 0 ? said : Math.max(least, Math.min(points.length - 1, even));
    least = at;
    const isWhole = said >= 0 && (points[said] ?? '').toLowerCase().includes(key);
    return { location, at, isSaid: isWhole, isFirst: index === 0 };
  });
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** "dark forest" → "the dark forest"; names and what has its article already stay. */
function articled(location: string): string {
  const plain = plainText(location).replace(/[.\s]+$/, '');
  if (/^(the|a|an|my|his|her|their|our|\p{Lu})/u.test(plain))
    return plain.replace(/^(The|A|An) /, (word) => word.toLowerCase());
  return /(?:'|’)s\b/.test(plain) ? plain : `the ${plain}`;
}

function insideOf(location: string): string {
  if (/^(in|on|at|under|inside|near|behind|beside|by|above|below)\s/i.test(location))
    return plainText(location.charAt(0).toLowerCase() + location.slice(1)).replace(/[.\s]+$/, '');
  const where =
    /\b(moon|mars|planet|island|mountain|farm|beach|volcano|playground|hill|ship|roof|cloud|shore|coast|train)\b/i.test(
      location,
    )
      ? 'on'
      : /\b(lighthouse|school|top|edge|bottom|end|lake|river|pond|seaside|station|sea)\b/i.test(location)
        ? 'at'
        : 'in';
  return `${where} ${articled(location)}`;
}

const LEADING_PREPOSITION = /^(?:in|on|at|under|inside|near|behind|beside|by)\s+/i;

function arrive(location: string, stage: Stage, random: Random): string {
  const to = articled(location.replace(LEADING_PREPOSITION, ''));
  return random.pick([
    `The way led on to ${to}.`,
    `After a while, ${stage.hero.the} came to ${to}.`,
    `Soon ${stage.hero.the} reached ${to}.`,
  ]);
}

const STARTS_IN_TIME =
  /^(one|once|when|while|then|after|afterwards|finally|at|in the (end|morning|evening|night|beginning)|suddenly|but|and|so|next|later|soon|before|as soon|every|on|until|now|that|by|eventually|during)\b/i;

/** A point as a sentence of the story, joined to what came before. */
function tellPoint(point: string, index: number, count: number, stage: Stage, random: Random): string {
  const plain = point
    .replace(/^(?:(?:maybe|perhaps|please|i think|what if|and then|and|then|so)\b,?\s+)+/i, '')
    .replace(/[.\s]+$/, '');
  const opener =
    /^((?:at (?:last|the end|first|night)|in the end|one \p{L}+|once|then|finally|suddenly|later|soon|next),?)\s+/iu.exec(
      plain,
    );
  const body = toPastTense(opener ? plain.slice(opener[0].length) : plain);
  const small = startsWithName(body, stage) ? body : body.charAt(0).toLowerCase() + body.slice(1);
  if (opener)
    return endSentence(
      `${opener[1]?.replace(/,$/, '')}${/^(once|then|soon|later|next)$/i.test(opener[1] ?? '') ? '' : ','} ${small}`,
    );
  if (STARTS_IN_TIME.test(plain) || /\bone (day|night|morning|evening|afternoon)\b/i.test(plain))
    return endSentence(body);
  if (index === 0)
    return endSentence(`${random.pick(['one day', 'one morning', 'then, one day'])}, ${small}`);
  if (index === count - 1)
    return endSentence(`${random.pick(['at last', 'in the end', 'and at last'])}, ${small}`);
  const link = index % 2 === 1 ? '' : random.pick(['then ', 'after that, ', 'soon ', 'a little later, ']);
  return endSentence(link === '' ? body : `${link}${small}`);
}

function startsWithName(text: string, stage: Stage): boolean {
  const first = text.split(/[\s’',]/, 1)[0] ?? '';
  if (/^I$/.test(first)) return true;
  const names = [stage.hero, ...stage.friends, ...stage.more].map((member) => member.the);
  return (
    names.some((name) => /^\p{Lu}/u.test(name) && name.split(' ')[0] === first) ||
    readTerms(text)[0]?.isName === true
  );
}

function placeOf(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  return placesOf(text).places[0];
}

function beatOf(
  told: readonly string[],
  extra: readonly string[],
  at: Place,
  mood: Beat['mood'],
  summary: string,
  stage: Stage,
  props: readonly string[],
): Beat {
  const telling = [...told.map((line) => `0 ${line}`), ...extra].join('\n');
  return {
    at,
    time: stage.reading.timeOfDay ?? 'day',
    mood,
    ...(stage.friends.length > 0 && { who: ['f'] as const }),
    props,
    summary,
    young: telling,
    middle: telling,
    older: telling,
  };
}

/** Things a point names that a picture can show. */
function nounsOf(point: string): string[] {
  const nouns = readTerms(point).filter(
    (term) => term.isNoun && !term.isName && /^\p{Ll}{3,}$/u.test(term.text),
  );
  return nouns
    .map((term) => term.lower)
    .filter(
      (word) => !/^(she|he|they|him|her|them|everyone|everybody|something|day|way|time|end|home)$/.test(word),
    )
    .slice(0, 4);
}

const REACTIONS: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '"Oh!" said {h}.',
    'What now?',
    '{H} looked and looked.',
    '"Oh my!" said {h}.',
    'Was that not a surprise?',
  ],
  '6-8': [
    '{H} took a deep breath.',
    '"Well," said {h}, "I did not expect that!"',
    '{H} thought about it for a moment.',
    'Nobody had seen that coming.',
    '"What now?" asked {h}.',
    '{H} could feel {his} heart beat a little faster.',
  ],
  '9-12': [
    '{H} took a deep breath and tried to think of one thing at a time.',
    '"That," said {h} slowly, "changes everything."',
    'For a while there was nothing to be heard but the wind.',
    '{H} would remember that moment for a long time.',
    '"What do we know so far?" asked {h}, and it was a good question.',
    'It was the sort of thing one cannot plan for.',
  ],
};

function reactionsAfter(age: AgeGroup, index: number, random: Random): string[] {
  const line = random.fork('reactions').shuffle(REACTIONS[age])[index];
  return line === undefined ? [] : [`2 ${line}`];
}

function titleOf(brief: StoryBrief, stage: Stage): string {
  if (brief.title) return plainText(brief.title);
  const [friend] = stage.friends;
  const place = brief.locations?.at(-1)?.replace(LEADING_PREPOSITION, '');
  if (place) return `${capitalise(stage.hero.the)} and ${articled(place)}`;
  return friend ? `${capitalise(stage.hero.the)} and ${friend.the}` : `The Story of ${stage.hero.the}`;
}

function moralOf(brief: StoryBrief): string {
  const themes = (brief.themes ?? []).map((theme) => plainText(theme).replace(/[.\s]+$/, ''));
  if (themes.length === 0) return 'Every story is worth telling, and this one was yours.';
  return endSentence(`a story about ${joinList(themes)}`).slice(0, 240);
}
