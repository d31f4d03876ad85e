import { expect, it } from 'vitest';
import { readUtterances } from './read-utterances.ts';

const proposal = {
  type: 'tool-proposeStory',
  state: 'output-available',
  input: { title: 'Nova', pitch: 'A fox looks for a star.' },
};

it('keeps an answer that was only a proposal, in its words', () => {
  const { said } = readUtterances([
    { role: 'user', content: 'A fox, please', parts: [] },
    { role: 'assistant', content: '', parts: [proposal] },
  ]);
  expect(said.at(-1)).toEqual({ role: 'assistant', text: '“Nova”: A fox looks for a star.' });
});

it('tells what was shown besides the words only where it is asked for', () => {
  const { said, saidAndShown } = readUtterances([
    { role: 'assistant', content: 'How about this?', parts: [proposal] },
  ]);
  expect(said[0]?.text).toBe('How about this?');
  expect(saidAndShown[0]?.text).toBe('How about this?\n“Nova”: A fox looks for a star.');
});

it('leaves out an answer in which nothing was said or shown', () => {
  expect(readUtterances([{ role: 'assistant', content: ' ', parts: [{ type: 'step-start' }] }]).said).toEqual(
    [],
  );
});
