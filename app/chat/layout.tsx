import type { ReactNode } from 'react';
import { SessionsPanel } from '@/components/chat/sessions-panel';
import { getPageCaller } from '@/lib/auth/caller';

export default async function ChatLayout({ children }: { children: ReactNode }) {
  const caller = await getPageCaller();
  return (
    <div className="grid gap-6 min-[85rem]:-mx-24 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10">
      <SessionsPanel isKnownVisitor={caller !== null} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
