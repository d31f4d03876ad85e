import type { ComponentProps } from 'react';
import { Field } from '@/components/auth/field';

/** Where a PIN is typed: digits on a phone, dots on the screen, and nothing a browser would keep. */
export function PinField(props: Omit<ComponentProps<typeof Field>, 'type' | 'inputMode'>) {
  return (
    <Field
      type="password"
      inputMode="numeric"
      pattern="[0-9]*"
      autoComplete="off"
      data-1p-ignore
      data-lpignore="true"
      maxLength={8}
      className="font-bold text-2xl tracking-[0.4em]"
      {...props}
    />
  );
}
