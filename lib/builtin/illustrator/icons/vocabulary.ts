import { createRequire } from 'node:module';
import { DRAWN_PROPS } from './drawn-props.ts';
import type { IconStore } from './icon-store.ts';
import { NOT_PROPS, PROPS, type PropEntry, type PropPlace } from './prop-table.ts';

export type IconCategory = 'creature' | 'person' | 'plant' | 'food' | 'place' | 'object';
export type FoundIcon = { name: string; category: IconCategory; size: number; place: PropPlace };

type EmojiData = Record<string, { name: string; slug: string; group: string }>;

/** Icons that are tiles, signs, scenes in a frame, body parts, weapons, or nothing for a child's page. */
const DENIED =
  /button|symbol|square|circle|diamond|arrow|clock$|thirty|oclock|sign|mark|keycap|flag|hand|finger|fist|palm|thumb|face-with|-face$|heart-|cityscape|sunrise|sunset|night-with|bridge-at|milky|foggy|national-park|snow-capped|mount-fuji|camping|beach-with|desert$|desert-island|motorway|railway|water-wave|moon-viewing|person|people|man-|woman-|men-|women-|cigarette|syringe|pill|coffin|headstone|urn|bomb|pistol|knife|dagger|skull|blood|toilet|restroom|closet|condom|wine|beer|cocktail|sake|champagne|whisky|tumbler|clinking|slot|bikini|briefs|underwear|brain|lungs|anatomical|tooth$|foot$|leg$|ear$|eye|nose$|tongue|mouth|kiss|love-hotel|casino|kaaba|synagogue|mosque|temple|shrine|atm|dna|microbe|petri|pregnant|breast|wheelchair|crutch|cane|tile|mahjong|joker|suit$|cross$|star-and|star-of|khanda|menorah|wheel-of|yin|latin|orthodox|place-of-worship|nazar|hamsa|prayer|chart|memo|yen|dollar|pound|euro|credit|receipt|locked|unlocked|speaker|mute|vibration|antenna|no-|non-/;
const CATEGORY: Record<string, IconCategory> = {
  'Animals & Nature': 'creature',
  'People & Body': 'person',
  'Food & Drink': 'food',
  'Travel & Places': 'place',
  Activities: 'object',
  Objects: 'object',
};
const PLANTS =
  /tree|flower|blossom|rose|tulip|leaf|herb|clover|cactus|seedling|mushroom|plant|bouquet|hyacinth|lotus|shamrock|sunflower|hibiscus|coral|rosette|nest|wood|rock|feather|paw|web|shell/;

/** A name or one of the first search words; later search words are too loose. */
const LEAST_WEIGHT = 2.6;

type Indexed = { icon: string; category: IconCategory; weight: number };
let index: Map<string, Indexed> | undefined;

/** Names and search words of every fitting emoji, the best match for each word. Built once for a thread. */
function getIndex(icons: IconStore): Map<string, Indexed> {
  if (index) return index;
  const require = createRequire(import.meta.url);
  const emojis = require('unicode-emoji-json') as EmojiData;
  const keywords = require('emojilib/dist/emoji-en-US.json') as Record<string, string[]>;
  index = new Map();
  for (const [emoji, { name, slug, group }] of Object.entries(emojis)) {
    const icon = slug.replaceAll('_', '-');
    const category = CATEGORY[group];
    if (!category || category === 'person' || DENIED.test(icon) || !icons.has(icon)) continue;
    const kind = category === 'creature' && PLANTS.test(icon) ? 'plant' : category;
    const note = (word: string, weight: number) => {
      const known = index?.get(word);
      if (!known || known.weight < weight) index?.set(word, { icon, category: kind, weight });
    };
    note(name.toLowerCase(), 10);
    const words = name.toLowerCase().split(/[\s-]+/);
    // "spouting whale" is a whale; the last word of a name says more than the ones before it.
    for (const [position, word] of words.entries())
      note(word, 5 - words.length * 0.3 + (position === words.length - 1 ? 0.5 : 0));
    for (const [position, word] of (keywords[emoji] ?? []).entries())
      note(word.replaceAll('_', ' '), 3 - position * 0.1);
  }
  return index;
}

/** Is there a drawing of this name, in the set or of our own? */
export const canDraw = (name: string, icons: IconStore) =>
  Object.hasOwn(DRAWN_PROPS, name) || icons.has(name);

/** Singular forms to try for a noun, itself first. */
export function singularForms(noun: string): string[] {
  const forms = [noun];
  if (noun.endsWith('ies')) forms.push(`${noun.slice(0, -3)}y`);
  if (noun.endsWith('ves')) forms.push(`${noun.slice(0, -3)}f`, `${noun.slice(0, -3)}fe`);
  if (noun.endsWith('es')) forms.push(noun.slice(0, -2));
  if (noun.endsWith('s') && !noun.endsWith('ss')) forms.push(noun.slice(0, -1));
  return forms;
}

const found = (entry: PropEntry, category: IconCategory): FoundIcon => ({
  name: entry.icon,
  category,
  size: entry.size,
  place: entry.place,
});

/**
 * The icon for a noun or short noun phrase: the curated table first, then names and search words of the emoji.
 * Undefined when nothing fits well; a wrong picture is worse than none.
 */
export function findIcon(phrase: string, icons: IconStore): FoundIcon | undefined {
  const clean = phrase
    .toLowerCase()
    .replace(/[^a-z' -]/g, '')
    .trim();
  const words = clean.split(/\s+/);
  const tries = [clean, words.slice(-2).join(' '), words.at(-1) ?? '', ...words.slice(0, -1).toReversed()];
  for (const [position, part] of tries.entries()) {
    const forms = singularForms(part).filter((form) => form.length > 1);
    const entry = forms.map((form) => PROPS.get(form)).find((known) => known && canDraw(known.icon, icons));
    if (entry) return found(entry, categoryOf(entry.icon, icons));
    // Beyond the last word the search words of emoji mislead more than they help.
    const hits =
      position < 3
        ? forms.filter((form) => !NOT_PROPS.has(form)).map((form) => getIndex(icons).get(form))
        : [];
    const hit = hits.find((known) => known && known.weight >= LEAST_WEIGHT);
    if (hit) {
      const isPlace = hit.category === 'place';
      const size = hit.category === 'food' ? 0.42 : isPlace ? 1 : 0.52;
      return { name: hit.icon, category: hit.category, size, place: isPlace ? 'back' : 'ground' };
    }
  }
  return undefined;
}

function categoryOf(icon: string, icons: IconStore): IconCategory {
  return getIndex(icons).get(icon.replaceAll('-', ' '))?.category ?? 'object';
}
