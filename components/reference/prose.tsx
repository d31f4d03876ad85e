import type { ReactNode } from 'react';

/** The document’s descriptions: paragraphs with `code` and **strong** words. */
export function Prose({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph) => (
    <p key={paragraph} className="max-w-prose leading-relaxed text-muted-foreground">
      <Words text={paragraph} />
    </p>
  ));
}

export function Words({ text }: { text: string }): ReactNode {
  let at = 0;
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    const key = at;
    at += part.length;
    if (part.startsWith('`'))
      return (
        <code key={key} className="rounded bg-muted px-1 py-0.5 text-[0.9em] break-words text-foreground">
          {part.slice(1, -1)}
        </code>
      );
    if (part.startsWith('**'))
      return (
        <strong key={key} className="text-foreground">
          {part.slice(2, -2)}
        </strong>
      );
    return part;
  });
}
