import type { Random } from '../random.ts';
import type { Frame } from './frame.ts';
import type { Light } from './light.ts';
import { num, opacityOf } from './svg.ts';

export type Stop = [offset: number, colour: string, opacity?: number];

/** What every part of a picture paints with: the frame, the light, chance, and a store of gradients. */
export type Painter = {
  frame: Frame;
  light: Light;
  random: Random;
  /** A paint going down (or along, with `angle` 0) the painted shape; the answer goes into `fill`. */
  linear(stops: readonly Stop[], angle?: number): string;
  /** A paint from the middle of the shape (or from cx, cy in parts of it) outwards. */
  radial(stops: readonly Stop[], cx?: number, cy?: number, r?: number): string;
  define(element: string): void;
  defs(): string;
};

const stopsOf = (stops: readonly Stop[]) =>
  stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${num(offset * 100)}%" stop-color="${colour}"${opacityOf(opacity).replace('opacity', 'stop-opacity')}/>`,
    )
    .join('');

/**
 * @param prefix keeps the gradient ids of two painters of one picture apart
 * @param isFlat opaque gradients become one colour, as pieces of cut paper have; light keeps its gradients
 */
export function createPainter(
  frame: Frame,
  light: Light,
  random: Random,
  prefix: string,
  isFlat = false,
): Painter {
  const definitions: string[] = [];
  const known = new Map<string, string>();
  const add = (make: (id: string) => string) => {
    const key = make('');
    let id = known.get(key);
    if (id === undefined) {
      id = `${prefix}${known.size}`;
      known.set(key, id);
      definitions.push(make(id));
    }
    return `url(#${id})`;
  };
  const flatColour = (stops: readonly Stop[]) =>
    isFlat && stops.length < 4 && stops.every(([, , opacity]) => opacity === undefined)
      ? stops[stops.length === 3 ? 1 : 0]?.[1]
      : undefined;
  return {
    frame,
    light,
    random,
    linear: (stops, angle = 90) =>
      flatColour(stops) ??
      add((id) => {
        const turn =
          angle === 90 ? 'x1="0" y1="0" x2="0" y2="1"' : `gradientTransform="rotate(${num(angle)} 0.5 0.5)"`;
        return `<linearGradient id="${id}" ${turn}>${stopsOf(stops)}</linearGradient>`;
      }),
    radial: (stops, cx = 0.5, cy = 0.5, r = 0.5) =>
      flatColour(stops) ??
      add(
        (id) =>
          `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`,
      ),
    define: (element) => definitions.push(element),
    defs: () => definitions.join(''),
  };
}
