/** Words that come before a name and belong to it, and what sort of person they make of its bearer. */
export const PERSONAL_TITLES: Record<string, string> = {
  captain: 'captain',
  princess: 'princess',
  prince: 'prince',
  queen: 'queen',
  king: 'king',
  sir: 'knight',
  professor: 'teacher',
  mr: 'man',
  mrs: 'woman',
  miss: 'woman',
  dr: 'doctor',
  doctor: 'doctor',
  grandma: 'grandma',
  grandpa: 'grandpa',
  aunt: 'aunt',
  uncle: 'uncle',
  lady: 'lady',
  granny: 'granny',
  nana: 'nana',
  wizard: 'wizard',
  witch: 'witch',
  pirate: 'pirate',
  knight: 'knight',
  detective: 'detective',
};

/** Whether a name already says what its bearer is: "Grandma Ruth" is a grandma, "Mr Bean" a man. */
export function nameTellsKind(name: string, kind: string): boolean {
  const [first = ''] = name.toLowerCase().split(' ');
  return first === kind.toLowerCase() || PERSONAL_TITLES[first] === kind;
}
