import { findKind } from '../storyteller/kinds.ts';
import { properName } from '../storyteller/understand-prompt/figure-words.ts';
import type { Member, StoryCast } from './story-cast.ts';

export type Correction = {
  /** What is left of the sentence to be read as told. */
  rest: string;
  removed: { field: 'themes' | 'locations' | 'plotPoints'; value: string }[];
  /** Who is no longer in the story. */
  leftOut: string[];
};

const NAME = "([\\p{L}][\\p{L}'-]*(?: \\p{Lu}[\\p{L}'-]*)?)";
const OBJECT: Record<string, 'she' | 'he' | 'they' | 'it'> = {
  her: 'she',
  she: 'she',
  him: 'he',
  he: 'he',
  his: 'he',
  them: 'they',
  they: 'they',
  their: 'they',
  it: 'it',
  its: 'it',
};
const NOT_NAMES =
  /^(a|an|the|not|something|someone|that|this|it|very|so|too|really|what|whatever|changed?|different|my|your|her|his|is|hard|same|please|nice|good|perfect|great|fine|lovely|cool)$/i;

/** Takes in "call her Luna instead", "not a wolf, a fox", "without the witch"; what else was said stays to be read. */
export function readCorrections(
  sentence: string,
  cast: StoryCast,
  lines: { locations: readonly string[]; themes: readonly string[] },
  nameTarget: Member | undefined,
): Correction {
  const correction: Correction = { rest: sentence, removed: [], leftOut: [] };
  readNaming(correction, cast, nameTarget);
  readReplacement(correction, cast, lines);
  readRefusal(correction, cast, lines);
  return correction;
}

function readNaming(correction: Correction, cast: StoryCast, nameTarget: Member | undefined): void {
  const take = (pattern: RegExp, use: (found: RegExpExecArray) => boolean) => {
    const found = pattern.exec(correction.rest);
    if (found && use(found)) correction.rest = correction.rest.replace(found[0], ' ').trim();
  };
  const rename = (who: Member | undefined, name: string | undefined): boolean => {
    if (!who || !name || NOT_NAMES.test(name)) return false;
    cast.rename(who, nameOnly(name));
    return true;
  };
  const whoIs = (said: string): Member | undefined => {
    const pronoun = OBJECT[said.toLowerCase()];
    if (pronoun)
      return pronoun === 'it' || pronoun === 'they'
        ? (cast.resolve(pronoun) ?? cast.latestUnnamed() ?? cast.latest(1)[0])
        : cast.resolve(pronoun);
    const bare = said
      .toLowerCase()
      .replace(/^(the|his|her|their|my|our) /, '')
      .replace(/'s$/, '');
    const kind = findKind(bare.split(' ').at(-1) ?? '')?.kind;
    return cast.find(bare) ?? (kind ? cast.findKind(kind) : cast.findKind(bare));
  };
  take(new RegExp(`\\brename ((?:the )?[\\p{L}'-]+) (?:to|as|into) ${NAME}`, 'iu'), (found) =>
    rename(whoIs(found[1] ?? ''), found[2]),
  );
  take(
    new RegExp(`\\bchange (her|his|their|its|[\\p{L}-]+'s|the [\\p{L} ]{2,20}'s) name to ${NAME}`, 'iu'),
    (found) => rename(whoIs(found[1] ?? ''), found[2]),
  );
  take(
    new RegExp(
      `\\b(?:let us |we |we will |you can |i |please |can we |should )?(?:call|name) (her|him|it|them|the [\\p{L}]+(?: [\\p{L}]+)?|[\\p{Lu}][\\p{L}-]+) ${NAME}(?: (?:instead|please|then))?`,
      'iu',
    ),
    (found) =>
      !/^(it|them)$/i.test(found[1] ?? '') || cast.members.some((one) => !one.isNamed || one.kind)
        ? rename(whoIs(found[1] ?? ''), found[2])
        : false,
  );
  take(
    new RegExp(
      `\\b(her|his|their|its|the [\\p{L}]+(?: [\\p{L}]+)?'s|(?:his |her |their |my )?[\\p{L}-]+'s) name (?:is|should be|will be|could be|can be|was)(?: (?:not|no longer) ${NAME},? (?:but|it is|it should be)?)? ?(?:actually |really )?${NAME}`,
      'iu',
    ),
    (found) => {
      const said = found[1] ?? '';
      const who = whoIs(said.toLowerCase() === 'her' ? 'her' : said) ?? nameTarget;
      return who ? rename(who, found[3]) : introduce(cast, said, found[3]);
    },
  );
  take(new RegExp(`^(?:and |the )?name (?:is|should be) ${NAME}`, 'iu'), (found) =>
    rename(nameTarget ?? cast.latestUnnamed(), found[1]),
  );
  take(
    new RegExp(
      `\\b(she|he|they|it|the [\\p{L}]+(?: [\\p{L}]+)?) (?:is|are|should be|will be|could be|gets|was) (?:called|named) ${NAME}`,
      'iu',
    ),
    (found) => rename(whoIs(found[1] ?? ''), found[2]),
  );
}

/** "Luna instead" → Luna: further words belong to a name when they have a capital. */
export function nameOnly(said: string): string {
  const [first = '', ...further] = said.split(' ');
  const small = further.findIndex((word) => !/^\p{Lu}/u.test(word));
  return [first, ...further.slice(0, small < 0 ? undefined : small)].map(properName).join(' ');
}

function introduce(cast: StoryCast, said: string, name: string | undefined): boolean {
  if (!name || NOT_NAMES.test(name)) return false;
  const member = cast.add(nameOnly(name), undefined);
  const pronoun = OBJECT[said.toLowerCase()];
  if (pronoun) member.pronoun = pronoun;
  return true;
}

/** "not a wolf, a fox", "a fox instead of the wolf", "change the wolf to a fox". */
function readReplacement(
  correction: Correction,
  cast: StoryCast,
  lines: { locations: readonly string[] },
): void {
  const patterns = [
    /\bnot (?:a |an |the |in a |in the |on the |at the |on )?([\p{L}' -]{2,30}?),? ?(?:but|,|it is|make (?:it|him|her)|he is|she is)+ ?((?:in |on |at )?(?:a|an|the) [\p{L}' -]{2,40})/iu,
    /((?:a|an|the|in a|in the|on the|on a) [\p{L}' -]{2,30}?),? (?:instead of|rather than|and not|,? not) (?:a |an |the |in |on )*([\p{L}' -]{2,30})/iu,
    /\b(?:change|turn|swap|make|replace) (?:the |a )?([\p{L}'-]+) (?:to|into|for|with|be) ((?:a|an|the) [\p{L}' -]{2,40})/iu,
  ];
  for (const [index, pattern] of patterns.entries()) {
    const found = pattern.exec(correction.rest);
    if (!found) continue;
    const oldText = (index === 1 ? found[2] : found[1]) ?? '';
    const newText = (index === 1 ? found[1] : found[2]) ?? '';
    const who = memberCalled(oldText, cast);
    const place = lines.locations.find(
      (one) => lastWord(one) === lastWord(oldText) || one.toLowerCase().includes(lastWord(oldText)),
    );
    const kind = kindOf(newText);
    if (who && kind) {
      const adjectives = newText.replace(/^(a|an|the)\s+/i, '').trim();
      if (who.isNamed) {
        who.kind = kind;
        who.description.length = 0;
        who.description.push(newText.trim());
        correction.rest = correction.rest.replace(found[0], ' ');
      } else {
        const pronoun = who.pronoun;
        cast.rename(who, `the ${adjectives}`);
        who.isNamed = false;
        who.kind = kind;
        who.description = [newText.trim()];
        if (pronoun) who.pronoun = pronoun;
        correction.rest = correction.rest.replace(found[0], ' ');
      }
    } else if (place) {
      correction.removed.push({ field: 'locations', value: place });
      correction.rest = correction.rest.replace(
        found[0],
        /^(in|on|at)\b/i.test(newText) ? newText : `in ${newText}`,
      );
    } else if (who) correction.rest = correction.rest.replace(found[0], newText);
    else if (index < 2) correction.rest = correction.rest.replace(found[0], newText);
    return;
  }
}

const REFUSALS =
  /\b(?:no|without|not|do not want|do not like|does not want|remove|delete|take out|leave out|get rid of|forget|drop|skip|lose|scrap|cut|there (?:is|are) no|should not be|must not be|no more|do not need|do not have|do not include)\s+(?:about |to have |have |any |a |an |the |that |this |more |bit with |part with |part about |bit about |idea of |in |on )*([\p{L}'-]+(?: [\p{L}'-]+){0,2})(?: (?:out|bit|part|idea|thing|any more|please|though|after all))?/giu;

function readRefusal(
  correction: Correction,
  cast: StoryCast,
  lines: { locations: readonly string[]; themes: readonly string[] },
): void {
  for (const found of correction.rest.matchAll(REFUSALS)) {
    const said = found[1] ?? '';
    const words = said.split(' ');
    // Of "the witch please", "witch": the longest beginning that names somebody or something known.
    for (let length = words.length; length >= 1; length--) {
      const text = words.slice(0, length).join(' ');
      const who = memberCalled(text, cast);
      const isSubject =
        /\b(is|are|was|does|do|should|will|can) ?$/.test(correction.rest.slice(0, found.index)) &&
        /^not\b/i.test(found[0]);
      if (who && !isSubject) {
        cast.remove(who);
        correction.leftOut.push(who.name);
        correction.rest = correction.rest.replace(found[0], ' ');
        break;
      }
      const place = lines.locations.find((one) => lastWord(one) === lastWord(text));
      const theme = lines.themes.find(
        (one) => one.toLowerCase().includes(text.toLowerCase()) && text.length > 3,
      );
      if (place && !isSubject) correction.removed.push({ field: 'locations', value: place });
      else if (theme && !isSubject) correction.removed.push({ field: 'themes', value: theme });
      else if (
        length > 1 ||
        !/^(no|without|remove|do not want|take out|leave out|get rid of|there are no)\b/i.test(found[0])
      )
        continue;
      correction.rest = correction.rest.replace(found[0], ' ');
      break;
    }
  }
}

function memberCalled(text: string, cast: StoryCast): Member | undefined {
  const bare = text
    .toLowerCase()
    .replace(/^(the|a|an|his|her)\s+/, '')
    .trim();
  const kind = kindOf(bare);
  return cast.find(bare) ?? (kind ? cast.findKind(kind) : undefined);
}

function kindOf(text: string): string | undefined {
  const words = text.trim().split(' ');
  return findKind(words.slice(-2).join(' '))?.kind ?? findKind(words.at(-1) ?? '')?.kind;
}

function lastWord(text: string): string {
  return text.trim().toLowerCase().split(' ').at(-1) ?? '';
}
