import { type ComponentProps, useId } from 'react';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';

type FieldProps = ComponentProps<typeof Input> & {
  label: string;
  /** Gives way to the error: both mostly say the same. */
  hint?: string;
  error?: string | undefined;
};

/** A labelled input with its hint and, when the last answer complained about it, its error. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="space-y-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input id={id} aria-invalid={error ? true : undefined} aria-describedby={described} {...input} />
      {hint && !error ? (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} role="alert" className="font-semibold text-destructive text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
