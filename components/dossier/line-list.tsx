'use client';
import { EditableLine } from './editable-line';

type LineListProps = {
  title: string;
  /** What one of them is called: "a place". */
  one: string;
  lines: string[];
  longest: number;
  isNumbered?: boolean;
  /** Whether a line was just noted. */
  isNew: (line: string) => boolean;
  /** Told as a change of whatever the lines are by then: another one may be on its way. */
  onChange: (change: (lines: string[]) => string[]) => void;
};

/** Lines of a kind, each editable; emptied it goes, and the last field adds another. */
export function LineList({ title, one, lines, longest, isNumbered = false, isNew, onChange }: LineListProps) {
  const replace = (before: string, after: string) =>
    onChange((now) => now.map((line) => (line === before ? after : line)).filter((line) => line !== ''));
  return (
    <section>
      <h3 className="font-semibold font-title text-lg">{title}</h3>
      <ol className="list-none">
        {lines.map((line, index) => (
          <li key={line} className="flex">
            {isNumbered ? <span className="w-6 py-2.5 text-right font-bold">{index + 1}.</span> : null}
            <EditableLine
              label={`${title}, ${index + 1}; empty it to remove it`}
              value={line}
              isNew={isNew(line)}
              longest={longest}
              onSave={(text) => replace(line, text)}
            />
          </li>
        ))}
      </ol>
      <EditableLine
        key={lines.length}
        label={`Add ${one}`}
        value=""
        placeholder={`Add ${one}…`}
        longest={longest}
        onSave={(text) => onChange((now) => [...now, text])}
      />
    </section>
  );
}
