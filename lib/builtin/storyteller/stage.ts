import type {
  AgeGroup,
  CastMember,
  CharacterSheet,
  Mood,
  MusicMood,
  Place,
  Pronoun,
  TimeOfDay,
  Tone,
  Weather,
} from '../../story/schema.ts';
import type { Random } from '../random.ts';
import type { EpisodeSort } from './episodes.ts';
import type { Manner } from './manner/manner.ts';
import type { PlaceBook, Spot } from './places.ts';
import type { ShapeId } from './plots/shape-id.ts';
import type { PromptReading } from './understand-prompt/prompt-reading.ts';
import type { WishWords } from './wishes.ts';

/** Somebody in the story, ready to be spoken of. */
export type Member = {
  id: string;
  /** On the character sheet: "Pip", "Old Owl". */
  name: string;
  /** In a sentence: "Pip", "the old owl". */
  the: string;
  /** At first sight: "a brave little mouse named Pip", "an old owl". */
  a: string;
  kind: string;
  pronoun: Pronoun;
  adjectives: string[];
  role: 'hero' | 'companion' | 'other';
  /** "brother", when the prompt says so. */
  relation?: string;
  /** Words of clothing with a colour: "red scarf". */
  outfit: string;
  description: string;
  /** What a conversation told of them. */
  told?: CastMember;
  /** Who they were in the story this one goes on from: kept word for word. */
  sheet?: CharacterSheet;
};

/** Who a beat may show: f are all companions, n the helper, l the little one, o whoever the plot is about besides. */
export type CastKey = 'f' | 'n' | 'l' | 'o';

/**
 * One turn of a plot. The three tellings hold one sentence or a few a line. A line starts with how soon it is needed
 * (0 = the story falls apart without it, 3 = when there is plenty of room), perhaps a letter (lines of one letter stand or
 * fall together, across beats) and perhaps + (only with a companion) or - (only without one).
 */
export type Beat = {
  /** How soon the beat is needed: 0 (absent) always, 1 and 2 when there is room, 3 only in long stories. */
  need?: 0 | 1 | 2 | 3;
  /** Beats of one pair are told together or not at all. */
  pair?: string;
  at: 'home' | 'place' | 'spot1' | 'spot2' | 'spot3' | Place;
  time: TimeOfDay;
  weather?: Weather;
  mood: Mood;
  who?: readonly CastKey[];
  /** Singular nouns, may hold slots; those the text does not name are left out. */
  props?: readonly string[];
  /** Present tense, what the picture shows. */
  summary: string;
  young: string;
  middle: string;
  older: string;
  /** Comes after the plot has ended. */
  isCoda?: true;
};

export type PlotTelling = {
  slots?: Record<string, string>;
  beats: readonly Beat[];
  /** After how many beats small adventures may be put in; where there are several such gaps they are spread over them. */
  episodesAt: number | readonly number[];
  episodes: EpisodeSort;
  /** The first beat says itself who it is about. */
  ownOpening?: boolean;
  /** What happens is somebody else's telling. */
  ownPlot?: boolean;
  titles: readonly string[];
  morals: readonly string[];
  music: MusicMood;
};

export type PlotShape = {
  id: ShapeId;
  /** How well the plot fits a prompt that gives no hint of its own, by tone. */
  tones: Partial<Record<Tone, number>>;
  /** Extra fit for what the reading says beyond its signals; below zero rules the plot out. */
  suits?(reading: PromptReading): number;
  tell(stage: Stage): PlotTelling;
};

/** Everything a plot may use, cast and dressed before the first word is written. */
export type Stage = {
  random: Random;
  age: AgeGroup;
  tone: Tone;
  reading: PromptReading;
  place: Place;
  book: PlaceBook;
  home: Spot;
  spots: readonly [Spot, Spot, Spot];
  hero: Member;
  friends: readonly Member[];
  /** Others a conversation told of. */
  more: readonly Member[];
  /** Makes somebody the plot needs; the slots {n…}, {l…} and {o…} speak of them. */
  cast: Record<'n' | 'l' | 'o', Member>;
  /** Puts another in one of the three parts. */
  recast(
    key: 'n' | 'l' | 'o',
    someone: { kind: string; name?: string; adjectives?: string[]; pronoun?: Pronoun },
  ): Member;
  wish: WishWords;
  manner: Manner;
  slots: Record<string, string>;
};
