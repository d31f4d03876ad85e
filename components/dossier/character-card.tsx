'use client';
import { Button } from '@/components/ui/button';
import type { SnapshotJson } from '@/lib/dossier/views';
import { EditableLine } from './editable-line';
import { LineList } from './line-list';

type Character = SnapshotJson['characters'][number];

type CharacterCardProps = {
  character: Character;
  onSave: (character: Character) => void;
  onRemove: () => void;
};

export function CharacterCard({ character, onSave, onRemove }: CharacterCardProps) {
  const { name } = character;
  return (
    <li className="rounded-lg bg-card p-3 shadow-page">
      <div className="flex gap-2">
        <EditableLine
          label="Name"
          value={name}
          longest={80}
          className="font-bold font-title text-lg"
          onSave={(text) => (text ? onSave({ ...character, name: text }) : onRemove())}
        />
        <Button variant="ghost" aria-label={`Remove ${name}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
      <EditableLine
        label={`What ${name} is like`}
        value={character.description}
        placeholder="Who are they, and how do they look?"
        longest={600}
        onSave={(description) => onSave({ ...character, description })}
      />
      <LineList
        title="Belongs to"
        one="relationship"
        lines={character.relationships}
        longest={200}
        onSave={(relationships) => onSave({ ...character, relationships })}
      />
      <EditableLine
        label={`How ${name} changes`}
        value={character.character_arc ?? ''}
        placeholder="How do they change?"
        longest={400}
        onSave={(arc) => onSave({ ...character, character_arc: arc || null })}
      />
    </li>
  );
}
