import { AppError } from '../errors.ts';
import { RULE_SENTENCES, type SafetyRule } from './safety-rules.ts';

/**
 * The refusal of a text: the rule's name, a kind sentence, and where the text stood. Never the words themselves.
 * @param path in dot notation, as the caller of the API knows it
 */
export function guardrailViolation(rule: SafetyRule, path: string): AppError {
  const message = RULE_SENTENCES[rule];
  return new AppError('guardrail_violation', message, { rule, fields: [{ path, message }] });
}
