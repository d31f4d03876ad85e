import { PanelsSkeleton } from '@/components/skeletons/panels-skeleton';

export default function WebhooksLoading() {
  return <PanelsSkeleton />;
}
