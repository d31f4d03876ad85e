import type { SafetyRule } from '../../safety/safety-rules.ts';
import type { AgeGroup, StoryBrief } from '../../story/schema.ts';

/**
 * What moderation services find in a text, by OpenAI's names (https://developers.openai.com/api/docs/guides/moderation), then
 * what only a model that was told our rules looks for. `other` is what a service flags under a name nobody knows here.
 */
export const MODERATION_CATEGORIES = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/intent',
  'self-harm/instructions',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
  'drugs',
  'grooming',
  'frightening',
  'other',
] as const;
export type ModerationCategory = (typeof MODERATION_CATEGORIES)[number];

/** How sure a service is of each category, 0…1; what it does not name is 0. */
export type ModerationScores = Partial<Record<ModerationCategory, number>>;

/** Who hears it. */
export type ModerationListener = {
  ageGroup?: AgeGroup | undefined;
  contentRating?: StoryBrief['contentRating'];
};

type Band = '3-5' | '6-8' | '9-12' | 'teen';
type Row = { rule: SafetyRule; from: Record<Band, number> };

const row = (rule: SafetyRule, small: number, young: number, older: number, teen: number): Row => ({
  rule,
  from: { '3-5': small, '6-8': young, '9-12': older, teen },
});

/**
 * From which score on a text is refused, for each listener, and which of our rules that is about. Far below what services
 * call flagged where nothing of it belongs in a children's story; for fights and scolding far above it from nine on: a
 * knight strikes a dragon in many good stories, and a villain may be rude.
 */
const ROWS: Record<ModerationCategory, Row> = {
  harassment: row('hate', 0.5, 0.6, 0.75, 0.85),
  'harassment/threatening': row('hate', 0.45, 0.55, 0.75, 0.85),
  hate: row('hate', 0.2, 0.25, 0.35, 0.4),
  'hate/threatening': row('hate', 0.15, 0.2, 0.3, 0.35),
  illicit: row('dangerous_challenge', 0.35, 0.45, 0.6, 0.65),
  'illicit/violent': row('weapons', 0.2, 0.25, 0.4, 0.45),
  'self-harm': row('self_harm', 0.2, 0.25, 0.35, 0.4),
  'self-harm/intent': row('self_harm', 0.15, 0.2, 0.3, 0.35),
  'self-harm/instructions': row('self_harm', 0.1, 0.1, 0.15, 0.2),
  sexual: row('sexual_content', 0.1, 0.15, 0.2, 0.25),
  'sexual/minors': row('sexual_content', 0.05, 0.05, 0.05, 0.05),
  violence: row('graphic_violence', 0.5, 0.65, 0.85, 0.92),
  'violence/graphic': row('graphic_violence', 0.2, 0.25, 0.4, 0.5),
  drugs: row('drugs', 0.25, 0.25, 0.5, 0.6),
  grooming: row('grooming', 0.2, 0.2, 0.2, 0.2),
  frightening: row('horror', 0.5, 0.65, 0.8, 0.92),
  other: row('moderation', 0.5, 0.5, 0.5, 0.5),
};

/** A rating is only ever stricter than the age, except that PG-13 lets an older child's story be an older child's. */
function bandFor({ ageGroup, contentRating }: ModerationListener): Band {
  if (ageGroup === undefined) return '3-5';
  if (ageGroup !== '9-12') return ageGroup;
  return contentRating === 'G' ? '6-8' : contentRating === 'PG-13' ? 'teen' : '9-12';
}

/**
 * The rule of ours that a text breaks by what a service says of it; undefined: it may be told to this listener. Of several
 * the one that is furthest above its limit.
 */
export function findBrokenRule(
  scores: ModerationScores,
  listener: ModerationListener = {},
): SafetyRule | undefined {
  const band = bandFor(listener);
  const [worst] = MODERATION_CATEGORIES.map((category) => {
    const { rule, from } = ROWS[category];
    return { rule, score: scores[category] ?? 0, limit: from[band] };
  })
    .filter(({ score, limit }) => score >= limit)
    .toSorted((a, b) => b.score / b.limit - a.score / a.limit);
  return worst?.rule;
}
