import { getEnv } from '../env.ts';
import { AppError, type FieldError, isAppError } from '../errors.ts';
import type { StoryBrief } from '../story/schema.ts';
import { readModelList } from './model-lists.ts';
import { type Candidate, listCandidates, nameFully } from './models.ts';

type Choices = NonNullable<StoryBrief['models']>;
type ChosenModality = keyof Choices;

const CHOSEN_MODALITIES: readonly ChosenModality[] = ['text', 'picture', 'speech', 'video'];

/**
 * Whether the models a request chooses may be chosen: those of the installation's own list for that work, the built-in ones
 * and those of `ALLOWED_MODELS`. Whoever pays decides which models there are.
 * @throws AppError `invalid_request` naming the fields
 */
export function checkChosenModels(models: Choices | undefined): void {
  const fields = CHOSEN_MODALITIES.flatMap((modality) => describeWrongChoice(modality, models?.[modality]));
  const [first] = fields;
  if (first) throw new AppError('invalid_request', first.message, { fields });
}

function describeWrongChoice(modality: ChosenModality, chosen: string | undefined): FieldError[] {
  if (chosen === undefined) return [];
  const path = `models.${modality}`;
  const usual = readModelList(modality).ids.map(nameFully);
  const candidates = listChosen(modality, chosen);
  if (typeof candidates === 'string') return [{ path, message: candidates }];
  const wrong = candidates.find(
    ({ id, provider }) => !provider.builtIn && !usual.includes(id) && !isAllowed(id),
  );
  if (wrong) {
    const choice = usual.length > 0 ? ` You can choose ${usual.join(', ')}.` : '';
    return [{ path, message: `${wrong.id} may not be chosen here.${choice}` }];
  }
  const problem = candidates.map(({ id, create }) => describeProblem(id, create)).find(Boolean);
  return problem ? [{ path, message: problem }] : [];
}

function listChosen(modality: ChosenModality, chosen: string): Candidate<unknown>[] | string {
  try {
    return listCandidates(modality, chosen);
  } catch (error) {
    if (isAppError(error) && error.code === 'misconfigured')
      return `${chosen} names a provider nobody knows here.`;
    throw error;
  }
}

function describeProblem(id: string, create: () => unknown): string | undefined {
  try {
    create();
    return undefined;
  } catch (error) {
    if (isAppError(error) && error.code === 'misconfigured') return `${id} cannot do this work here.`;
    throw error;
  }
}

/** `provider/model`, or `provider/*` for all of it. */
function isAllowed(id: string): boolean {
  return getEnv().ai.allowed.some((written) => {
    const allowed = nameFully(written);
    return allowed === id || (allowed.endsWith('/*') && id.startsWith(allowed.slice(0, -1)));
  });
}
