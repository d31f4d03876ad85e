import { num } from '../svg.ts';
import { DRAWN_PROPS } from './drawn-props.ts';
import type { IconStore } from './icon-store.ts';

/** Alpha × 127 cuts inner shadows out with hard, jagged edges and costs most of the time; blurs stay. */
const HARD_FILTER = /<filter id="([^"]+)"(?:(?!<\/filter>).)*? 127 0"(?:(?!<\/filter>).)*?<\/filter>/gs;
const MAX_SOFTENED = 200;
const softened = new WeakMap<IconStore, Map<string, string>>();

function soften(icons: IconStore, name: string): string {
  let known = softened.get(icons);
  if (!known) {
    known = new Map();
    softened.set(icons, known);
  }
  let body = known.get(name);
  if (body === undefined) {
    const hard = new Set<string>();
    body = (DRAWN_PROPS[name] ?? icons.body(name)).replace(HARD_FILTER, (_whole, id: string) => {
      hard.add(id);
      return '';
    });
    body = body.replace(/ filter="url\(#([^)]+)\)"/g, (whole, id: string) => (hard.has(id) ? '' : whole));
    if (known.size >= MAX_SOFTENED) known.clear();
    known.set(name, body);
  }
  return body;
}

/** An icon that stands with the middle of its lower edge at x, y. Icons fill a 32×32 square with a margin of about 2. */
export function drawIcon(
  icons: IconStore,
  name: string,
  {
    x,
    y,
    size,
    flip = false,
    rotate = 0,
  }: { x: number; y: number; size: number; flip?: boolean; rotate?: number },
): string {
  const scale = Math.round((size / 28) * 1000) / 1000;
  const turn = rotate ? ` rotate(${num(rotate)})` : '';
  return `<g transform="translate(${num(x)} ${num(y)})${turn} scale(${flip ? -scale : scale} ${scale}) translate(-16 -30)">${soften(icons, name)}</g>`;
}
