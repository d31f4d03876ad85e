import type { AgeGroup } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { HOME_EPISODES } from './home-episodes.ts';
import { JOURNEY_EPISODES } from './journey-episodes.ts';
import { MORE_HOME_EPISODES } from './more-home-episodes.ts';
import type { Beat, Stage } from './stage.ts';

/** A small adventure that fits between two turns of any plot, and the line that remembers it at the end. */
export type Episode = { beat: Beat; memory: Record<AgeGroup, string> };

export type EpisodeSort = 'journey' | 'home';

/** As many different episodes as asked, or all there are. Plots without a journey have the ones that happen anywhere. */
export function chooseEpisodes(
  stage: Stage,
  sort: EpisodeSort,
  count: number,
  random: Random,
): { beats: Beat[]; memories: string[] } {
  const anywhere = [...HOME_EPISODES, ...MORE_HOME_EPISODES];
  const first = random.shuffle(sort === 'journey' ? JOURNEY_EPISODES : anywhere);
  // A very long story runs out of its own sort; what happens anywhere can also happen on the way.
  const second = random.shuffle(sort === 'journey' ? anywhere : JOURNEY_EPISODES);
  const chosen = [...first, ...second].slice(0, count);
  return {
    beats: chosen.map((episode) => ({ ...episode.beat, need: 3 })),
    memories: chosen.slice(0, 3).map((episode) => episode.memory[stage.age]),
  };
}
