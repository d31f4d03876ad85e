'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Field } from '@/components/auth/field';
import { errorSentence } from '@/components/error-sentence';
import { AGE_GROUP_CHOICES } from '@/components/story/story-choices';
import { Button } from '@/components/ui/button';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { changeReader, createReader, readersQueryOptions } from '@/lib/client/household-requests';
import { isAppError } from '@/lib/errors';
import type { ReaderView } from '@/lib/household/household-views';
import { WordChips } from './word-chips';

type ReaderValues = Omit<ReaderView, 'id' | 'created_at' | 'updated_at'>;
const NOBODY: ReaderValues = {
  name: '',
  age_group: '3-5',
  mood: '',
  routine: '',
  preferences: [],
  favourite_characters: [],
  calming_elements: [],
};

type ReaderFormProps = { reader?: ReaderView; onDone: () => void };

/** Who reads here: a nickname and an age, and whatever helps the storyteller to find the right words. */
export function ReaderForm({ reader, onDone }: ReaderFormProps) {
  const queryClient = useQueryClient();
  const nameField = useRef<HTMLInputElement>(null);
  const [values, setValues] = useState<ReaderValues>(() => pickValues(reader ?? NOBODY));
  const set = (part: Partial<ReaderValues>) => setValues((now) => ({ ...now, ...part }));
  const saving = useMutation({
    mutationFn: () => (reader ? changeReader(reader.id, values) : createReader(values)),
    onSuccess: async () => {
      await queryClient.invalidateQueries(readersQueryOptions);
      onDone();
    },
  });
  const [isNameMissing, setIsNameMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.isPending) return;
    const isMissing = values.name.trim() === '';
    setIsNameMissing(isMissing);
    if (isMissing) nameField.current?.focus();
    else saving.mutate();
  };
  const fields = isAppError(saving.error) ? saving.error.fields : [];
  const errorOf = (path: keyof ReaderValues) =>
    fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message;
  return (
    <form onSubmit={submit} noValidate className="grid gap-6 rounded-lg bg-muted p-4 sm:p-6">
      <div className="grid gap-6 md:grid-cols-2">
        <Field
          ref={nameField}
          label="First name or nickname"
          hint="No family name: we do not need it."
          autoComplete="off"
          maxLength={40}
          value={values.name}
          onChange={(event) => {
            set({ name: event.target.value });
            setIsNameMissing(false);
          }}
          error={isNameMissing ? 'What do you call them?' : errorOf('name')}
        />
        <ChoiceChips
          legend="How old?"
          name="reader_age"
          choices={AGE_GROUP_CHOICES}
          value={values.age_group}
          onValueChange={(age_group) => set({ age_group })}
        />
        <Field
          label="How are they these days?"
          placeholder="a little restless"
          maxLength={80}
          value={values.mood}
          onChange={(event) => set({ mood: event.target.value })}
          error={errorOf('mood')}
        />
        <Field
          label="When do they listen?"
          placeholder="after brushing teeth"
          maxLength={80}
          value={values.routine}
          onChange={(event) => set({ routine: event.target.value })}
          error={errorOf('routine')}
        />
      </div>
      <WordChips
        label="What do they like?"
        placeholder="trains, the sea, baking…"
        words={values.preferences}
        most={12}
        suggestions={['animals', 'the sea', 'stars', 'trains', 'cooking', 'dinosaurs']}
        onWordsChange={(preferences) => set({ preferences })}
        error={errorOf('preferences')}
      />
      <WordChips
        label="Who do they love to hear about?"
        placeholder="a fox called Nova…"
        words={values.favourite_characters}
        most={8}
        suggestions={['a clever fox', 'a small dragon', 'a kind robot']}
        onWordsChange={(favourite_characters) => set({ favourite_characters })}
        error={errorOf('favourite_characters')}
      />
      <WordChips
        label="What calms them?"
        placeholder="a night light…"
        words={values.calming_elements}
        most={8}
        suggestions={['soft rain', 'a night light', 'humming', 'warm milk', 'a cuddle']}
        onWordsChange={(calming_elements) => set({ calming_elements })}
        error={errorOf('calming_elements')}
      />
      {saving.isError && fields.length === 0 ? (
        <p role="alert" className="font-semibold text-destructive">
          {errorSentence(saving.error)}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" aria-disabled={saving.isPending}>
          {saving.isPending ? 'Saving…' : reader ? 'Save' : 'Add to the household'}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function pickValues(reader: ReaderValues): ReaderValues {
  const { name, age_group, mood, routine, preferences, favourite_characters, calming_elements } = reader;
  return { name, age_group, mood, routine, preferences, favourite_characters, calming_elements };
}
