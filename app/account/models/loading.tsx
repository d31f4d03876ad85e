import { PanelsSkeleton } from '@/components/skeletons/panels-skeleton';

export default function ModelsLoading() {
  return <PanelsSkeleton />;
}
