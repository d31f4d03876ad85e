import type {
  CharacterSheet,
  Mood,
  MusicMood,
  SceneDraft,
  StoryBrief,
  StoryDraft,
} from '../../story/schema.ts';
import { createRandom, hashSeed } from '../random.ts';
import { kindTraits } from '../storyteller/kinds.ts';
import { makeMember } from '../storyteller/make-member.ts';
import type { Member } from '../storyteller/stage.ts';
import { type CastEntry, findCast } from './find-cast.ts';
import { listProps, listShown, readSetting, summarise } from './read-scene.ts';
import { splitIntoScenes } from './split-into-scenes.ts';
import { firstWords, titleGivenText } from './title-given-text.ts';

const MUSIC: Record<Mood, MusicMood> = {
  calm: 'lullaby',
  sleepy: 'lullaby',
  sad: 'lullaby',
  happy: 'playful',
  curious: 'mystery',
  worried: 'mystery',
  brave: 'adventure',
  magical: 'wonder',
};

/**
 * A given text as a story: its own words in scenes, with everything a picture needs to know read out of them. Pure, and
 * nothing is rewritten. `brief.sceneCount` is the most scenes there will be.
 */
export function describeGivenText(brief: StoryBrief & { sourceText: string; seed: number }): StoryDraft {
  const given = splitIntoScenes(brief.sourceText, brief.sceneCount);
  const texts = given.scenes.length > 0 ? given.scenes : [{ text: brief.sourceText.trim() }];
  const whole = texts.map((scene) => scene.text).join('\n\n');
  const random = createRandom(brief.seed).fork('given text');
  const cast = findCast(whole, random);
  const usual = cast[0] ? (kindTraits(cast[0].member.kind).places[0] ?? 'meadow') : 'meadow';
  const scenes: SceneDraft[] = [];
  for (const { text, title } of texts) {
    const before = scenes.at(-1);
    const heading = title ?? (brief.chapters ? firstWords(text, 5) : undefined);
    scenes.push({
      ...(heading !== undefined && { title: heading }),
      text,
      summary: summarise(text, cast),
      setting: readSetting(text, before?.setting, usual),
      characterIds: listShown(text, cast, before?.characterIds ?? []),
      props: listProps(text, cast),
    });
  }
  const props = mostFrequent(scenes.flatMap((scene) => scene.props));
  const moods = mostFrequent(scenes.map((scene) => scene.setting.mood));
  return {
    title: (brief.title ?? given.title ?? titleGivenText(whole, cast, props)).slice(0, 120),
    ...(brief.chapters && {
      premise: summarise(whole, cast),
      outline: scenes.map((scene) => scene.summary),
    }),
    moral: '',
    musicMood: MUSIC[moods[0] ?? 'calm'],
    characters: sheetsOf(cast, brief.seed),
    scenes,
  };
}

function sheetsOf(cast: readonly CastEntry[], seed: number): CharacterSheet[] {
  // Every book has somebody on its list; who is not in the text is in no picture.
  const members = cast.length > 0 ? cast.map((entry) => entry.member) : [nobodyKnown(seed)];
  return members.map((member) => ({
    id: member.id,
    name: member.name,
    kind: member.kind,
    role: member.role,
    pronoun: member.pronoun,
    description: member.description,
    outfit: member.outfit,
    seed: hashSeed(`${seed}/${member.id}`) & 0x7fffffff,
  }));
}

function nobodyKnown(seed: number): Member {
  const figure = { name: 'Reader', kind: 'child', adjectives: [], count: 1, role: 'actor' as const };
  return makeMember(figure, 'hero', [], createRandom(seed).fork('nobody'));
}

function mostFrequent<Value>(values: readonly Value[]): Value[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value);
}
