'use client';
import {
  AGE_GROUP_CHOICES,
  PAGE_COUNT_CHOICES,
  STYLE_CHOICES,
  TONE_CHOICES,
} from '@/components/story/story-choices';
import { type Choice, ChoiceChips } from '@/components/ui/choice-chips';
import { cn } from '@/components/ui/cn';
import type { SnapshotJson } from '@/lib/dossier/views';
import type { FieldNames } from './changed-fields';
import { marked } from './marked';

const OPEN = { value: 'open', label: 'Open' } as const;
type WithOpen<Value extends string> = readonly Choice<Value | 'open'>[];

type DossierChoicesProps = {
  snapshot: SnapshotJson;
  /** What was just noted. */
  news: FieldNames;
  onChange: (change: (snapshot: SnapshotJson) => SnapshotJson) => void;
};

/** Tone, age, pictures and pages; each may stay open. */
export function DossierChoices({ snapshot, news, onChange }: DossierChoicesProps) {
  const set = (part: Partial<SnapshotJson>) => onChange((now) => ({ ...now, ...part }));
  const orNull = <Value extends string>(value: Value | 'open') => (value === 'open' ? null : value);
  const tones: WithOpen<NonNullable<SnapshotJson['tone']>> = [OPEN, ...TONE_CHOICES];
  const ages: WithOpen<NonNullable<SnapshotJson['age_group']>> = [OPEN, ...AGE_GROUP_CHOICES];
  const styles: WithOpen<NonNullable<SnapshotJson['style']>> = [OPEN, ...STYLE_CHOICES];
  return (
    <>
      <ChoiceChips
        legend="Tone"
        name="dossier-tone"
        className={cn('-mx-2 rounded-md px-2 pb-1', marked(news.has('tone')))}
        choices={tones}
        value={snapshot.tone ?? 'open'}
        onValueChange={(tone) => set({ tone: orNull(tone) })}
      />
      <ChoiceChips
        legend="Age"
        name="dossier-age"
        className={cn('-mx-2 rounded-md px-2 pb-1', marked(news.has('age_group')))}
        choices={ages}
        value={snapshot.age_group ?? 'open'}
        onValueChange={(age) => set({ age_group: orNull(age) })}
      />
      <ChoiceChips
        legend="Pictures"
        name="dossier-style"
        className={cn('-mx-2 rounded-md px-2 pb-1', marked(news.has('style')))}
        choices={styles}
        value={snapshot.style ?? 'open'}
        onValueChange={(style) => set({ style: orNull(style) })}
      />
      <ChoiceChips
        legend="Pages"
        name="dossier-pages"
        className={cn('-mx-2 rounded-md px-2 pb-1', marked(news.has('num_scenes')))}
        choices={[OPEN, ...PAGE_COUNT_CHOICES]}
        value={snapshot.num_scenes ? String(snapshot.num_scenes) : 'open'}
        onValueChange={(count) => set({ num_scenes: count === 'open' ? null : Number(count) })}
      />
    </>
  );
}
