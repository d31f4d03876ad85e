'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { marked } from './marked';

type EditableLineProps = {
  label: string;
  value: string;
  placeholder?: string;
  longest: number;
  /** It was just noted. */
  isNew?: boolean;
  className?: string;
  onSave: (value: string) => void;
};

/** Text that is edited where it stands: saved on leaving it or with Enter, taken back with Escape. */
export function EditableLine({
  label,
  value,
  placeholder,
  longest,
  isNew = false,
  className,
  onSave,
}: EditableLineProps) {
  /** What is written here and not saved; undefined when nothing is. */
  const written = useRef<string>(undefined);
  const save = useEffectEvent(() => {
    const next = written.current?.replace(/\s+/g, ' ').trim();
    written.current = undefined;
    if (next !== undefined && next !== value) onSave(next);
  });
  // A sheet that is closed by a touch beside it takes the field away before it is left.
  useEffect(() => () => save(), []);
  return (
    <textarea
      // What arrives from elsewhere is shown at once.
      key={value}
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      maxLength={longest}
      rows={1}
      // Escape is for the words here, not for the sheet around them.
      data-keeps-escape
      className={cn(
        'field-sizing-content min-h-11 w-full resize-none rounded-md border-2 border-transparent px-3 py-2 text-base placeholder:text-muted-foreground hover:border-input/50 focus:border-input focus:bg-card',
        marked(isNew),
        className,
      )}
      onInput={({ currentTarget }) => {
        written.current = currentTarget.value;
      }}
      onBlur={({ currentTarget }) => {
        const next = currentTarget.value.replace(/\s+/g, ' ').trim();
        written.current = undefined;
        if (next !== value) onSave(next);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') event.currentTarget.value = value;
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
    />
  );
}
