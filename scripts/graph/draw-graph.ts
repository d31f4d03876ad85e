import { buildTextOutline } from '../../lib/film/text-outline.ts';

/** Boxes and arrows as SVG: rows from top to bottom, what is in a row happens at the same time. Text is outlines. */

export type GraphNode = {
  id: string;
  label: string;
  /** A second, smaller line. */
  note?: string;
  look: 'event' | 'step' | 'stage' | 'rescue';
  /** What is inside it. */
  inside?: Graph;
};
export type GraphEdge = { from: string; to: string; isDashed?: boolean };
export type Graph = { nodes: GraphNode[]; edges: GraphEdge[] };

type Drawing = { svg: string; width: number; height: number };

const GAP_X = 26;
const GAP_Y = 44;
const PADDING = 16;
const LABEL_SIZE = 15;
const NOTE_SIZE = 11;
const COLOURS = {
  event: { fill: '#ffe3a3', line: '#c98a1b' },
  step: { fill: '#ffffff', line: '#8b7fb5' },
  stage: { fill: '#efeaf9', line: '#6f5fa8' },
  rescue: { fill: '#fdeeee', line: '#c46a6a' },
} as const;
const INK = '#3c3357';
const SOFT_INK = '#7a7191';

const n = (value: number) => Number(value.toFixed(2));

function drawText(text: string, size: number, x: number, y: number, colour: string): string {
  return `<g fill="${colour}" transform="translate(${n(x)} ${n(y)})">${buildTextOutline(text, size).svg}</g>`;
}

function drawNode(node: GraphNode): Drawing {
  const { fill, line } = COLOURS[node.look];
  const labelWidth = buildTextOutline(node.label, LABEL_SIZE).width;
  const noteWidth = node.note ? buildTextOutline(node.note, NOTE_SIZE).width : 0;
  const inside = node.inside && node.inside.nodes.length > 0 ? drawGraph(node.inside) : null;
  const headHeight = node.note ? 44 : 32;
  const width = Math.max(labelWidth, noteWidth, inside?.width ?? 0) + 2 * PADDING;
  const height = headHeight + (inside ? inside.height + PADDING + 6 : 0);
  const middle = (of: number) => (width - of) / 2;
  const round = node.look === 'event' ? headHeight / 2 : 10;
  const dash = node.look === 'rescue' ? ' stroke-dasharray="5 4"' : '';
  const box = `<rect width="${n(width)}" height="${n(height)}" rx="${round}" fill="${fill}" stroke="${line}" stroke-width="1.5"${dash}/>`;
  const label = drawText(node.label, LABEL_SIZE, middle(labelWidth), 21, INK);
  const note = node.note ? drawText(node.note, NOTE_SIZE, middle(noteWidth), 37, SOFT_INK) : '';
  const nested = inside
    ? `<g transform="translate(${n(middle(inside.width))} ${headHeight + 6})">${inside.svg}</g>`
    : '';
  return { svg: `${box}${label}${note}${nested}`, width, height };
}

/** How many arrows lead to a node at most: its row. */
function findRows({ nodes, edges }: Graph): Map<string, number> {
  const rows = new Map<string, number>();
  const rowOf = (id: string): number => {
    const known = rows.get(id);
    if (known !== undefined) return known;
    const row =
      Math.max(
        -1,
        ...edges.filter((edge) => edge.to === id && edge.from !== id).map((edge) => rowOf(edge.from)),
      ) + 1;
    rows.set(id, row);
    return row;
  };
  for (const { id } of nodes) rowOf(id);
  return rows;
}

export function drawGraph(graph: Graph): Drawing {
  const rowOf = findRows(graph);
  const drawn = new Map(graph.nodes.map((node) => [node.id, drawNode(node)]));
  const rows = Array.from({ length: Math.max(0, ...rowOf.values()) + 1 }, (_, row) =>
    graph.nodes.filter(({ id }) => rowOf.get(id) === row),
  );
  const sizeOf = (node: GraphNode) => drawn.get(node.id) as Drawing;
  const rowWidth = (row: GraphNode[]) => row.reduce((sum, node) => sum + sizeOf(node).width + GAP_X, -GAP_X);
  const width = Math.max(...rows.map(rowWidth));
  const places = new Map<string, { x: number; y: number; width: number; height: number }>();
  let y = 0;
  let svg = '';
  for (const row of rows) {
    let x = (width - rowWidth(row)) / 2;
    for (const node of row) {
      const { svg: inner, width: nodeWidth, height } = sizeOf(node);
      places.set(node.id, { x, y, width: nodeWidth, height });
      svg += `<g transform="translate(${n(x)} ${n(y)})">${inner}</g>`;
      x += nodeWidth + GAP_X;
    }
    y += Math.max(...row.map((node) => sizeOf(node).height)) + GAP_Y;
  }
  const arrows = graph.edges
    .map((edge) => drawArrow(edge, places.get(edge.from), places.get(edge.to)))
    .join('');
  return { svg: arrows + svg, width, height: y - GAP_Y };
}

function drawArrow(
  edge: GraphEdge,
  from: { x: number; y: number; width: number; height: number } | undefined,
  to: { x: number; y: number; width: number } | undefined,
): string {
  if (!from || !to) throw new RangeError(`no arrow from ${edge.from} to ${edge.to}`);
  const [x1, y1] = [from.x + from.width / 2, from.y + from.height];
  const [x2, y2] = [to.x + to.width / 2, to.y - 5];
  const bend = Math.max(14, (y2 - y1) / 2);
  const dash = edge.isDashed ? ' stroke-dasharray="5 4"' : '';
  const curve = `M${n(x1)} ${n(y1)} C${n(x1)} ${n(y1 + bend)} ${n(x2)} ${n(y2 - bend)} ${n(x2)} ${n(y2)}`;
  return `<path d="${curve}" fill="none" stroke="${SOFT_INK}" stroke-width="1.6"${dash}/><path d="M${n(x2 - 5)} ${n(y2 - 3)} L${n(x2)} ${n(y2 + 4)} L${n(x2 + 5)} ${n(y2 - 3)} Z" fill="${SOFT_INK}"/>`;
}
