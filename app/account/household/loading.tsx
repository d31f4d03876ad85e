import { PanelsSkeleton } from '@/components/skeletons/panels-skeleton';

export default function HouseholdLoading() {
  return <PanelsSkeleton />;
}
