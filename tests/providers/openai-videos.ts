import { openaiError } from './openai-wire.ts';
import type { Answer, ProviderServer } from './provider-server.ts';

type FakeVideo = {
  id: string;
  object: 'video';
  model: string;
  status: 'queued' | 'in_progress' | 'completed' | 'failed';
  progress: number;
  created_at: number;
  completed_at: number | null;
  expires_at: number | null;
  prompt: string;
  seconds: string;
  size: string;
  remixed_from_video_id: null;
  error: { code: string; message: string } | null;
};

export type VideoStudio = {
  /** Newest last. */
  videos: FakeVideo[];
  /** Makes the films that are asked for from now on end so. */
  failNext: (error: { code: string; message: string }) => void;
};

/**
 * Routes of a service that films: each look at a film brings it one step on (queued → in progress → completed), and it is
 * billed when it is completed. https://developers.openai.com/api/docs/api-reference/videos
 */
export function serveVideos(
  server: ProviderServer,
  { film, looks = 2, key }: { film: Uint8Array; looks?: number; key: string },
): VideoStudio {
  const videos: FakeVideo[] = [];
  const seen = new Map<string, number>();
  let failure: { code: string; message: string } | undefined;
  const missing = () => openaiError(404, { code: 'not_found', message: 'No such video.' });
  const isKnown = (authorization: string | undefined) => authorization === `Bearer ${key}`;
  const refuseKey = () =>
    openaiError(401, { code: 'invalid_api_key', message: 'Incorrect API key provided.' });
  const find = (id: string | undefined) => videos.find((video) => video.id === id);

  server.route('POST /v1/videos', ({ body, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const video: FakeVideo = {
      id: `video_${String(videos.length + 1).padStart(6, '0')}`,
      object: 'video',
      model: `${body.model}-2025-12-08`,
      status: 'queued',
      progress: 0,
      created_at: Math.floor(Date.now() / 1_000),
      completed_at: null,
      expires_at: null,
      prompt: String(body.prompt),
      seconds: String(body.seconds ?? '4'),
      size: String(body.size ?? '720x1280'),
      remixed_from_video_id: null,
      error: null,
    };
    videos.push(video);
    return tell(video);
  });
  server.route('GET /v1/videos', ({ path, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const query = new URL(path, 'http://localhost').searchParams;
    const limit = Number(query.get('limit') ?? 20);
    const newestFirst = videos.toReversed();
    const from = newestFirst.findIndex(({ id }) => id === query.get('after')) + 1;
    const data = newestFirst.slice(from, from + limit);
    return tell({
      object: 'list',
      data,
      first_id: data[0]?.id ?? null,
      last_id: data.at(-1)?.id ?? null,
      has_more: from + limit < videos.length,
    });
  });
  server.route('GET /v1/videos/{id}', ({ params, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const video = find(params.id);
    if (!video) return missing();
    const count = (seen.get(video.id) ?? 0) + 1;
    seen.set(video.id, count);
    if (count <= looks) {
      Object.assign(video, { status: 'in_progress', progress: Math.round((100 * count) / (looks + 1)) });
      return tell(video);
    }
    if (failure) {
      Object.assign(video, { status: 'failed', error: failure });
      return tell(video);
    }
    const isNew = video.status !== 'completed';
    Object.assign(video, {
      status: 'completed',
      progress: 100,
      completed_at: Math.floor(Date.now() / 1_000),
    });
    const model = video.model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
    return {
      ...tell(video),
      ...(isNew && { bill: { provider: 'openai', model, units: { seconds: Number(video.seconds) } } }),
    };
  });
  server.route('GET /v1/videos/{id}/content', ({ params, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const video = find(params.id);
    if (video?.status !== 'completed') return missing();
    return { headers: { 'content-type': 'video/mp4' }, body: film };
  });
  server.route('DELETE /v1/videos/{id}', ({ params, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const index = videos.findIndex(({ id }) => id === params.id);
    if (index < 0) return missing();
    videos.splice(index, 1);
    return tell({ id: params.id, object: 'video.deleted', deleted: true });
  });
  return {
    videos,
    failNext: (error) => {
      failure = error;
    },
  };
}

function tell(body: object): Answer {
  return { body: JSON.stringify(body) };
}
