import type { Random } from '../random.ts';
import type { CastMember } from './characters/cast.ts';
import type { Figure } from './characters/figure.ts';
import type { Frame } from './frame.ts';

/** Where one figure stands on the page: its feet, its scale (design pixels for a figure unit), which way it looks. */
export type Stand = {
  member: CastMember;
  figure: Figure;
  x: number;
  y: number;
  scale: number;
  flip: boolean;
};

export const standTop = (stand: Stand) => stand.y - stand.figure.height * stand.scale;
export const standHalf = (stand: Stand) => stand.figure.halfWidth * stand.scale;

const HERO_HEIGHT = { wide: 0.35, medium: 0.43, close: 0.53 };

/**
 * Places the cast: the hero on one third, the others facing the hero, nobody over another's face, all feet on the stage.
 * Sizes follow the sheets, but a small hero keeps at least 0.7 of the size that a child would have.
 */
export function stageCast(
  cast: readonly { member: CastMember; figure: Figure }[],
  frame: Frame,
  sceneIndex: number,
  random: Random,
): Stand[] {
  const hero = cast[0];
  if (!hero) return [];
  const count = cast.length;
  const base = Math.min(frame.height * HERO_HEIGHT[frame.shot], frame.width * (frame.portrait ? 0.62 : 0.46));
  const tallest = Math.max(...cast.map(({ member }) => member.size));
  // Small heroes are seen closer, giants from farther away, and company is brought together.
  const heroSize = Math.max(hero.member.size, 0.72);
  const relief = heroSize ** -0.45 * (tallest > 1.2 ? Math.max(0.78, 1.2 / tallest) : 1);
  const scaleOf = ({ member, figure }: (typeof cast)[number], crowd: number) => {
    const size = member === hero.member ? heroSize : Math.max(member.size, 0.5);
    const tall = Math.min(
      base * size * relief * crowd,
      (frame.floor - frame.height * 0.07) * (member === hero.member ? 0.94 : 1),
    );
    return tall / Math.max(figure.height, 120);
  };
  const widthOf = (crowd: number) =>
    cast.reduce((sum, part) => sum + part.figure.halfWidth * 2 * scaleOf(part, crowd), 0);
  const room = frame.width * (count > 2 ? 0.88 : 0.8);
  const crowd = Math.min(1, room / widthOf(1));

  const heroLeft = sceneIndex % 2 === 0;
  const order = arrange(cast, heroLeft);
  const total = widthOf(crowd);
  const gap = Math.min(count > 1 ? (room - total) / (count - 1) : 0, frame.width * 0.035);
  const block = total + gap * (count - 1);
  // One alone stands on a third; company fills the middle, leaning to one side.
  const lean =
    (heroLeft ? -1 : 1) *
    (count === 1 ? 0.13 + random.next() * 0.08 : count === 2 ? 0.05 + random.next() * 0.04 : 0.02) *
    frame.width;
  let x = Math.max(
    frame.width * 0.04,
    Math.min(frame.width * 0.96 - block, frame.width / 2 + lean - block / 2),
  );
  const heroIndex = order.indexOf(hero);
  return order.map((part, index) => {
    const scale = scaleOf(part, crowd);
    const half = part.figure.halfWidth * scale;
    const isHero = part === hero;
    const flip = isHero ? (count === 1 ? !heroLeft : heroIndex >= count / 2) : index > heroIndex;
    // A little depth: the tall stand farther back, the small in front.
    const back = isHero
      ? 0.006
      : Math.min(0.024, Math.max(0, (part.member.size - 0.7) * 0.03)) - (index % 2) * 0.006;
    const stand = {
      member: part.member,
      figure: part.figure,
      x: x + half,
      y: frame.floor - frame.height * Math.max(0, back),
      scale,
      flip,
    };
    x += half * 2 + gap;
    return stand;
  });
}

/** The hero leads from one side, the tallest stand outermost. */
function arrange<T extends { member: CastMember }>(cast: readonly T[], heroLeft: boolean): T[] {
  const [hero, ...others] = cast;
  if (!hero) return [];
  const sorted = others.toSorted((a, b) => a.member.size - b.member.size);
  if (others.length >= 3) {
    // A crowd gathers round its hero.
    const half = Math.ceil(sorted.length / 2);
    return [...sorted.slice(half).toReversed(), hero, ...sorted.slice(0, half)];
  }
  return heroLeft ? [hero, ...sorted] : [...sorted.toReversed(), hero];
}
