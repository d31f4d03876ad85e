'use client';

import { Lamp, Moon, Sun, SunMoon } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { ChoiceInput } from '@/components/ui/choice-input';
import type { Light } from '@/lib/client/page-light';
import { usePageLight } from './use-page-light';

const CHOICES = [
  { light: 'device', label: 'As the device', hint: 'Light or dark, as it is set there', Icon: SunMoon },
  { light: 'light', label: 'Light', hint: 'Paper and ink', Icon: Sun },
  { light: 'dark', label: 'Dark', hint: 'A lamp under a night sky', Icon: Moon },
  { light: 'bedtime', label: 'Bedtime', hint: 'Warm and dim, without any blue', Icon: Lamp },
] as const satisfies { light: Light; label: string; hint: string; Icon: typeof Sun }[];

/** Which light the pages have in this browser: a button, and four native radio buttons under it. */
export function LightMenu() {
  const { light, bedtime, choose } = usePageLight();
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLFieldSetElement>(null);
  const { Icon } = CHOICES.find((choice) => choice.light === light) ?? CHOICES[0];

  useEffect(() => {
    if (!isOpen) return;
    panel.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    const closeFromOutside = ({ target }: Event) => {
      const isInside =
        target instanceof Node && (panel.current?.contains(target) || button.current?.contains(target));
      if (!isInside) setIsOpen(false);
    };
    const closeByEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', closeFromOutside);
    document.addEventListener('focusin', closeFromOutside);
    document.addEventListener('keydown', closeByEscape);
    return () => {
      document.removeEventListener('pointerdown', closeFromOutside);
      document.removeEventListener('focusin', closeFromOutside);
      document.removeEventListener('keydown', closeByEscape);
    };
  }, [isOpen]);

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label="Light of the pages"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
        className="relative grid size-9 shrink-0 place-items-center rounded-full text-muted-foreground transition-colors after:absolute after:-inset-1.5 hover:bg-accent hover:text-accent-foreground aria-expanded:bg-accent aria-expanded:text-accent-foreground max-[21.5rem]:size-7 max-[26rem]:size-8"
      >
        <Icon aria-hidden className="size-5" />
      </button>
      <fieldset
        id={panelId}
        ref={panel}
        hidden={!isOpen}
        className="absolute top-[calc(100%-0.25rem)] right-gutter z-50 w-[min(19rem,calc(100vw-2rem))] animate-rise rounded-xl border border-input bg-popover p-2 text-popover-foreground shadow-lifted duration-200"
      >
        <legend className="sr-only">Light of the pages</legend>
        {CHOICES.map((choice) => (
          <label
            key={choice.light}
            className="relative isolate flex min-h-12 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5 transition-colors hover:bg-accent hover:text-accent-foreground has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:outline-3 has-focus-visible:outline-ring"
          >
            <ChoiceInput
              type="radio"
              name={panelId}
              value={choice.light}
              checked={choice.light === light}
              onChange={() => choose(choice.light)}
            />
            <choice.Icon aria-hidden className="size-5 shrink-0" />
            <span className="min-w-0 leading-tight">
              <span className="block font-bold">{choice.label}</span>
              <span className="block text-sm opacity-85">{choice.hint}</span>
            </span>
            {choice.light === light ? (
              <span aria-hidden className="ml-auto size-2.5 shrink-0 rounded-full bg-primary" />
            ) : null}
          </label>
        ))}
        {bedtime ? (
          <p className="px-3 pt-2 pb-1 text-muted-foreground text-sm">
            From {bedtime.from} to {bedtime.to} it is bedtime by itself, as your household has it.
          </p>
        ) : null}
      </fieldset>
    </>
  );
}
