import type { ReactNode } from 'react';
import { BookSkeleton } from './book-skeleton';
import { ConversationSkeleton } from './conversation-skeleton';
import { LoomSkeleton } from './loom-skeleton';
import { MakingSkeleton } from './making-skeleton';
import { PanelsSkeleton } from './panels-skeleton';
import { ShelfSkeleton } from './shelf-skeleton';
import { StartSkeleton } from './start-skeleton';

const ID = '[^/]+';
/** Which shape a page has, by its address; the first that fits. */
const SHAPES: [address: RegExp, shape: () => ReactNode][] = [
  [/^\/$/, () => <StartSkeleton />],
  [/^\/stories$/, () => <ShelfSkeleton />],
  [new RegExp(`^/(stories|s)/${ID}$`), () => <BookSkeleton />],
  [/^\/jobs$/, () => <LoomSkeleton />],
  [new RegExp(`^/jobs/${ID}$`), () => <MakingSkeleton />],
  [/^\/chat(\/|$)/, () => <ConversationSkeleton />],
  [/^\/account(\/|$)/, () => <PanelsSkeleton />],
];

/** The shape of the page at an address, while it is fetched; null where none is known. */
export function findPageSkeleton(pathname: string): ReactNode {
  return SHAPES.find(([address]) => address.test(pathname))?.[1]() ?? null;
}
