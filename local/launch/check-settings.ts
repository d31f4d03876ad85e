import { isAnyModelNamed } from '../../lib/ai/model-lists.ts';
import { getEnv } from '../../lib/env.ts';
import { isAppError } from '../../lib/errors.ts';
import { LaunchError } from './plan.ts';

/**
 * Reads the settings once as the application will, so that a wrong one stops the start and not the first request.
 * @throws LaunchError that names the variable
 */
export async function checkSettings(environment: Record<string, string | undefined>): Promise<void> {
  let isNamed: boolean;
  try {
    isNamed = isAnyModelNamed(getEnv(environment).ai);
  } catch (error) {
    if (isAppError(error)) throw new LaunchError(error.message, { cause: error });
    throw error;
  }
  // The models' libraries are large; without a choice there is nothing to check.
  if (!isNamed) return;
  const { checkModelConfiguration } = await import('../../lib/ai/check-models.ts');
  const problems = checkModelConfiguration();
  if (problems.length > 0) throw new LaunchError(problems.join('\n'));
  const { checkPrices } = await import('../../lib/ledger/prices.ts');
  try {
    checkPrices();
  } catch (error) {
    if (isAppError(error)) throw new LaunchError(error.message, { cause: error });
    throw error;
  }
}
