import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readPageOpening } from '@/app/read-page-opening';
import { SharedStory } from '@/components/share/shared-story';
import { isAppError } from '@/lib/errors';
import { getPublicOrigin } from '@/lib/http/public-origin';
import { describeStory } from '@/lib/share/describe-story';
import type { PublicStory } from '@/lib/share/public-story';
import { CARD_HEIGHT, CARD_WIDTH } from '@/lib/share/share-card-size';
import { readSharedStory } from '@/lib/share/shared-story';

/** Once for the title and the page together. Nobody is asked who they are. */
const readStory = cache(async (shareId: string): Promise<PublicStory> => {
  try {
    return await readSharedStory(shareId);
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps<'/s/[shareId]'>): Promise<Metadata> {
  const { shareId } = await params;
  const story = await readStory(shareId);
  const address = `${getPublicOrigin({ headers: await headers() })}/s/${shareId}`;
  const description = describeStory(story);
  const picture = {
    url: `${address}/card.jpg`,
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    type: 'image/jpeg',
    alt: `The cover of “${story.title}”`,
  };
  return {
    title: story.title,
    description,
    robots: { index: false, follow: false, noarchive: true, noimageindex: true },
    referrer: 'no-referrer',
    openGraph: {
      type: 'article',
      siteName: 'Storyloom',
      title: story.title,
      description,
      url: address,
      images: [picture],
    },
    twitter: { card: 'summary_large_image', title: story.title, description, images: [picture] },
  };
}

export default async function SharedStoryPage({ params, searchParams }: PageProps<'/s/[shareId]'>) {
  const [story, opening] = await Promise.all([
    readStory((await params).shareId),
    readPageOpening(searchParams),
  ]);
  return <SharedStory story={story} opening={opening} />;
}
