import type { ReactNode } from 'react';
import { SessionsPanel } from '@/components/chat/sessions-panel';

export default function ChatLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-6 min-[85rem]:-mx-24 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10">
      <SessionsPanel />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
