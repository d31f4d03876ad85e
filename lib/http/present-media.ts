import 'server-only';
import type { Caller } from '@/lib/auth/caller';
import { signMediaUrl } from '@/lib/storage/media-link';
import { ASSET_FAMILIES } from '@/lib/storage/paths';
import type { StoryView } from '@/lib/story/views';
import { getPublicOrigin } from './public-origin';

export type PresentFor = { request: Request; caller: Pick<Caller, 'via'> };

const MEDIA_PATH = new RegExp(`^/api/v1/stories/(${Object.keys(ASSET_FAMILIES).join('|')})/stories/[^?#]+$`);

/**
 * A view as this caller can use it. Our own pages keep the short addresses, which their cookie opens; everybody else gets
 * whole ones that open without a header. Only fields that we fill ourselves, `url` and `…_url`, are signed: a path that
 * somebody wrote into a prompt must not come back with a key.
 */
export function presentMedia<View>(view: View, { request, caller }: PresentFor): View {
  if (caller.via === 'cookie') return view;
  const base = getPublicOrigin(request);
  const present = (value: unknown, name: string): unknown => {
    if (typeof value === 'string')
      return /(^|_)url$/.test(name) && MEDIA_PATH.test(value) ? signMediaUrl(value, base) : value;
    if (Array.isArray(value)) return value.map((item) => present(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, present(item, key)]));
  };
  return present(view, '') as View;
}

/** A story with its pictures, voices, clips and film. */
export function presentStory(view: StoryView, to: PresentFor): StoryView {
  return presentMedia(view, to);
}
