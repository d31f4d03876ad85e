import {
  type Answer,
  type ProviderServer,
  type RecordedRequest,
  startProviderServer,
} from './provider-server.ts';

/** What becomes of the next film that is begun. */
export type FilmPlan = {
  /** How often it is "not yet" when asked after. */
  polls?: number;
  ends?: 'completed' | 'failed' | 'refused';
  /** The studio begins at once and says so only after this long. */
  answersAfterMs?: number;
};
export type StudioFilm = {
  id: string;
  model: string;
  prompt: string;
  seconds: string;
  size: string;
  createdAt: number;
  asked: number;
  plan: FilmPlan;
  isCancelled: boolean;
};

export type FilmStudio = ProviderServer & {
  /** For `OPENAI_BASE_URL`. */
  baseUrl: string;
  /** Every film that was begun, in order: what is paid for. */
  films: StudioFilm[];
  plan: (plan: FilmPlan) => void;
};

/**
 * A service that films, in the wire format of OpenAI's Videos API: begins, lists, tells how far it is, delivers, deletes.
 * @param video what every film is · `planFor` what becomes of a film without a plan of its own, by its model
 */
export async function startFilmStudio(
  video: Uint8Array,
  planFor: (model: string) => FilmPlan = () => ({}),
): Promise<FilmStudio> {
  const server = await startProviderServer();
  const films: StudioFilm[] = [];
  const plans: FilmPlan[] = [];
  const find = (request: RecordedRequest) =>
    films.find(({ id }) => id === request.params.id && id !== undefined);
  const missing: Answer = {
    status: 404,
    body: JSON.stringify({ error: { message: 'no such video', code: null } }),
  };

  server.route('POST /v1/videos', ({ body }) => {
    const model = String(body.model);
    const plan = plans.shift() ?? planFor(model);
    const film: StudioFilm = {
      id: `video_${films.length + 1}`,
      model,
      prompt: String(body.prompt),
      seconds: String(body.seconds),
      size: String(body.size),
      createdAt: Math.floor(Date.now() / 1_000),
      asked: 0,
      plan,
      isCancelled: false,
    };
    films.push(film);
    return {
      body: JSON.stringify(describe(film, 'queued')),
      ...(plan.answersAfterMs && { delayMs: plan.answersAfterMs }),
    };
  });
  server.route('GET /v1/videos', () => ({
    body: JSON.stringify({
      object: 'list',
      data: films.toReversed().map((film) => describe(film, 'in_progress')),
      has_more: false,
    }),
  }));
  server.route('GET /v1/videos/{id}', (request) => {
    const film = find(request);
    if (!film) return missing;
    film.asked += 1;
    if (film.asked <= (film.plan.polls ?? 0)) return { body: JSON.stringify(describe(film, 'in_progress')) };
    const isDone = (film.plan.ends ?? 'completed') === 'completed';
    return { body: JSON.stringify(describe(film, isDone ? 'completed' : 'failed')) };
  });
  server.route('GET /v1/videos/{id}/content', (request) => {
    const film = find(request);
    return film ? { headers: { 'content-type': 'video/mp4' }, body: video } : missing;
  });
  server.route('DELETE /v1/videos/{id}', (request) => {
    const film = find(request);
    if (!film) return missing;
    film.isCancelled = true;
    return { body: JSON.stringify({ id: film.id, object: 'video.deleted', deleted: true }) };
  });
  return { ...server, baseUrl: `${server.origin}/v1`, films, plan: (plan) => plans.push(plan) };
}

function describe(film: StudioFilm, status: 'queued' | 'in_progress' | 'completed' | 'failed') {
  const share = film.asked / ((film.plan.polls ?? 0) + 1);
  return {
    id: film.id,
    object: 'video',
    model: film.model,
    prompt: film.prompt,
    seconds: film.seconds,
    size: film.size,
    created_at: film.createdAt,
    status,
    progress: status === 'completed' ? 100 : Math.round(share * 90),
    error:
      status !== 'failed'
        ? null
        : film.plan.ends === 'refused'
          ? { code: 'moderation_blocked', message: 'This request was blocked by our moderation system.' }
          : { code: 'video_generation_failed', message: 'The generation failed.' },
  };
}
