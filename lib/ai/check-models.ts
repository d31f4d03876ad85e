import { getEnv } from '../env.ts';
import { AppError, isAppError } from '../errors.ts';
import { readModelList } from './model-lists.ts';
import { buildCandidate, nameFully, PROVIDERS, splitModelId, unknownProvider } from './models.ts';
import { MODALITIES } from './providers/provider.ts';

/**
 * Tries every model of every list without calling anything, for the start.
 * @returns what is wrong, one sentence each, naming the variable; empty when all is well
 */
export function checkModelConfiguration(): string[] {
  const problems = MODALITIES.flatMap((modality) => {
    const { ids, variable } = readModelList(modality);
    return ids.map((id) => describeProblem(() => buildCandidate(modality, nameFully(id), variable).create()));
  });
  const allowed = getEnv().ai.allowed.map((id) => describeProblem(() => checkAllowed(nameFully(id))));
  const limits = Object.keys(getEnv().ai.limits).map((name) => describeProblem(() => checkLimited(name)));
  return [...new Set([...problems, ...allowed, ...limits].filter((problem) => problem !== undefined))];
}

function checkAllowed(id: string): void {
  const { provider, modelId } = splitModelId(id);
  if (!provider || modelId === '')
    throw unknownProvider('ALLOWED_MODELS', id, 'openai/gpt-6-luna or openai/*');
}

function checkLimited(name: string): void {
  if (PROVIDERS.some((provider) => provider.name === name)) return;
  const names = PROVIDERS.map((provider) => provider.name).join(', ');
  throw new AppError('misconfigured', `PROVIDER_LIMITS names "${name}", but the providers are ${names}.`);
}

function describeProblem(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (isAppError(error) && error.code === 'misconfigured') return error.message;
    throw error;
  }
}
