/** Marks that models take for the border between orders and text. Nobody who tells a story writes them. */
const MARKS =
  /<\/?(?:system|prompt|assistant|instructions?|user|context|sys|inst)\b[^<>]{0,80}>|<!--|<\|[a-z_]{2,30}\|>|\[\/?(?:inst|system|sys|assistant)\]|<<\/?sys>>|\bprocess\.env\b|\/etc\/(?:passwd|shadow)|["'](?:tool_calls?|role)["'] ?: ?["'{[](?:system|assistant|developer|"name")?|^\s*#{2,6} *(?:system|end of|instructions?|new task|next task|assistant|prompt)|!\[[^\]\n]{0,80}\]\(https?:/im;

export function hasInjectionMarks(text: string): boolean {
  return MARKS.test(text);
}
