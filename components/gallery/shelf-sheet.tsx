'use client';

import { AGE_GROUP_CHOICES, STYLE_CHOICES } from '@/components/story/story-choices';
import { Button } from '@/components/ui/button';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { ToggleChips } from '@/components/ui/toggle-chips';
import { nameLanguage, SORT_CHOICES, STATE_CHOICES } from './filter-choices';
import { countFilters, WHOLE_SHELF } from './shelf-address';
import type { FilterProps } from './shelf-filters';

type ShelfSheetProps = FilterProps & {
  /** How many books there are under these filters; undefined while they are looked for. */
  total: number | undefined;
  isOpen: boolean;
  setIsOpen: (isOpen: boolean) => void;
};

const EVERY = 'every';

/** Order and filters on a small screen. The shelf behind follows at once. */
export function ShelfSheet(props: ShelfSheetProps) {
  const { address, change, readers, languages, total, isOpen, setIsOpen } = props;
  const books = total === undefined ? 'books' : total === 1 ? '1 book' : `${total} books`;
  return (
    <Sheet open={isOpen} onOpenChange={setIsOpen}>
      <SheetContent side="bottom" title="Look through the shelf" closeLabel="Close the filters">
        <div className="grid gap-6 pb-2">
          <ChoiceChips
            legend="In which order"
            name="sort"
            choices={SORT_CHOICES}
            value={address.sort}
            onValueChange={(sort) => change({ sort })}
          />
          <ToggleChips
            legend="Favourites"
            choices={[{ value: 'favourite', label: 'Only favourites' }]}
            values={address.favourite ? ['favourite'] : []}
            onValuesChange={(values) => change({ favourite: values.length > 0 })}
          />
          <ToggleChips
            legend="Ages"
            choices={AGE_GROUP_CHOICES}
            values={address.ages}
            onValuesChange={(ages) => change({ ages })}
          />
          <ToggleChips
            legend="Styles"
            choices={STYLE_CHOICES}
            values={address.styles}
            onValuesChange={(styles) => change({ styles })}
          />
          {readers.length > 0 ? (
            <ChoiceChips
              legend="Whose"
              name="reader"
              choices={[
                { value: EVERY, label: 'Everybody’s' },
                ...readers.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={address.readerId ?? EVERY}
              onValueChange={(reader) => change({ readerId: reader === EVERY ? null : reader })}
            />
          ) : null}
          {languages.length > 1 ? (
            <ToggleChips
              legend="Languages"
              choices={languages.map((language) => ({ value: language, label: nameLanguage(language) }))}
              values={address.languages}
              onValuesChange={(chosen) => change({ languages: chosen })}
            />
          ) : null}
          <ChoiceChips
            legend="State"
            name="state"
            choices={[{ value: EVERY, label: 'All on the shelf' }, ...STATE_CHOICES]}
            value={address.state ?? EVERY}
            onValueChange={(state) => change({ state: state === EVERY ? null : state })}
          />
        </div>
        <div className="sticky -bottom-4 -mx-4 flex flex-wrap justify-between gap-2 border-t bg-card px-4 py-3">
          <Button
            variant="ghost"
            disabled={countFilters(address) === 0}
            onClick={() => change({ ...WHOLE_SHELF, sort: address.sort })}
          >
            Clear all
          </Button>
          <Button onClick={() => setIsOpen(false)}>Show {books}</Button>
        </div>
      </SheetContent>
    </Sheet>
  );
}
