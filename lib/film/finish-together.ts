/**
 * Like `Promise.all`, but a failure is thrown only after all have ended: work that writes into a directory must be over
 * before the directory can go.
 *
 * @param onFailure called at once with the first failure, to stop the others
 */
export async function finishTogether<Work extends readonly unknown[] | []>(
  work: Work,
  onFailure?: (error: unknown) => void,
): Promise<{ -readonly [Position in keyof Work]: Awaited<Work[Position]> }> {
  let failure: { error: unknown } | null = null;
  const watched = work.map(async (each) => {
    try {
      return await each;
    } catch (error) {
      if (!failure) onFailure?.(error);
      failure ??= { error };
      return undefined;
    }
  });
  const results = await Promise.all(watched);
  // The compiler does not see that the closures above assign it.
  const thrown = failure as { error: unknown } | null;
  if (thrown) throw thrown.error;
  return results as { -readonly [Position in keyof Work]: Awaited<Work[Position]> };
}
