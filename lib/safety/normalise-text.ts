/**
 * The text as we keep it: Unicode NFC, without control, direction and zero-width characters, white space tidied. Joiners
 * inside emoji stay ("👩‍🚀" is one picture). Everything a person can see is kept.
 */
export function normaliseText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(/(?![\n\t])\p{Cc}|\ufffd/gu, '')
      // Format characters: zero-width ones, direction marks, and the tags that hide a text inside an emoji.
      .replace(/(?!\u200d)\p{Cf}/gu, '')
      // Fillers: letters without a shape.
      .replace(/\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/g, '')
      .replace(/(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu, '')
      .replace(/\u200d(?!\p{Extended_Pictographic})/gu, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}
