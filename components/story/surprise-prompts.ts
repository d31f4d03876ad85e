/** Seeds of stories for an empty page. Each names somebody, a wish and a place, which is what a good prompt does. */
export const SURPRISE_PROMPTS = [
  'A brave little mouse looks for a magical cheese that glows in the moonlit forest',
  'Nova the fox wants to mail a letter to the moon, but the postbox is asleep',
  'A shy robot called Button learns to dance at the village fair',
  'Mina and her grandfather build a boat out of an old piano and sail to the island of songs',
  'A small dragon who sneezes bubbles instead of fire wants to light the birthday candles',
  'Oskar the penguin has never seen a tree and sets off across the snow to find one',
  'Two sisters discover a door behind the library shelf that leads to a garden of clocks',
  'An owl who is afraid of the dark makes friends with a firefly',
  'A tiny astronaut visits a planet where it rains lemonade and nobody owns an umbrella',
  'Leo the lighthouse keeper’s cat must keep the lamp burning through a great storm',
  'A lost sock travels through the washing machine to the land of missing things',
  'Amara finds a sleepy whale in the village pond and helps it home to the sea',
] as const;

/** Another prompt than the one shown, so that every press visibly does something. `random` is 0…1. */
export function pickSurprisePrompt(current: string, random: number): string {
  const others = SURPRISE_PROMPTS.filter((prompt) => prompt !== current);
  return others[Math.floor(random * others.length)] ?? SURPRISE_PROMPTS[0];
}
