import { AppError } from '../errors.ts';
import type { StoryBrief, StoryDraft } from '../story/schema.ts';
import { checkText, type GuardedPlace, type GuardOptions } from './check-text.ts';
import { normaliseText } from './normalise-text.ts';
import { maskPersonalData } from './personal-data.ts';
import { RULE_SENTENCES } from './safety-rules.ts';

/** More than anything we take: a novel has its own, lower, limit before it comes here. Bounds the time of a check. */
export const MAX_GUARDED_LENGTH = 500_000;
/** The shortest limit of a line in a brief: a mask may be longer than what it covers, never than its field. */
const SHORTEST_LINE_LIMIT = 60;

/**
 * The one door for text that enters or leaves.
 * @param options.field where the text stands in the caller's request, in dot notation; otherwise the place
 * @returns the text as it is to be kept: NFC, without invisible characters, white space tidied
 * @throws AppError `guardrail_violation` with a kind sentence; `invalid_request` when nothing visible is left of it;
 *   `payload_too_large` above MAX_GUARDED_LENGTH
 */
export function guardText(text: string, options: GuardOptions & { field?: string }): string {
  const path = options.field ?? options.place;
  if (text.length > MAX_GUARDED_LENGTH) {
    const message = 'This is more text than we can read at once.';
    throw new AppError('payload_too_large', message, { fields: [{ path, message }] });
  }
  const normal = normaliseText(text);
  if (normal === '' && text.trim() !== '') {
    const message = 'There is nothing to read in it.';
    throw new AppError('invalid_request', message, { fields: [{ path, message }] });
  }
  // As it came: what is shown backwards is read backwards.
  const verdict = checkText(text, options);
  if (verdict.allowed) return normal;
  const message = RULE_SENTENCES[verdict.rule];
  throw new AppError('guardrail_violation', message, { fields: [{ path, message }] });
}

/**
 * Guards every text of a brief and masks what tells who and where a child is, before it is stored and again before a model reads it: somebody who calls the database
 * past our API has not been through this door.
 * @throws AppError as `guardText`
 */
export function guardBrief<Brief extends StoryBrief>(brief: Brief): Brief {
  const options = { ...describeListener(brief), place: 'prompt' } as const;
  const guard = (text: string) => maskLine(guardText(text, options));
  const guardGiven = (text: string) => maskLine(guardText(text, { ...options, place: 'document' }));
  const guardAny = (text: string) => (text === '' ? '' : guard(text));
  return {
    ...brief,
    // The prompt of a given text is its beginning.
    prompt: brief.sourceText === undefined ? guard(brief.prompt) : guardGiven(brief.prompt),
    theme: brief.theme === undefined ? undefined : guard(brief.theme),
    setting: brief.setting === undefined ? undefined : guard(brief.setting),
    characters: brief.characters.map(guard),
    title: brief.title === undefined ? undefined : guard(brief.title),
    cast: brief.cast?.map((member) => ({
      name: guard(member.name),
      description: guardAny(member.description),
      relationships: member.relationships.map(guard),
      arc: guardAny(member.arc),
    })),
    locations: brief.locations?.map(guard),
    themes: brief.themes?.map(guard),
    plotPoints: brief.plotPoints?.map(guard),
    words: brief.words?.map(guard),
    sheets: brief.sheets?.map((sheet) => ({
      ...sheet,
      name: guard(sheet.name),
      kind: guard(sheet.kind),
      description: guard(sheet.description),
      outfit: guardAny(sheet.outfit),
    })),
    before: brief.before === undefined ? undefined : guard(brief.before),
    profile: brief.profile && {
      mood: brief.profile.mood === undefined ? undefined : guard(brief.profile.mood),
      routine: brief.profile.routine === undefined ? undefined : guard(brief.profile.routine),
      preferences: brief.profile.preferences.map(guard),
      favouriteCharacters: brief.profile.favouriteCharacters.map(guard),
      calmingElements: brief.profile.calmingElements.map(guard),
    },
    persona: brief.persona === undefined ? undefined : guard(brief.persona),
    sourceText: brief.sourceText === undefined ? undefined : guardGiven(brief.sourceText),
    styleNote: brief.styleNote === undefined ? undefined : guard(brief.styleNote),
  };
}

/**
 * Guards everything a writer returned: what is read, shown, drawn from or stored. Tone is judged over the whole story,
 * because one sad page is not a sad book.
 * @param listener who it is told to: age, rating, and the mood, routine and preferences that pick entries of
 *   `config/guardrails.yaml`
 * @throws AppError `guardrail_violation` whose field says where
 */
export function guardDraft(draft: StoryDraft, listener: Listener): StoryDraft {
  const options = describeListener(listener);
  const guard = (text: string, field: string, place: GuardedPlace = 'page') =>
    guardText(text, { ...options, place, field });
  const guarded: StoryDraft = {
    ...draft,
    title: guard(draft.title, 'title'),
    ...(draft.premise !== undefined && { premise: guard(draft.premise, 'premise') }),
    ...(draft.outline !== undefined && {
      outline: draft.outline.map((chapter, index) => guard(chapter, `outline.${index}`)),
    }),
    moral: guard(draft.moral, 'moral'),
    characters: draft.characters.map((sheet, index) => ({
      ...sheet,
      name: guard(sheet.name, `characters.${index}.name`),
      kind: guard(sheet.kind, `characters.${index}.kind`),
      description: guard(sheet.description, `characters.${index}.description`),
      outfit: guard(sheet.outfit, `characters.${index}.outfit`),
    })),
    scenes: draft.scenes.map((scene, index) => ({
      ...scene,
      ...(scene.title !== undefined && { title: guard(scene.title, `scenes.${index}.title`) }),
      text: guard(scene.text, `scenes.${index}.text`),
      summary: guard(scene.summary, `scenes.${index}.summary`),
      props: scene.props.map((prop) => guard(prop, `scenes.${index}.props`)),
    })),
  };
  guard(guarded.scenes.map((scene) => scene.text).join('\n'), 'scenes', 'story');
  return guarded;
}

function maskLine(text: string): string {
  const masked = maskPersonalData(text);
  return masked.found.length === 0 ? text : masked.text.slice(0, Math.max(text.length, SHORTEST_LINE_LIMIT));
}

/** What a guard asks of a brief. */
export type Listener = Pick<StoryBrief, 'ageGroup' | 'contentRating' | 'profile' | 'bedtime'>;

/** Bedtime is a routine like any other: it picks the entry of that name in `config/guardrails.yaml`. */
export function describeListener({
  ageGroup,
  contentRating,
  profile,
  bedtime,
}: Listener): Omit<GuardOptions, 'place'> {
  const said = [profile?.mood, profile?.routine, ...(profile?.preferences ?? []), bedtime && 'bedtime'];
  return { ageGroup, contentRating, profile: said.filter((one): one is string => Boolean(one)) };
}
