/** Small writers of SVG text. Numbers are rounded to a tenth of a design pixel: smaller text, same picture. */
export const num = (value: number): string => String(Math.round(value * 10) / 10);

/** Text that is safe inside an attribute or element. */
export function escapeXml(text: string): string {
  return text.replace(
    /[<>&"']/g,
    (character) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' })[character] ?? '',
  );
}

export const opacityOf = (value: number | undefined) =>
  value === undefined || value >= 1 ? '' : ` opacity="${Math.round(value * 1000) / 1000}"`;

export const circle = (x: number, y: number, r: number, fill: string, opacity?: number) =>
  `<circle cx="${num(x)}" cy="${num(y)}" r="${num(Math.max(0, r))}" fill="${fill}"${opacityOf(opacity)}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, opacity?: number) =>
  `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(Math.max(0, rx))}" ry="${num(Math.max(0, ry))}" fill="${fill}"${opacityOf(opacity)}/>`;

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  radius = 0,
  opacity?: number,
) =>
  `<rect x="${num(x)}" y="${num(y)}" width="${num(Math.max(0, width))}" height="${num(Math.max(0, height))}"${radius ? ` rx="${num(radius)}"` : ''} fill="${fill}"${opacityOf(opacity)}/>`;

export const shape = (d: string, fill: string, opacity?: number) =>
  `<path d="${d}" fill="${fill}"${opacityOf(opacity)}/>`;

export const line = (d: string, stroke: string, width: number, opacity?: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${num(width)}" stroke-linecap="round" stroke-linejoin="round"${opacityOf(opacity)}/>`;

/** Path data with every number rounded: path`M${x} ${y} L…`. */
export function path(strings: TemplateStringsArray, ...values: number[]): string {
  return strings.reduce((text, part, index) => {
    const value = values[index];
    return text + part + (value === undefined ? '' : num(value));
  }, '');
}

export type Transform = { x?: number; y?: number; scale?: number; flip?: boolean; rotate?: number };

/** Moves, turns, scales and mirrors a drawing made round its own origin. */
export function place(
  content: string,
  { x = 0, y = 0, scale = 1, flip = false, rotate = 0 }: Transform,
): string {
  const turn = rotate ? ` rotate(${num(rotate)})` : '';
  const factor = Math.round(scale * 10_000) / 10_000;
  const size = factor === 1 && !flip ? '' : ` scale(${flip ? -factor : factor} ${factor})`;
  return `<g transform="translate(${num(x)} ${num(y)})${turn}${size}">${content}</g>`;
}
