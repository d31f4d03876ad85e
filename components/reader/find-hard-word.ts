export type ExplainedPart = { before: string; word: string; after: string; meaning: string };

/**
 * A written word with its marks taken apart where it is one that is explained: `“Gloom’s,` is `“`, `Gloom` and `’s,`.
 * @param meanings by the word in small letters
 */
export function findHardWord(
  token: string,
  meanings: ReadonlyMap<string, string>,
): ExplainedPart | undefined {
  if (meanings.size === 0) return undefined;
  const [, before = '', core = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)((?:['’]s)?[^\p{L}\p{N}]*)$/su.exec(token) ?? [];
  const meaning = meanings.get(core.toLowerCase().replaceAll('’', "'"));
  return meaning === undefined ? undefined : { before, word: core, after, meaning };
}
