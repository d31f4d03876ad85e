/** What opens an account, or names one: passwords, user names, cards, papers. */
import type { Finding } from './kinds.ts';

type AccountFinding = Finding & { kind: 'account' | 'document' };

/** Words for what opens an account or names one. */
const SECRET =
  'password|passcode|pass ?word|pin(?: code)?|login|user ?name|user|gamer ?tag|nickname|screen name|wifi|wi-fi|account|handle|snapchat|snap|instagram|insta|tiktok|discord|roblox|whatsapp|telegram|fortnite|minecraft|youtube|twitch|usuario|benutzername|pseudo|contraseña|passwort|mot de passe';
/** A cheap look first. */
const SAYS_SECRET = new RegExp(SECRET, 'i');
/** What is told after such a word: "my password is …", "user name: …". */
const TOLD = new RegExp(
  `(?<=\\b(?:${SECRET})\\b(?: (?:for|of|on|in|is|it|to|the|my|his|her|our|roblox|minecraft|fortnite|wifi|wi-fi|netflix|game|account|name|password|telegram|whatsapp|kids|channel|im|i'm|i am|iz|ist|es|de|y|und|and)){0,6} ?(?:is|are|=|:|,|-|called)? ?["“'‘]?)(?=[^\\s"”]*(?:[\\d_@!$]|\\p{L}\\.\\p{L}))[\\p{L}\\d@][\\p{L}\\d_.!$#%&*@+-]{3,39}`,
  'giu',
);
const HANDLE = /(?<![\p{L}\d.@])@[\p{L}\d][\p{L}\d_.]{2,29}/giu;
const SAYS_ACCOUNT =
  /\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|roblox|twitter|youtube|twitch|handle|follow|add me|dm|user ?name|account|find (?:me|us|him|her))\b/i;
const CARD = /(?<![\d\p{L}])\d(?:[ -]?\d){12,18}(?![\d\p{L}])/gu;
const EXPIRY = /(?<=\b(?:valid|expir\w*|exp|until|through)\b[^.!?\n]{0,12})\d{2}\/\d{2,4}(?!\d)/giu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g;
const SOCIAL_SECURITY = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g;
const PAPER =
  /(?<=\b(?:passport|id|identity card|licen[cs]e|insurance|social security|national insurance|nhs|policy|student|pupil|plate|registration|iban|ssn)\b(?: (?:number|no\.?|card|id|is|plate|nr\.?)){0,3} ?[:#]? ?)[A-Z]{0,3} ?\d[\dA-Z -]{4,16}\d(?![\d\p{L}])/giu;

/** Where they stand, in order and not upon each other. Linear: every repetition is bounded. */
export function findAccountData(text: string): AccountFinding[] {
  const hasDigit = /\d/.test(text);
  const found: AccountFinding[] = [];
  const add = (
    pattern: RegExp,
    kind: AccountFinding['kind'],
    accepts: (match: RegExpExecArray) => boolean,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const stretch = { from: match.index, to: match.index + match[0].trimEnd().length, kind };
      if (accepts(match) && found.every(({ from, to }) => stretch.to <= from || stretch.from >= to)) {
        found.push(stretch);
      }
    }
  };
  if (hasDigit) {
    add(CARD, 'document', ([number]) => isCardNumber(number));
    if (found.length > 0) add(EXPIRY, 'document', () => true);
    add(IBAN, 'document', () => true);
    add(SOCIAL_SECURITY, 'document', () => true);
    add(PAPER, 'document', () => true);
  }
  if (SAYS_SECRET.test(text)) add(TOLD, 'account', ([told]) => !/^@?[\p{L}]+[.!]*$/u.test(told));
  if (text.includes('@')) {
    add(HANDLE, 'account', (match) =>
      SAYS_ACCOUNT.test(text.slice(Math.max(0, match.index - 60), match.index + 90)),
    );
  }
  return found.toSorted((one, other) => one.from - other.from);
}

/** H. P. Luhn's check digit. */
function isCardNumber(written: string): boolean {
  const digits = [...written.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const value = at % 2 === 0 ? digit : digit * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits.length >= 13 && sum % 10 === 0 && new Set(digits).size > 1;
}
