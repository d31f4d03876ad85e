import type { MusicMood, Place, StoryBrief, Tone } from '../../../story/schema.ts';
import type { Random } from '../../random.ts';
import { capitalise, joinList } from '../grammar.ts';
import { mentions } from '../picture-scene.ts';
import type { Beat, Member, PlotTelling, Stage } from '../stage.ts';
import { endSentence, introduceTold, plainText, tellArc } from './describe-told.ts';
import { reactionsAfter } from './react-to-point.ts';
import { isNamed } from './read-cast.ts';
import { nounsOf, tellPoint } from './tell-point.ts';
import { arrive, articled, insideOf, LEADING_PREPOSITION, placeOf, placeStops } from './told-places.ts';
import { tellTreasure } from './told-treasure.ts';

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
  const treasures = [stage.hero, ...stage.friends]
    .flatMap((member) => tellTreasure(member, points))
    .slice(0, 1);
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
      [
        ...lines,
        ...fresh(true),
        ...(isLast ? treasures : []),
        told,
        ...fresh(false),
        ...(isLast ? arcs : []),
      ],
      isLast ? [] : reactionsAfter(stage.age, point, index, random),
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
  const treasures = tellTreasure(stage.hero, brief.plotPoints ?? []);
  const told = beatOf(
    [...treasures, ...arcs],
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
      ...(treasures.length + arcs.length > 0 ? [told] : []),
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
