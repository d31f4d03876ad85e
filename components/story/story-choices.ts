import type { Choice } from '@/components/ui/choice-chips';
import type { AgeGroup, AspectRatio, IllustrationStyle, Tone, Voice } from '@/lib/story/schema';

/** What people read for each option of a story. `Record`s over the schema's types: a new option cannot be forgotten here. */
const AGE_GROUP_LABELS: Record<AgeGroup, string> = { '3-5': '3–5', '6-8': '6–8', '9-12': '9–12' };

const STYLE_LABELS: Record<IllustrationStyle, string> = {
  storybook: 'Storybook',
  watercolour: 'Watercolour',
  paper: 'Cut paper',
  night: 'Night lights',
  crayon: 'Crayon',
  pastel: 'Pastel',
};

const TONE_LABELS: Record<Tone, string> = {
  gentle: 'Gentle',
  adventurous: 'Adventurous',
  funny: 'Funny',
  mysterious: 'Mysterious',
  dreamy: 'Dreamy',
  heartwarming: 'Heart-warming',
  suspenseful: 'Suspenseful',
  uplifting: 'Uplifting',
  dark: 'Dark, but safe',
  whimsical: 'Whimsical',
};

const VOICE_LABELS: Record<Voice, { label: string; hint: string }> = {
  rosie: { label: 'Rosie', hint: 'bright' },
  oliver: { label: 'Oliver', hint: 'clear' },
  angus: { label: 'Angus', hint: 'Scottish' },
};

const ASPECT_RATIO_LABELS: Record<AspectRatio, { label: string; hint: string }> = {
  '16:9': { label: 'Wide', hint: 'screen' },
  '4:3': { label: 'Book', hint: 'page' },
  '1:1': { label: 'Square', hint: '' },
  '9:16': { label: 'Tall', hint: 'phone' },
};

type Label = string | { label: string; hint: string };

function choicesOf<Value extends string>(labels: Record<Value, Label>): Choice<Value>[] {
  return (Object.entries(labels) as [Value, Label][]).map(([value, label]) =>
    typeof label === 'string' ? { value, label } : { value, ...label },
  );
}

export const AGE_GROUP_CHOICES = choicesOf(AGE_GROUP_LABELS);
export const STYLE_CHOICES = choicesOf(STYLE_LABELS);
export const TONE_CHOICES = choicesOf(TONE_LABELS);
export const VOICE_CHOICES = choicesOf(VOICE_LABELS);
export const ASPECT_RATIO_CHOICES = choicesOf(ASPECT_RATIO_LABELS);
/** Chips carry text, so page counts do too. All lie within the API's 1…12. */
export const PAGE_COUNT_CHOICES = ['2', '3', '4', '6', '8', '12'].map((value) => ({
  value,
  label: value,
}));

/** "ages 6–8" */
export function ageGroupLabel(ageGroup: AgeGroup): string {
  return `ages ${AGE_GROUP_LABELS[ageGroup]}`;
}

export const toneLabel = (tone: Tone): string => TONE_LABELS[tone];
export const aspectRatioLabel = (ratio: AspectRatio): string => ASPECT_RATIO_LABELS[ratio].label;
