const STARTERS = [
  'A dragon who is afraid of the dark',
  'My daughter wants a story about her cat at sea',
  'I have no idea yet. Ask me something!',
];

/** The first words are the storyteller's, with three ways to begin. */
export function Welcome({ onPick }: { onPick: (text: string) => void }) {
  return (
    <div className="animate-rise space-y-5 pt-4">
      <p className="story-text">
        Sit down with me. Tell me who the story is about, or only how it should feel. I shall ask for the
        rest, one thing at a time, and write down what you tell me.
      </p>
      <ul aria-label="Ways to begin" className="flex flex-wrap gap-2">
        {STARTERS.map((starter) => (
          <li key={starter}>
            <button
              type="button"
              onClick={() => onPick(starter)}
              className="min-h-11 rounded-full border-2 border-input/60 bg-card px-4 py-1.5 text-left font-semibold hover:bg-accent hover:text-accent-foreground"
            >
              {starter}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
