'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatAbout, formatCap, formatLimit } from '@/components/format-cost';
import { useDebounced } from '@/components/ui/use-debounced';
import { quoteQueryOptions } from '@/lib/client/spend-query';
import type { QuoteView } from '@/lib/ledger/quote-view';
import type { GenerateStoryRequest } from '@/lib/story/views';

const SETTLE_MS = 500;

/** What the story will cost, in one line; nothing where it costs nothing or nobody knows. */
export function StoryQuoteLine({ request }: { request: GenerateStoryRequest }) {
  // The words of the prompt hardly change the price: an empty box is asked about too, and each letter is not.
  const settled = useDebounced(JSON.stringify({ ...request, prompt: request.prompt || '…' }), SETTLE_MS);
  const { data } = useQuery({
    ...quoteQueryOptions(settled),
    placeholderData: keepPreviousData,
    // A price that is not known is left out; the order itself says what is wrong.
    retry: false,
  });
  if (!data || data.total_micros === 0) return null;
  return (
    <p
      data-testid="quote"
      className={data.is_allowed ? 'px-2 text-muted-foreground' : 'px-2 font-semibold text-warning'}
    >
      {quoteSentence(data)}
    </p>
  );
}

function quoteSentence({ total_micros, expected_micros, is_allowed, caps }: QuoteView): string {
  const about = formatAbout(total_micros);
  if (is_allowed) {
    const expected = formatAbout(expected_micros);
    return expected === about
      ? `This story will cost ${about}.`
      : `This story will cost ${expected}, and never more than ${formatLimit(total_micros)}.`;
  }
  if (caps.story_micros !== null && total_micros > caps.story_micros) {
    return `This story may cost ${about}, and one story may cost ${formatCap(caps.story_micros)} here. Fewer pages cost less.`;
  }
  return `This story may cost ${about}, which is more than may still be spent today. Fewer pages cost less, or try again tomorrow.`;
}
