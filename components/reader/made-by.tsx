import type { StoryView } from '@/lib/story/views';

/** Who made the story. Built-in engines are said to be just that: nobody should think an AI service was asked. */
export function MadeBy({ models }: { models: StoryView['models'] }) {
  const makers = [
    { made: 'Written', model: models.text },
    { made: 'illustrated', model: models.picture },
    { made: 'read', model: models.speech },
  ].filter((maker) => maker.model !== null);
  if (makers.length === 0) return null;
  const isBuiltIn = makers.every((maker) => maker.model?.startsWith('builtin/'));
  return (
    <p className="max-w-prose text-muted-foreground text-sm">
      {isBuiltIn
        ? 'Illustrated, written and read by Storyloom’s built-in engines — no AI service.'
        : `${makers.map((maker) => `${maker.made} by ${nameOfModel(maker.model)}`).join(', ')}.`}
    </p>
  );
}

const nameOfModel = (model: string | null) =>
  model?.startsWith('builtin/') ? 'Storyloom’s built-in engine' : (model ?? '');
