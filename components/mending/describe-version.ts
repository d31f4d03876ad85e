import { VOICE_CHOICES } from '@/components/story/story-choices';
import type { VersionView } from '@/lib/mending/mend-views';

type Described = Pick<VersionView, 'change' | 'page' | 'note' | 'voice' | 'restored' | 'title' | 'after'>;

/** What a version changed, in one sentence. Pure. */
export function describeVersion({ change, page, note, voice, restored, title, after }: Described): string {
  const thePage = page === null ? 'A page' : `Page ${page}`;
  switch (change) {
    case 'made':
      return 'The story as it was told first';
    case 'title':
      return `Called “${after?.title || title}”`;
    case 'text':
      return `${thePage} in other words`;
    case 'picture':
      return note
        ? `Another picture for ${thePage.toLowerCase()}: “${note}”`
        : `Another picture for ${thePage.toLowerCase()}`;
    case 'voice':
      return `${VOICE_CHOICES.find(({ value }) => value === voice)?.label ?? 'Another voice'} reads ${thePage.toLowerCase()}`;
    case 'delete':
      return `${thePage} taken out`;
    case 'order':
      return 'The pages in another order';
    case 'restore':
      return restored === null ? 'Taken back' : `Taken back to version ${restored}`;
  }
}
