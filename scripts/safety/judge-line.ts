import { checkText } from '../../lib/safety/check-text.ts';
import { foldLetters } from '../../lib/safety/fold-text.ts';
import type { Guardrails } from '../../lib/safety/guardrails-config.ts';
import { maskPersonalData } from '../../lib/safety/personal-data/mask-personal-data.ts';
import type { SafetyRule } from '../../lib/safety/safety-rules.ts';
import type { SetLine } from './load-sets.ts';

/** The rule that stops a line as a prompt. Without an age it is asked for the widest band. */
export function stoppedBy(line: SetLine, guardrails: Guardrails): SafetyRule | undefined {
  const verdict = checkText(line.text, { place: 'prompt', ageGroup: line.age ?? '9-12' }, guardrails);
  return verdict.allowed ? undefined : verdict.rule;
}

/** Whether none of the details named in a line's note would reach a provider, in any spelling. */
export function isMasked(line: SetLine): boolean {
  const details = /mask: (.+)$/.exec(line.note ?? '')?.[1]?.split(' | ') ?? [];
  const left = bare(maskPersonalData(line.text).text);
  return details.length > 0 && details.every((detail) => !left.includes(bare(detail)));
}

/** Letters and digits alone, look-alikes resolved: "0.1.6" and "016" are one. */
function bare(text: string): string {
  return foldLetters(text.replace(/\p{Cf}/gu, '')).replace(/[^\p{L}\p{N}]/gu, '');
}
