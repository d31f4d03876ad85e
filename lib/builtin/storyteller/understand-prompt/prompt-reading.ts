import type {
  CastMember,
  CharacterSheet,
  Place,
  Pronoun,
  TimeOfDay,
  Weather,
} from '../../../story/schema.ts';
import type { ShapeId } from '../plots/shape-id.ts';
import type { Things } from './find-things.ts';

/** Somebody the prompt speaks of. Only what the prompt says is set; casting fills the rest. */
export type Figure = {
  name?: string;
  kind?: string;
  adjectives: string[];
  pronoun?: Pronoun;
  /** "red coat" */
  outfit?: string;
  /** The prompt spoke of several ("three little pigs", "dinosaurs"). */
  count: number;
  /** What a conversation told of them. */
  told?: CastMember;
  /** Who they were in the story this one goes on from. */
  sheet?: CharacterSheet;
  role: 'actor' | 'opponent' | 'needy' | 'sought' | 'new-friend' | 'receiver';
};

/** A thing somebody wants: "magical cheese". */
export type Wish = {
  /** Adjectives and noun, without an article: "magical cheese". */
  phrase: string;
  noun: string;
  adjectives: string[];
  article: 'a' | 'the' | 'his' | 'none';
  plural: boolean;
};

/** Something somebody does or wants to do: "fly", "build a treehouse". */
export type Deed = { base: string; past: string; gerund: string };

/** Something that is to be brought to somebody, or to a place in the prompt's own words ("the lighthouse") and its backdrop. */
export type Errand = { load: Wish; receiver?: Figure; to?: { the: string; place?: Place } };

/** What the prompt says of the hero in passing; `past` may hold pronoun slots: "painted {his} own stars". */
export type Habit = {
  past: string;
  /** Something done, something owned, or how somebody is. */
  sort: 'does' | 'has' | 'is';
  /** The thing it is about, in the singular: "instrument". */
  thing?: string;
};

/**
 * What the prompt tells where no plot of ours is about it: what the hero does (`past` may hold pronoun slots; of many, all do
 * it), how something came about, a day, a thing, or only what the story is called.
 */
export type Premise =
  | { sort: 'deed'; past: string; isOfMany: boolean }
  | { sort: 'cause' | 'day' | 'thing' | 'name'; phrase: string };

export type PromptReading = {
  hero?: Figure;
  companions: Figure[];
  /** Others a conversation told of, who do not go everywhere with the hero. */
  more?: Figure[];
  opponent?: Figure;
  needy?: Figure;
  newFriend?: Figure;
  /** Whom something is done for: "a surprise for grandpa". */
  receiver?: Figure;
  habit?: Habit;
  premise?: Premise;
  things: Things;
  wish?: Wish;
  deed?: Deed;
  /** What they build or make: "treehouse". */
  project?: Wish;
  /** What is to be brought to the receiver, or somewhere. */
  errand?: Errand;
  /** "the dark", "thunder" */
  fear?: string;
  /** Backdrops the words point to, most telling first. */
  places: Place[];
  /** The prompt's own words for the place: "candy galaxy". */
  placeName?: string;
  timeOfDay?: TimeOfDay;
  weather?: Weather;
  /** The thing wished for was taken or has vanished. */
  missing?: boolean;
  signals: Partial<Record<ShapeId, number>>;
  /** Words, when the prompt asked for a length. */
  length?: number;
};
