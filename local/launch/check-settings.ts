import { getEnv } from '../../lib/env.ts';
import { isAppError } from '../../lib/errors.ts';
import { LaunchError } from './plan.ts';

const MODEL_VARIABLES = [
  'STORY_MODEL',
  'IMAGE_MODEL',
  'SPEECH_MODEL',
  'CHAT_MODEL',
  'DOSSIER_MODEL',
  'TRANSCRIPTION_MODEL',
];

/**
 * Reads the settings once as the application will, so that a wrong one stops the start and not the first request.
 * @throws LaunchError that names the variable
 */
export async function checkSettings(environment: Record<string, string | undefined>): Promise<void> {
  try {
    getEnv(environment);
  } catch (error) {
    if (isAppError(error)) throw new LaunchError(error.message, { cause: error });
    throw error;
  }
  // The models' libraries are large; without a choice there is nothing to check.
  if (!MODEL_VARIABLES.some((name) => environment[name])) return;
  const { checkModelConfiguration } = await import('../../lib/ai/models.ts');
  const [problem] = checkModelConfiguration();
  if (problem) throw new LaunchError(problem);
}
