'use client';

import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { cn } from './cn';

type TextBoxProps = {
  id: string;
  label: string;
  /** Said to screen readers only, where the page around asks the question already. */
  isLabelHidden?: boolean;
  text: string;
  onTextChange: (text: string) => void;
  placeholder?: string;
  error?: string | undefined;
  /** The id of a line elsewhere that tells more of this box. */
  describedBy?: string;
  rows?: number;
  autoFocus?: boolean;
  className?: string;
  textareaRef?: Ref<HTMLTextAreaElement>;
  /** Below the words, inside the box: a count, buttons. */
  children?: ReactNode;
};

/** One generous box for words. It grows with them; Ctrl or ⌘ with Enter sends the form it stands in. */
export function TextBox({
  id,
  label,
  isLabelHidden = false,
  text,
  onTextChange,
  placeholder,
  error,
  describedBy,
  rows = 3,
  autoFocus = false,
  className,
  textareaRef,
  children,
}: TextBoxProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(textareaRef, () => textarea.current as HTMLTextAreaElement, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes alive
  useLayoutEffect(() => {
    // Words typed before the page was alive are the newest there are.
    const typed = textarea.current?.value;
    if (typed && typed !== text) onTextChange(typed);
  }, []);
  const submitOnModifiedEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div
      className={cn(
        'rounded-2xl border-2 border-input bg-card p-3 focus-within:border-ring has-[textarea:focus-visible]:outline-3 has-[textarea:focus-visible]:outline-ring has-[textarea:focus-visible]:outline-offset-2 sm:p-4',
        error && 'border-destructive focus-within:border-destructive',
        className,
      )}
    >
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'block px-2 pb-1 font-bold'}>
        {label}
      </label>
      <textarea
        ref={textarea}
        id={id}
        name={id}
        // biome-ignore lint/a11y/noAutofocus: only where a dialog was opened to write here
        autoFocus={autoFocus}
        rows={rows}
        value={text}
        onChange={(event) => onTextChange(event.target.value)}
        onKeyDown={submitOnModifiedEnter}
        placeholder={placeholder}
        aria-invalid={error ? true : undefined}
        aria-describedby={[errorId, describedBy].filter(Boolean).join(' ') || undefined}
        className="field-sizing-content block max-h-80 min-h-24 w-full resize-none bg-transparent px-2 py-1 font-story text-foreground text-xl leading-relaxed outline-none placeholder:text-muted-foreground"
      />
      {error ? (
        <p id={errorId} role="alert" className="px-2 pb-2 font-semibold text-destructive">
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}
