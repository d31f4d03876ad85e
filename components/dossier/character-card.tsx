'use client';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { SnapshotJson } from '@/lib/dossier/views';
import type { FieldNames } from './changed-fields';
import { EditableLine } from './editable-line';
import { LineList } from './line-list';
import { marked } from './marked';

type Character = SnapshotJson['characters'][number];

type CharacterCardProps = {
  character: Character;
  news: FieldNames;
  onChange: (change: (character: Character) => Character) => void;
  onRemove: () => void;
};

export function CharacterCard({ character, news, onChange, onRemove }: CharacterCardProps) {
  const { name } = character;
  const path = `characters/${name}`;
  return (
    <li className={cn('rounded-lg border p-3', marked(news.has(path)))}>
      <div className="flex gap-2">
        <EditableLine
          label="Name"
          value={name}
          longest={80}
          className="font-semibold font-title text-lg"
          onSave={(text) => (text ? onChange((now) => ({ ...now, name: text })) : onRemove())}
        />
        <Button variant="ghost" aria-label={`Remove ${name}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
      <EditableLine
        label={`What ${name} is like`}
        value={character.description}
        isNew={news.has(`${path}/description`)}
        placeholder="Who are they, and how do they look?"
        longest={600}
        onSave={(description) => onChange((now) => ({ ...now, description }))}
      />
      <LineList
        title="Belongs to"
        one="whom they belong to"
        lines={character.relationships}
        isNew={(line) => news.has(`${path}/relationships/${line}`)}
        longest={200}
        onChange={(change) => onChange((now) => ({ ...now, relationships: change(now.relationships) }))}
      />
      <EditableLine
        label={`How ${name} changes`}
        value={character.character_arc ?? ''}
        isNew={news.has(`${path}/character_arc`)}
        placeholder="How do they change?"
        longest={400}
        onSave={(arc) => onChange((now) => ({ ...now, character_arc: arc || null }))}
      />
    </li>
  );
}
