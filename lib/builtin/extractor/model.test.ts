import { generateText, Output } from 'ai';
import { describe, expect, it } from 'vitest';
import { dossierDecisionSchema, dossierFindingsSchema, EMPTY_DOSSIER } from '../../dossier/schema.ts';
import { createExtractorModel } from './model.ts';

const model = createExtractorModel();
const decide = async (text: string) => {
  const { output } = await generateText({
    model,
    prompt: 'The conversation is in the options.',
    output: Output.object({ schema: dossierDecisionSchema }),
    providerOptions: {
      builtin: { task: 'decide', messages: [{ role: 'user', text }], dossier: EMPTY_DOSSIER },
    },
  });
  return output;
};

describe('createExtractorModel', () => {
  it('decides with a reason whether something new was told', async () => {
    for (const text of ['hello', 'thank you', 'ok', "I don't know", 'can you draw pictures?'])
      expect((await decide(text)).isWorthReading, text).toBe(false);
    expect(await decide('a brave mouse called Pip')).toEqual({
      isWorthReading: true,
      reason: 'New: a character.',
    });
  });

  it('extracts findings, from the options or from the prompt itself', async () => {
    const messages = [{ role: 'user' as const, text: 'a brave mouse called Pip' }];
    const given = await generateText({
      model,
      prompt: 'The conversation is in the options.',
      output: Output.object({ schema: dossierFindingsSchema }),
      providerOptions: { builtin: { task: 'extract', messages, dossier: EMPTY_DOSSIER } },
    });
    expect(given.output.characters).toMatchObject([{ name: 'Pip', description: 'a brave mouse' }]);
    const { text } = await generateText({ model, prompt: 'a brave mouse called Pip' });
    expect(JSON.parse(text)).toEqual(given.output);
  });
});
