'use client';

import { type ComponentProps, createContext, type KeyboardEvent, use, useId, useMemo, useState } from 'react';
import { cn } from './cn';

type OpenTab = { id: string; value: string; open: (value: string) => void };
const OpenTabContext = createContext<OpenTab>({ id: '', value: '', open: () => undefined });

type TabsProps = Omit<ComponentProps<'div'>, 'defaultValue'> & {
  /** Which one is open; without it the tabs keep that themselves, from `defaultValue` on. */
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
};

/**
 * Panels of which one is open: the pattern of WAI-ARIA, in which arrow keys, Home and End go from tab to tab and open it. Ours,
 * because the reader begins with one, and a library's would be an eighth of all script that is its own.
 */
export function Tabs({ value, defaultValue = '', onValueChange, ...props }: TabsProps) {
  const id = useId();
  const [own, setOwn] = useState(defaultValue);
  const shown = value ?? own;
  const tab = useMemo(
    () => ({
      id,
      value: shown,
      open: (next: string) => {
        setOwn(next);
        onValueChange?.(next);
      },
    }),
    [id, shown, onValueChange],
  );
  return (
    <OpenTabContext value={tab}>
      <div {...props} />
    </OpenTabContext>
  );
}

export function TabsList({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      role="tablist"
      aria-orientation="horizontal"
      onKeyDown={goToNeighbour}
      className={cn('inline-flex items-center gap-1 rounded-full bg-secondary p-1', className)}
      {...props}
    />
  );
}

function goToNeighbour(event: KeyboardEvent<HTMLElement>) {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]:not(:disabled)')];
  const place = tabs.indexOf(document.activeElement as HTMLElement);
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
  const next =
    event.key === 'Home'
      ? tabs[0]
      : event.key === 'End'
        ? tabs.at(-1)
        : step === undefined || place < 0
          ? undefined
          : tabs[(place + step + tabs.length) % tabs.length];
  if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  next.focus();
  next.click();
}

export function TabsTrigger({ value, className, ...props }: ComponentProps<'button'> & { value: string }) {
  const tab = use(OpenTabContext);
  const isOpen = tab.value === value;
  return (
    <button
      type="button"
      role="tab"
      id={`${tab.id}-${value}`}
      aria-selected={isOpen}
      aria-controls={`${tab.id}-${value}-panel`}
      data-state={isOpen ? 'active' : 'inactive'}
      tabIndex={isOpen ? 0 : -1}
      onClick={() => tab.open(value)}
      className={cn(
        'inline-flex h-10 items-center gap-2 rounded-full px-4 font-bold text-secondary-foreground transition-colors hover:bg-accent data-[state=active]:bg-primary data-[state=active]:text-primary-foreground [&_svg]:size-5',
        className,
      )}
      {...props}
    />
  );
}

/** A closed one is empty. */
export function TabsContent({
  value,
  className,
  children,
  ...props
}: ComponentProps<'div'> & { value: string }) {
  const tab = use(OpenTabContext);
  const isOpen = tab.value === value;
  return (
    <div
      role="tabpanel"
      id={`${tab.id}-${value}-panel`}
      aria-labelledby={`${tab.id}-${value}`}
      hidden={!isOpen}
      className={cn('mt-6', className)}
      {...props}
    >
      {isOpen ? children : null}
    </div>
  );
}
