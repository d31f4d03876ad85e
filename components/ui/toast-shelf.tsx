'use client';

import { X } from 'lucide-react';
import { Toast as ToastPrimitive } from 'radix-ui';
import { Button } from './button';
import type { ShownToast, ToastStore } from './toast-store';

type ToastShelfProps = { shown: readonly ShownToast[]; store: ToastStore };

/** Draws the messages at the foot of the page, clear of a page's own controls there (`--foot-clearance`). */
export function ToastShelf({ shown, store }: ToastShelfProps) {
  return (
    <ToastPrimitive.Provider label="Message" swipeDirection="down">
      {shown.map(({ id, title, action, durationMs }) => (
        <ToastPrimitive.Root
          key={id}
          // Waits for what is being read out.
          type="background"
          duration={durationMs}
          onOpenChange={(isOpen) => {
            if (!isOpen) store.dismissToast(id);
          }}
          className="pointer-events-auto flex w-full items-center gap-2 rounded-lg border border-input bg-popover py-1.5 pr-1.5 pl-4 text-popover-foreground shadow-lifted data-[state=open]:animate-toast-in data-[swipe=cancel]:translate-y-0 data-[swipe=move]:translate-y-(--radix-toast-swipe-move-y) data-[swipe=end]:opacity-0"
        >
          <ToastPrimitive.Title className="min-w-0 flex-1 py-1.5 font-semibold [overflow-wrap:anywhere]">
            {title}
          </ToastPrimitive.Title>
          {action ? (
            <ToastPrimitive.Action asChild altText={`${action.label}. Press F8 to get here.`}>
              <Button variant="link" className="px-3" onClick={() => store.pressToast(id)}>
                {action.label}
              </Button>
            </ToastPrimitive.Action>
          ) : null}
          <ToastPrimitive.Close asChild>
            <Button variant="ghost" size="icon" aria-label="Close this message">
              <X aria-hidden />
            </Button>
          </ToastPrimitive.Close>
        </ToastPrimitive.Root>
      ))}
      <ToastPrimitive.Viewport
        label="Messages ({hotkey})"
        className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--foot-clearance,0px)+env(safe-area-inset-bottom)+1rem)] z-[60] mx-auto flex w-[calc(100%-2rem)] max-w-md flex-col gap-2 outline-none"
      />
    </ToastPrimitive.Provider>
  );
}
