const WHOLE_STORY: Record<string, string> = {
  outline: 'The plan of the story',
  draft: 'The story',
  critique: 'A second look at the story',
  revision: 'The story, revised',
  chat: 'Conversation',
  dossier: 'Notes of a conversation',
  'read-aloud': 'Reading an answer aloud',
  transcription: 'Speech to text',
};
const OF_A_PAGE: Record<string, string> = {
  picture: 'picture',
  narration: 'voice',
  video: 'moving picture',
};

/** What happens in a step of a job (`picture:3`), in the words of a person: "Page 3, picture". */
export function stepName(step: string): string {
  const [kind = '', about = '', ...more] = step.split(':');
  if (kind === 'chapter' && about) return more.length > 0 ? `Chapter ${about}, again` : `Chapter ${about}`;
  if (kind === 'character' && about) return `A portrait of ${capitalize(about)}`;
  // What stands behind it only tells one apart from another.
  if (kind === 'moderation') return 'Texts checked';
  const part = OF_A_PAGE[kind];
  if (part && /^\d+$/.test(about)) {
    return more.length > 0 ? `Page ${about}, ${part} again` : `Page ${about}, ${part}`;
  }
  const whole = WHOLE_STORY[kind] ?? capitalize(kind);
  return about ? `${whole}, again` : whole;
}

const KINDS = ['outline', 'draft', 'chapter', 'critique', 'revision', 'character'];

/** Orders steps as a story grows: the words, the portraits, then page by page. */
export function compareSteps(one: string, other: string): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a.kind - b.kind || a.page - b.page || a.part.localeCompare(b.part) || one.localeCompare(other);
}

function placeOf(step: string): { kind: number; page: number; part: string } {
  const [name = '', about = ''] = step.split(':');
  const known = KINDS.indexOf(name);
  const page = Number(about);
  return {
    kind: known < 0 ? KINDS.length : known,
    page: Number.isNaN(page) ? 0 : page,
    // Pictures come before voices, moving pictures last.
    part: String(['picture', 'narration', 'video'].indexOf(name)),
  };
}

function capitalize(word: string): string {
  const plain = word.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
