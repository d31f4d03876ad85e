import type { Answer, Compose } from './provider-server.ts';

/** The categories of omni-moderation: https://developers.openai.com/api/docs/guides/moderation#content-classifications */
const CATEGORIES = [
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
];
/** Scores that are not told are as low as the service's own usually are. */
const NOTHING = 0.000_012;
/** What a service calls flagged. */
const FLAGGED_FROM = 0.5;

export type Scores = Record<string, number | undefined>;

/** https://developers.openai.com/api/docs/api-reference/moderations/object: no usage, for nothing is billed. */
export function openaiModeration(scoresOfTexts: readonly Scores[]): Answer {
  return {
    body: JSON.stringify({
      id: 'modr-970d409ef3bef3b70c73d8232df86e7d',
      model: 'omni-moderation-latest',
      results: scoresOfTexts.map((scores) => {
        const all = Object.fromEntries(CATEGORIES.map((name) => [name, scores[name] ?? NOTHING]));
        const isFlagged = (name: string) => (all[name] ?? 0) >= FLAGGED_FROM;
        return {
          flagged: CATEGORIES.some(isFlagged),
          categories: Object.fromEntries(CATEGORIES.map((name) => [name, isFlagged(name)])),
          category_scores: all,
          category_applied_input_types: Object.fromEntries(CATEGORIES.map((name) => [name, ['text']])),
        };
      }),
    }),
  };
}

/** The endpoint: judges every text it is given, and notes on its bill that it asks nothing for it. */
export function moderationDesk(judge: (text: string) => Scores): Compose {
  return ({ body }) => {
    const texts = [body.input].flat().map(String);
    return {
      ...openaiModeration(texts.map(judge)),
      bill: { provider: 'openai', model: String(body.model), units: { inputTokens: 0 } },
    };
  };
}
