import type { Random } from '../../random.ts';
import { findColours, lighten } from '../colour.ts';
import type { Garment } from './body.ts';
import type { Hat } from './person-looks.ts';

const CLOTH = ['#d8413b', '#3f76c8', '#e0912f', '#4c9a54', '#7f4fae', '#2c8f93', '#e0688b', '#e5b52f'];

export type Outfit = {
  named: string[];
  main: string;
  second: string;
  shoes: string;
  garment?: Garment;
  hat: Hat;
  scarf: boolean;
  glasses: boolean;
  cape: boolean;
};

/** Words of the outfit decide; what they leave open is decided by the sheet's own seed. */
export function readOutfit(words: string, random: Random): Outfit {
  const named = findColours(words);
  const main = named[0] ?? random.pick(CLOTH);
  const second =
    named[1] ?? random.pick(CLOTH.filter((colour) => colour !== main).map((colour) => lighten(colour, 0.25)));
  const has = (pattern: RegExp) => pattern.test(words);
  const garment: Garment | undefined = has(/dress|skirt|gown|tutu|frock/)
    ? 'dress'
    : has(/overall|dungaree/)
      ? 'overalls'
      : has(/robe/)
        ? 'robe'
        : has(/coat|jacket|raincoat|uniform/)
          ? 'coat'
          : has(/suit|armou?r/)
            ? 'suit'
            : has(/vest|waistcoat/)
              ? 'vest'
              : has(/sweater|jumper|pullover|hoodie|cardigan|knit/)
                ? 'sweater'
                : has(/shirt|tee|trousers|shorts|jeans/)
                  ? 'shirt'
                  : undefined;
  const hat: Hat = has(/crown/)
    ? 'crown'
    : has(/tiara/)
      ? 'tiara'
      : has(/wizard|pointed|pointy|witch/)
        ? 'wizard'
        : has(/helmet/)
          ? 'helmet'
          : has(/straw/)
            ? 'straw'
            : has(/goggles/)
              ? 'goggles'
              : has(/\bcap\b/)
                ? 'cap'
                : has(/\bhood\b|hooded/)
                  ? 'hood'
                  : has(/beanie|bobble|woolly hat|\bhat\b/)
                    ? 'beanie'
                    : has(/flower/)
                      ? 'flowers'
                      : has(/\bbow\b|ribbon/)
                        ? 'bow'
                        : has(/headband|bandana/)
                          ? 'headband'
                          : 'none';
  return {
    named,
    main,
    second,
    shoes: random.pick(['#6b4a3a', '#8a3f3a', '#3f4a6b', '#c26a3a']),
    garment,
    hat,
    scarf: has(/scarf|kerchief|neckerchief|collar|bow tie/),
    glasses: has(/glasses|spectacles|monocle/),
    cape: has(/cape|cloak/),
  };
}
