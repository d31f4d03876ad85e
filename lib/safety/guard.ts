import { AppError } from '../errors.ts';
import { MAX_PROMPT_LENGTH, MAX_SOURCE_TEXT, type StoryBrief, type StoryDraft } from '../story/schema.ts';
import { checkText, type GuardedPlace, type GuardOptions } from './check-text.ts';
import { type DecisionAction, noteDecision } from './decisions.ts';
import { findGivenOrders } from './given-orders.ts';
import { guardrailViolation } from './guardrail-violation.ts';
import { maskSaid } from './mask-said.ts';
import { normaliseText } from './normalise-text.ts';
import type { SafetyRule } from './safety-rules.ts';

/** More than anything we take: a novel has its own, lower, limit before it comes here. Bounds the time of a check. */
export const MAX_GUARDED_LENGTH = 500_000;
const TOLD: ReadonlySet<GuardedPlace> = new Set(['page', 'story']);

/** Without `outcome` a refusal is noted as `refused`, and one of told text not at all: whoever has it mended says what became of it. */
export type GuardTextOptions = GuardOptions & {
  /** Where the text stands in the caller's request, in dot notation; otherwise the place. */
  field?: string;
  /** Of the field it is kept in: a mask may make a text longer. */
  maxLength?: number;
  /** What becomes of a text that breaks a rule; `unnoted` where the caller notes it. */
  outcome?: DecisionAction | 'unnoted';
  /** False for what a model said: it has seen nothing but masks. */
  masks?: boolean;
};

/**
 * The one door for text that enters or leaves.
 * @returns the text as it is to be kept: NFC, without invisible characters, white space tidied; what people say or give with
 *   masks where it told who and where a child is
 * @throws AppError `guardrail_violation` with the rule's name and a kind sentence; `invalid_request` when nothing visible is
 *   left of it; `payload_too_large` above MAX_GUARDED_LENGTH
 */
export function guardText(text: string, options: GuardTextOptions): string {
  const { place, field: path = place, maxLength } = options;
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
  const rule = findBrokenRule(text, normal, options);
  if (rule) {
    const { outcome = TOLD.has(place) ? 'unnoted' : 'refused' } = options;
    if (outcome !== 'unnoted') noteDecision({ action: outcome, rule, place, text });
    throw guardrailViolation(rule, path);
  }
  return options.masks === false ? normal : maskSaid(normal, place, maxLength);
}

function findBrokenRule(text: string, normal: string, options: GuardOptions): SafetyRule | undefined {
  const verdict = checkText(text, options);
  if (!verdict.allowed) return verdict.rule;
  if (options.place !== 'document') return undefined;
  const orders = findGivenOrders(normal);
  if (orders === 'attack') return 'prompt_injection';
  if (orders === 'told') {
    noteDecision({ action: 'flagged', rule: 'prompt_injection', place: 'document', text });
  }
  return undefined;
}

/**
 * Guards every text of a brief and masks what tells who and where a child is, before it is stored and again before a model reads it: somebody who calls the database
 * past our API has not been through this door.
 * @throws AppError as `guardText`
 */
export function guardBrief<Brief extends StoryBrief>(brief: Brief): Brief {
  const options = { ...describeListener(brief), place: 'prompt' } as const;
  const guard = (text: string, maxLength?: number) =>
    guardText(text, { ...options, ...(maxLength && { maxLength }) });
  const guardLine = (text: string) => guard(text);
  const guardGiven = (text: string, maxLength?: number) =>
    guardText(text, { ...options, place: 'document', ...(maxLength && { maxLength }) });
  const guardAny = (text: string) => (text === '' ? '' : guard(text));
  return {
    ...brief,
    // The prompt of a given text is its beginning.
    prompt: (brief.sourceText === undefined ? guard : guardGiven)(brief.prompt, MAX_PROMPT_LENGTH),
    theme: brief.theme === undefined ? undefined : guard(brief.theme),
    setting: brief.setting === undefined ? undefined : guard(brief.setting),
    characters: brief.characters.map(guardLine),
    title: brief.title === undefined ? undefined : guard(brief.title),
    cast: brief.cast?.map((member) => ({
      name: guard(member.name),
      description: guardAny(member.description),
      relationships: member.relationships.map(guardLine),
      arc: guardAny(member.arc),
    })),
    locations: brief.locations?.map(guardLine),
    themes: brief.themes?.map(guardLine),
    plotPoints: brief.plotPoints?.map(guardLine),
    // A word by itself is a piece of a wish.
    words: brief.words?.map((word) => guardText(word, { ...options, place: 'profile' })),
    // Told in an earlier story: nobody's wish, but given like a document.
    sheets: brief.sheets?.map((sheet) => ({
      ...sheet,
      name: guardGiven(sheet.name),
      kind: guardGiven(sheet.kind),
      description: guardGiven(sheet.description),
      outfit: sheet.outfit === '' ? '' : guardGiven(sheet.outfit),
    })),
    before: brief.before === undefined ? undefined : guardGiven(brief.before),
    profile: brief.profile && {
      mood: brief.profile.mood === undefined ? undefined : guard(brief.profile.mood),
      routine: brief.profile.routine === undefined ? undefined : guard(brief.profile.routine),
      preferences: brief.profile.preferences.map(guardLine),
      favouriteCharacters: brief.profile.favouriteCharacters.map(guardLine),
      calmingElements: brief.profile.calmingElements.map(guardLine),
    },
    persona: brief.persona === undefined ? undefined : guard(brief.persona),
    sourceText: brief.sourceText === undefined ? undefined : guardGiven(brief.sourceText, MAX_SOURCE_TEXT),
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

/** What a guard asks of a brief. */
export type Listener = Pick<StoryBrief, 'ageGroup' | 'contentRating' | 'profile' | 'bedtime' | 'avoidTopics'>;

/** Bedtime is a routine like any other: it picks the entry of that name in `config/guardrails.yaml`. */
export function describeListener({
  ageGroup,
  contentRating,
  profile,
  bedtime,
  avoidTopics,
}: Listener): Omit<GuardOptions, 'place'> {
  const said = [profile?.mood, profile?.routine, ...(profile?.preferences ?? []), bedtime && 'bedtime'];
  return { ageGroup, contentRating, avoidTopics, profile: said.filter((one): one is string => Boolean(one)) };
}
