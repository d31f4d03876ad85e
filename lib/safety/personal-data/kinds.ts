export const PERSONAL_DATA_KINDS = [
  'email',
  'phone',
  'address',
  'postcode',
  'birth_date',
  'school',
  'full_name',
  'account',
  'document',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** A stretch of a text, from the first letter up to, not with, the last. */
export type Stretch = { from: number; to: number };
export type Finding = Stretch & { kind: PersonalDataKind };

export const MASKS: Record<PersonalDataKind, string> = {
  email: '[an e-mail address]',
  phone: '[a phone number]',
  address: '[an address]',
  postcode: '[a postcode]',
  birth_date: '[a date of birth]',
  school: '[a school]',
  full_name: '[a name]',
  account: '[a private account]',
  document: '[a private number]',
};
