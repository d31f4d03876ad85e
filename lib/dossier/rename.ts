import { meaningOf } from './meaning.ts';

export type Rename = { from: string; to: string };

/** Chains ("Ada is Bea, Bea is Cleo") lead to their end; one that comes back to where it began says nothing. */
export function resolveRenames(renames: Rename[]): Rename[] {
  const next = new Map<string, string>();
  for (const { from, to } of renames) {
    if (meaningOf(from) && meaningOf(to)) next.set(meaningOf(from), to.trim());
  }
  return renames.flatMap(({ from }) => {
    const seen = new Set<string>();
    let to = from;
    for (let key = meaningOf(from); next.has(key); key = meaningOf(to)) {
      const following = next.get(key) as string;
      if (meaningOf(following) === key) return [{ from: from.trim(), to: following }];
      if (seen.has(key)) return [];
      seen.add(key);
      to = following;
    }
    return to === from ? [] : [{ from: from.trim(), to }];
  });
}

/** Says the new names wherever the old ones stand as whole words; a text that says them already stays as it is. */
export function renameIn(text: string, renames: Rename[]): string {
  if (renames.length === 0) return text;
  const names = [...new Set(renames.flatMap(({ from, to }) => [to, from]))]
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(pattern, (found) => {
    const isNew = renames.some(({ to }) => meaningOf(to) === meaningOf(found));
    const rename = renames.find(({ from }) => meaningOf(from) === meaningOf(found));
    return isNew || !rename ? found : rename.to;
  });
}
