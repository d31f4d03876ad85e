import type { ReaderView } from '@/lib/household/household-views';

/** What is known of a reader, one line for each kind; nothing where nothing is known. */
export function ReaderFacts({ reader, className }: { reader: ReaderView; className?: string }) {
  const facts = listFacts(reader);
  if (facts.length === 0) return null;
  return (
    <ul className={className}>
      {facts.map(([kind, words]) => (
        <li key={kind}>
          <span className="font-semibold">{kind}</span> {words}
        </li>
      ))}
    </ul>
  );
}

function listFacts(reader: ReaderView): [string, string][] {
  const facts: [string, string][] = [
    ['These days', reader.mood],
    ['Listens', reader.routine],
    ['Likes', reader.preferences.join(', ')],
    ['Loves to hear of', reader.favourite_characters.join(', ')],
    ['Calmed by', reader.calming_elements.join(', ')],
  ];
  return facts.filter(([, words]) => words !== '');
}
