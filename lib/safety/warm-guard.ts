import { checkText } from './check-text.ts';

/** Of every sort of word that the guard looks up: a name, a slip, a number, something foreign, something harmless that sounds bad. */
const HARMLESS =
  'Nova the fox and her freind Bip bake 3 blueberry pancakes for the old wizard in the Zauberwald, who shot an arrow at the ' +
  'apple tree by mistake and is so very sorry that he plants a new one behind the lighthouse before the sun goes down.';

let isWarm = false;

/**
 * Has the guard judge a text before anybody waits for it: the first one of a process unpacks the classifier's weights and reads
 * word lists. What it says of this one is nobody's business.
 */
export function warmGuard(): void {
  if (isWarm) return;
  isWarm = true;
  checkText(HARMLESS, { place: 'prompt' });
}
