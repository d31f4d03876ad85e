import { ShelfSkeleton } from '@/components/skeletons/shelf-skeleton';

export default function StoriesLoading() {
  return <ShelfSkeleton />;
}
