'use client';

import { Users } from 'lucide-react';
import Link from 'next/link';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { ReaderFacts } from './reader-facts';
import type { ChosenReader } from './use-chosen-reader';

const EVERYBODY = 'everybody';

type ReaderChoiceProps = { chosen: ChosenReader; className?: string };

/** For whom the story is, of those who read here, and what that brings to it. Nothing where nobody is known. */
export function ReaderChoice({ chosen: { readers, reader, choose }, className }: ReaderChoiceProps) {
  if (readers.length === 0) return null;
  return (
    <div className={className}>
      <ChoiceChips
        legend="Who is it for?"
        name="reader"
        choices={[
          ...readers.map(({ id, name }) => ({ value: id, label: name })),
          { value: EVERYBODY, label: 'Everybody', icon: <Users aria-hidden /> },
        ]}
        value={reader?.id ?? EVERYBODY}
        onValueChange={(value) => choose(value === EVERYBODY ? null : value)}
      />
      {reader ? (
        <div className="mt-3 animate-rise rounded-lg bg-muted px-4 py-3 text-muted-foreground">
          <ReaderFacts
            reader={reader}
            className="break-words sm:columns-2 sm:gap-6 [&>li]:break-inside-avoid"
          />
          <Link
            href="/account/household"
            className="text-sm underline decoration-thread underline-offset-4 hover:text-foreground"
          >
            {isKnownLittle(reader)
              ? `Tell more about ${reader.name}`
              : `Change what is known of ${reader.name}`}
          </Link>
        </div>
      ) : null}
    </div>
  );
}

function isKnownLittle({
  mood,
  routine,
  preferences,
  favourite_characters,
  calming_elements,
}: NonNullable<ChosenReader['reader']>) {
  return (
    !mood &&
    !routine &&
    [preferences, favourite_characters, calming_elements].every(({ length }) => length === 0)
  );
}
