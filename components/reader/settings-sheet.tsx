'use client';

import { ChoiceChips } from '@/components/ui/choice-chips';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Slider } from '@/components/ui/slider';
import { Switch } from '@/components/ui/switch';
import { READING_SIZES, READING_SPEEDS, type ReadingSettings } from './reading-settings';
import type { ReadingChoice } from './use-reading-settings';

const VIEWS = [
  { value: 'page', label: 'Page by page' },
  { value: 'scroll', label: 'One long scroll' },
] as const;
const FACES = [
  { value: 'atkinson', label: 'Atkinson', hint: 'clear' },
  { value: 'dyslexic', label: 'OpenDyslexic', hint: 'heavy feet' },
  { value: 'serif', label: 'Fraunces', hint: 'bookish' },
  { value: 'nunito', label: 'Nunito', hint: 'round' },
] as const;
const LINES = [
  { value: 'close', label: 'Close' },
  { value: 'normal', label: 'Usual' },
  { value: 'wide', label: 'Wide' },
] as const;
const LETTERS = [
  { value: 'normal', label: 'Usual' },
  { value: 'wide', label: 'Wide' },
] as const;

const percent = (index: number) => `${Math.round((READING_SIZES[index] ?? 1) * 100)} %`;
const times = (index: number) => `${READING_SPEEDS[index] ?? 1}×`;

type SettingsSheetProps = { reading: ReadingChoice; onClose: () => void };

/** How the story is set and read aloud; each choice is seen on the page behind at once, and kept in this browser. */
export function SettingsSheet({ reading, onClose }: SettingsSheetProps) {
  const { settings, change } = reading;
  const pick =
    <Name extends keyof ReadingSettings>(name: Name) =>
    (value: ReadingSettings[Name]) =>
      change({ [name]: value });
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent side="bottom" title="How it reads" closeLabel="Done">
        <div className="grid gap-x-10 gap-y-6 pb-3 sm:grid-cols-2">
          <SegmentedControl
            legend="Pages"
            name="reading_view"
            choices={VIEWS}
            value={settings.view}
            onValueChange={pick('view')}
          />
          <Slider
            label="Text size"
            min={0}
            max={READING_SIZES.length - 1}
            step={1}
            value={READING_SIZES.indexOf(settings.size)}
            onValueChange={(index) => change({ size: READING_SIZES[index] ?? 1 })}
            format={percent}
          />
          <ChoiceChips
            legend="Letters"
            name="reading_face"
            choices={FACES}
            value={settings.face}
            onValueChange={pick('face')}
            className="sm:col-span-2"
          />
          <SegmentedControl
            legend="Between lines"
            name="reading_lines"
            choices={LINES}
            value={settings.lines}
            onValueChange={pick('lines')}
          />
          <SegmentedControl
            legend="Between letters"
            name="reading_letters"
            choices={LETTERS}
            value={settings.letters}
            onValueChange={pick('letters')}
          />
          <Slider
            label="Speed of the voice"
            min={0}
            max={READING_SPEEDS.length - 1}
            step={1}
            value={READING_SPEEDS.indexOf(settings.speed)}
            onValueChange={(index) => change({ speed: READING_SPEEDS[index] ?? 1 })}
            format={times}
          />
          <Switch
            label="Reading ruler"
            hint="One line in the light, the rest in the shade. It follows the mouse; drag its grip, or move it with the arrow keys."
            checked={settings.ruler}
            onCheckedChange={pick('ruler')}
          />
          <details className="sm:col-span-2">
            <summary className="inline-flex min-h-11 items-center font-bold text-primary">Keys</summary>
            <dl className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2 [&_dt]:font-bold">
              {KEYS.map(([keys, what]) => (
                <div key={keys} className="flex gap-2">
                  <dt>{keys}</dt>
                  <dd className="text-muted-foreground">{what}</dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
      </SheetContent>
    </Sheet>
  );
}

const KEYS = [
  ['← →', 'turn the page'],
  ['Home, End', 'first and last page'],
  ['Space', 'down the page, then to the next'],
  ['Page Up, Page Down', 'turn the page in full screen, as a presenter does'],
  ['Tab to the words, then ← →', 'hear one word after another'],
  ['Esc', 'leave full screen'],
  ['In the film: Space, ← →, J L', 'play, five or ten seconds back and on'],
  ['In the film: C, M, F', 'captions, sound, full screen'],
] as const;
