'use client';

import { Heart } from 'lucide-react';
import { AGE_GROUP_CHOICES, STYLE_CHOICES } from '@/components/story/story-choices';
import { cn } from '@/components/ui/cn';
import { Select } from '@/components/ui/select';
import type { ReaderView } from '@/lib/household/household-views';
import { nameLanguage, STATE_CHOICES } from './filter-choices';
import type { ShelfAddress } from './shelf-address';
import type { ChangeShelf } from './use-shelf-address';

export type FilterProps = {
  address: ShelfAddress;
  change: ChangeShelf;
  readers: readonly ReaderView[];
  /** What the stories are written in. */
  languages: readonly string[];
};

const EVERY = '';

/** The filters as one calm line under the search; where the screen is small they are in a sheet (shelf-sheet.tsx). */
export function ShelfFilters({ address, change, readers, languages }: FilterProps) {
  return (
    <div className="hidden flex-wrap items-center gap-2 md:flex">
      <Chip
        isOn={address.favourite}
        onToggle={() => change({ favourite: !address.favourite })}
        icon={<Heart aria-hidden className={address.favourite ? 'fill-current' : undefined} />}
      >
        Favourites
      </Chip>
      <fieldset className="flex gap-2">
        <legend className="sr-only">Ages</legend>
        {AGE_GROUP_CHOICES.map(({ value, label }) => {
          const isOn = address.ages.includes(value);
          return (
            <Chip
              key={value}
              isOn={isOn}
              onToggle={() =>
                change({
                  ages: isOn ? address.ages.filter((age) => age !== value) : [...address.ages, value],
                })
              }
            >
              <span className="sr-only">Ages </span>
              {label}
            </Chip>
          );
        })}
      </fieldset>
      <OneOf
        label="Style"
        every="Every style"
        choices={STYLE_CHOICES}
        chosen={address.styles}
        onChoose={(style) => change({ styles: style === null ? [] : [style] })}
      />
      {readers.length > 0 || address.readerId ? (
        <OneOf
          label="Whose"
          every="Everybody’s"
          choices={readers.map(({ id, name }) => ({ value: id, label: `For ${name}` }))}
          chosen={address.readerId ? [address.readerId] : []}
          onChoose={(readerId) => change({ readerId })}
        />
      ) : null}
      {languages.length > 1 || address.languages.length > 0 ? (
        <OneOf
          label="Language"
          every="Every language"
          choices={languages.map((language) => ({ value: language, label: nameLanguage(language) }))}
          chosen={address.languages}
          onChoose={(language) => change({ languages: language === null ? [] : [language] })}
        />
      ) : null}
      <OneOf
        label="State"
        every="All on the shelf"
        choices={STATE_CHOICES}
        chosen={address.state ? [address.state] : []}
        onChoose={(state) => change({ state })}
      />
    </div>
  );
}

type ChipProps = { isOn: boolean; onToggle: () => void; icon?: React.ReactNode; children: React.ReactNode };

function Chip({ isOn, onToggle, icon, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onToggle}
      className={cn(
        'inline-flex h-11 items-center gap-2 rounded-full border-2 px-4 font-semibold transition-colors [&_svg]:size-5',
        isOn
          ? 'border-primary bg-primary text-primary-foreground'
          : 'border-input/60 bg-card hover:bg-accent hover:text-accent-foreground',
      )}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}

type OneOfProps<Value extends string> = {
  label: string;
  every: string;
  choices: readonly { value: Value; label: string }[];
  /** A link can name several; choosing here leaves one of them. */
  chosen: readonly Value[];
  onChoose: (value: Value | null) => void;
};

/** One of a few, or all; several that a link brought are shown as they are. */
export function OneOf<Value extends string>({ label, every, choices, chosen, onChoose }: OneOfProps<Value>) {
  const known = chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
  const several = chosen.length > 1 ? [{ value: chosen.join(','), label: known.join(', ') }] : [];
  const missing =
    chosen.length === 1 && !choices.some(({ value }) => value === chosen[0])
      ? [{ value: chosen[0] as string, label: 'Somebody else’s' }]
      : [];
  return (
    <Select
      aria-label={label}
      choices={[{ value: EVERY, label: every }, ...choices, ...several, ...missing]}
      value={chosen.join(',')}
      onValueChange={(value: string) => {
        const choice = choices.find((candidate) => candidate.value === value);
        if (value === EVERY) onChoose(null);
        else if (choice) onChoose(choice.value);
      }}
      className={cn('max-w-52', chosen.length > 0 && '[&_select]:border-primary [&_select]:bg-accent')}
    />
  );
}
