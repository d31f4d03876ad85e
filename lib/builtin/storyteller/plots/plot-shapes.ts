import type { PlotShape } from '../stage.ts';
import { bedtime } from './bedtime.ts';
import { building } from './building.ts';
import { contest } from './contest.ts';
import { errand } from './errand.ts';
import { exploring } from './exploring.ts';
import { facingAFear } from './facing-a-fear.ts';
import { growing } from './growing.ts';
import { grumpyStranger } from './grumpy-stranger.ts';
import { helping } from './helping.ts';
import { journeyHome } from './journey-home.ts';
import { learning } from './learning.ts';
import { lostAndFound } from './lost-and-found.ts';
import { magicGoneWrong } from './magic-gone-wrong.ts';
import { mistakeMended } from './mistake-mended.ts';
import { mystery } from './mystery.ts';
import { newFriend } from './new-friend.ts';
import { quest } from './quest.ts';
import { sharing } from './sharing.ts';
import { surprise } from './surprise.ts';

/** Every plot, in the order in which equal scores are decided. */
export const PLOT_SHAPES: readonly PlotShape[] = [
  quest,
  lostAndFound,
  newFriend,
  bedtime,
  mystery,
  mistakeMended,
  contest,
  helping,
  facingAFear,
  building,
  journeyHome,
  surprise,
  growing,
  magicGoneWrong,
  sharing,
  learning,
  exploring,
  grumpyStranger,
  errand,
];
