'use client';
import { cn } from '@/components/ui/cn';

type EditableLineProps = {
  label: string;
  value: string;
  placeholder?: string;
  longest: number;
  className?: string;
  onSave: (value: string) => void;
};

/** Text that is edited where it stands: saved on leaving it or with Enter, taken back with Escape. */
export function EditableLine({ label, value, placeholder, longest, className, onSave }: EditableLineProps) {
  return (
    <textarea
      // What arrives from elsewhere is shown at once.
      key={value}
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      maxLength={longest}
      rows={1}
      className={cn(
        'field-sizing-content min-h-11 w-full resize-none rounded-md border-2 border-transparent bg-transparent px-3 py-2 text-base placeholder:text-muted-foreground hover:border-input/50 focus:border-input focus:bg-card',
        className,
      )}
      onBlur={({ currentTarget }) => {
        const next = currentTarget.value.replace(/\s+/g, ' ').trim();
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
