import { LoomSkeleton } from '@/components/skeletons/loom-skeleton';

export default function JobsLoading() {
  return <LoomSkeleton />;
}
