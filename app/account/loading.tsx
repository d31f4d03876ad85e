import { PanelsSkeleton } from '@/components/skeletons/panels-skeleton';

export default function AccountLoading() {
  return <PanelsSkeleton />;
}
