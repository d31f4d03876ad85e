import { type GivenText, splitIntoScenes } from './split-into-scenes.ts';

export default function split(input: { text: string; count: number }): GivenText {
  return splitIntoScenes(input.text, input.count);
}
