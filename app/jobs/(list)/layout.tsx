import { TALL_PAGE } from '@/components/layout/tall-page';

export default function ListLayout({ children }: { children: React.ReactNode }) {
  return <div className={TALL_PAGE}>{children}</div>;
}
