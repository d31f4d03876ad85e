import { describe, expect, it } from 'vitest';
import { pickSurprisePrompt, SURPRISE_PROMPTS } from './surprise-prompts';

describe('pickSurprisePrompt', () => {
  it('never gives the prompt that is already there', () => {
    for (const current of SURPRISE_PROMPTS) {
      for (const random of [0, 0.5, 0.999]) expect(pickSurprisePrompt(current, random)).not.toBe(current);
    }
  });

  it('can give every prompt', () => {
    const picked = SURPRISE_PROMPTS.map((_, index) =>
      pickSurprisePrompt('', index / SURPRISE_PROMPTS.length),
    );
    expect(new Set(picked).size).toBe(SURPRISE_PROMPTS.length);
  });
});
