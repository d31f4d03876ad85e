/** The marks around what a stranger gave cannot be closed from inside it. */
export function asData(text: string): string {
  return text.replaceAll(/<\/?\s*(?:request|outline|scene)\b[^<>]*>/gi, '');
}
