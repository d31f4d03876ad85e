import { isSpelledAsEnglish } from '../known-words.ts';
import { findAccountData } from './account-data.ts';
import {
  ADDRESSES,
  isFamous,
  mayHaveAddress,
  NAMED_STREET,
  POSTCODES,
  saysAlone,
  TOWN_POSTCODE,
} from './addresses.ts';
import { CHILDS_DATE, isBirthDate, mayHaveBirthDate, WRITTEN_DATE } from './birth-dates.ts';
import { locate, readDisguised } from './disguises.ts';
import { EMAILS, mayHaveEmail } from './emails.ts';
import { type Finding, MASKS, PERSONAL_DATA_KINDS, type PersonalDataKind } from './kinds.ts';
import {
  CLASS_LIST,
  FAMILY_NAME,
  FULL_NAME,
  isFullName,
  isSmallName,
  isSmallSchool,
  OWN_NAME,
  SCHOOLS,
  SMALL_NAME,
  SMALL_SCHOOL,
  type Somebody,
  saysSchool,
  speaksOfSomebody,
} from './names-and-schools.ts';
import { findPhoneNumbers } from './phone-numbers.ts';

export type MaskedText = { text: string; found: PersonalDataKind[] };

/** Stands for a letter that was found already: no pattern reaches over it. */
const TAKEN = '\u0001';
/** So far around a match it is looked for what makes it an address. */
const CONTEXT_LETTERS = 60;

/**
 * Finds what tells who and where a child is, and puts words in its place. First names, towns and the addresses of foxes
 * stay: a street counts with a house number, a school with somebody's full name, a full name beside one of the others.
 * Disguises ("R0ad", letters apart, words run together or backwards) are seen through. Pure; masked text comes back as it is.
 * Linear: every repetition is bounded.
 */
export function maskPersonalData(text: string): MaskedText {
  const readings = readDisguised(text);
  const about = speaksOfSomebody(readings[0]?.text ?? text);
  const findings = readings.flatMap((reading) =>
    findPersonalData(reading.text, about).map((finding) => ({ ...finding, ...locate(reading, finding) })),
  );
  if (findings.length === 0) return { text, found: [] };
  let masked = '';
  let end = 0;
  const kinds = new Set<PersonalDataKind>();
  for (const { from, to, kind } of unite(findings)) {
    kinds.add(kind);
    masked += text.slice(end, from) + MASKS[kind];
    end = to;
  }
  return {
    text: masked + text.slice(end),
    found: PERSONAL_DATA_KINDS.filter((kind) => kinds.has(kind)),
  };
}

/** In order; what overlaps is one, of the kind of its longest part. */
function unite(findings: readonly Finding[]): Finding[] {
  const united: (Finding & { longest: number })[] = [];
  for (const finding of findings.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = united.at(-1);
    const length = finding.to - finding.from;
    if (!last || finding.from >= last.to) {
      united.push({ ...finding, longest: length });
      continue;
    }
    last.to = Math.max(last.to, finding.to);
    if (length > last.longest) Object.assign(last, { kind: finding.kind, longest: length });
  }
  return united;
}

/** What one reading of a text tells, not upon each other. */
function findPersonalData(text: string, { isReal, hasName, isFairy }: Somebody): Finding[] {
  const found: Finding[] = [];
  let left = text;
  const take = (findings: readonly Finding[]) => {
    let next = '';
    let end = 0;
    for (const finding of findings) {
      const { from, to } = finding;
      found.push(finding);
      next += left.slice(end, from) + TAKEN.repeat(to - from);
      end = to;
    }
    left = next + left.slice(end);
  };
  const look = (
    kind: PersonalDataKind,
    pattern: RegExp,
    accepts: (match: string, before: string, after: string) => boolean = () => true,
  ) => {
    const accepted = [...left.matchAll(pattern)]
      .map((match) => ({ kind, from: match.index, to: match.index + match[0].trimEnd().length }))
      .filter(({ from, to }) =>
        accepts(
          left.slice(from, to),
          left.slice(Math.max(0, from - CONTEXT_LETTERS), from),
          left.slice(to, to + CONTEXT_LETTERS),
        ),
      );
    if (accepted.length > 0) take(accepted);
  };

  take(findAccountData(left));
  if (mayHaveEmail(left)) for (const [pattern, accepts] of EMAILS) look('email', pattern, accepts);
  take(findPhoneNumbers(left).map((stretch) => ({ kind: 'phone', ...stretch })));
  look('full_name', OWN_NAME, isFullName);
  if (CLASS_LIST.test(left)) look('full_name', FULL_NAME, isFullName);

  const hasAddress = mayHaveAddress(left);
  const hasSchool = saysSchool(left);
  const hasBirthDate = mayHaveBirthDate(left);
  const isAlone = isReal && saysAlone(left);
  if (found.length === 0 && !hasAddress && !hasSchool && !hasBirthDate && !isAlone) return [];
  if (isReal || !isFairy) {
    if (hasAddress) for (const [pattern, accepts] of ADDRESSES) look('address', pattern, accepts);
    if (isReal && (isAlone || found.length > 0)) look('address', NAMED_STREET, (street) => !isFamous(street));
    if (/\d/.test(left)) for (const pattern of POSTCODES) look('postcode', pattern);
    if (found.some(({ kind }) => kind === 'address')) look('postcode', TOWN_POSTCODE);
    if (hasBirthDate) look('birth_date', WRITTEN_DATE, (_, before) => isBirthDate(before));
    if (isReal || found.length > 0) look('birth_date', CHILDS_DATE);
  }
  if (hasSchool && isReal && (hasName || found.length > 0))
    for (const school of SCHOOLS) look('school', school);
  if (hasSchool && isReal) look('school', SMALL_SCHOOL, isSmallSchool);
  if (found.length === 0) return [];
  look('full_name', FULL_NAME, isFullName);
  look('full_name', FAMILY_NAME, (name) => !isSpelledAsEnglish(name.toLowerCase()));
  look('full_name', SMALL_NAME, isSmallName);
  return found;
}
