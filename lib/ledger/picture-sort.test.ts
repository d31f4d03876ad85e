import { expect, test } from 'vitest';
import { pictureSort } from './picture-sort.ts';

test('the price of a picture is looked for under the size and quality the model is asked for, not under ours', () => {
  const wide = { width: 1_600, height: 900 };
  const sortOf = (modelId: string, quality: 'draft' | 'standard' | 'high') =>
    pictureSort({ provider: 'openai.image', modelId }, wide, quality);
  expect(sortOf('gpt-image-1', 'draft')).toBe('1536x1024 low');
  expect(sortOf('gpt-image-1', 'high')).toBe('1536x1024 high');
  expect(sortOf('dall-e-3', 'high')).toBe('1792x1024 hd');
  expect(sortOf('dall-e-2', 'high')).toBe('1024x1024');
});
