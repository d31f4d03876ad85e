import { AppError } from '../errors';
import { NAMED_VOICES, type NamedVoice, type StoryBrief, VOICES, type Voice } from '../story/schema';

/** The nearest of our own voices, for engines that have none of the name. */
const NEAREST: Record<NamedVoice, Voice> = {
  alloy: 'rosie',
  echo: 'oliver',
  fable: 'angus',
  onyx: 'oliver',
  nova: 'rosie',
  shimmer: 'rosie',
};

/**
 * A voice by the name a client knows it under, theirs or ours, in any case.
 * @throws AppError `voice_unknown`, naming those there are
 */
export function readNamedVoice(name: string): Pick<StoryBrief, 'voice' | 'namedVoice'> {
  const wanted = name.trim().toLowerCase();
  const named = NAMED_VOICES.find((voice) => voice === wanted);
  if (named) return { voice: NEAREST[named], namedVoice: named };
  const own = VOICES.find((voice) => voice === wanted);
  if (own) return { voice: own };
  const known = [...NAMED_VOICES, ...VOICES].join(', ');
  throw new AppError('voice_unknown', `There is no voice "${name.slice(0, 40)}". The voices are ${known}.`, {
    fields: [{ path: 'voice', message: `The voices are ${known}.` }],
  });
}
