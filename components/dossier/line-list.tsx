'use client';
import { EditableLine } from './editable-line';

type LineListProps = {
  title: string;
  /** What one of them is called: "place". */
  one: string;
  lines: string[];
  longest: number;
  isNumbered?: boolean;
  onSave: (lines: string[]) => void;
};

/** Lines of a kind, each editable; emptied it goes, and the last field adds another. */
export function LineList({ title, one, lines, longest, isNumbered = false, onSave }: LineListProps) {
  const replace = (index: number, text: string) =>
    onSave(lines.map((line, at) => (at === index ? text : line)).filter((line) => line !== ''));
  return (
    <section>
      <h3 className="font-bold font-title text-lg">{title}</h3>
      <ol className={isNumbered ? 'list-decimal pl-6' : 'list-none'}>
        {lines.map((line, index) => (
          <li key={line}>
            <EditableLine
              label={`${one} ${index + 1}; empty it to remove it`}
              value={line}
              longest={longest}
              onSave={(text) => replace(index, text)}
            />
          </li>
        ))}
      </ol>
      <EditableLine
        key={lines.length}
        label={`Add a ${one}`}
        value=""
        placeholder={`Add a ${one} …`}
        longest={longest}
        onSave={(text) => onSave([...lines, text])}
      />
    </section>
  );
}
