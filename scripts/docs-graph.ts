import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { drawGraph, type Graph, type GraphNode } from './graph/draw-graph.ts';
import { type DurableFunction, limitOf, listTriggers, loadFunctions } from './graph/load-functions.ts';
import { type TracedStep, traceFunction } from './graph/trace-function.ts';

/**
 * `npm run docs:graph`: draws docs/graph.svg and docs/graph.png from the durable functions themselves. Their code is run
 * with steps that do nothing (graph/trace-function.ts), so the picture cannot say anything else than the code does.
 */
const MARGIN = 36;
const PNG_WIDTH = 2_000;
/** What a function gets that names none. */
const INNGEST_RETRIES = 4;

const functions = await loadFunctions();
const byId = new Map(functions.map((each) => [each.opts.id, each]));
const traces = new Map<string, TracedStep[]>();
for (const each of functions) traces.set(each.opts.id, await traceFunction(each));
const invoked = new Set([...traces.values()].flat().map((step) => step.invokes));

function describeFunction(each: DurableFunction): string {
  const limit = limitOf(each);
  const { retries = INNGEST_RETRIES } = each.opts;
  const facts = [
    `${retries} ${retries === 1 ? 'retry' : 'retries'}`,
    ...(limit === null ? [] : [`${limit} at a time`]),
  ];
  return facts.join(', ');
}

function buildStepNode(prefix: string, step: TracedStep): GraphNode {
  const id = `${prefix}/${step.id}`;
  const invokedFunction = step.invokes ? byId.get(step.invokes) : undefined;
  if (invokedFunction) {
    const note = describeFunction(invokedFunction);
    return {
      id,
      label: invokedFunction.opts.id,
      note,
      look: 'stage',
      inside: buildSteps(id, invokedFunction),
    };
  }
  const notes = [
    step.isMany ? 'one for each page' : '',
    step.isRepeated ? 'again and again' : '',
    step.kind === 'sleep' ? 'sleeps' : '',
    step.kind === 'send' ? 'sends events' : '',
  ].filter(Boolean);
  const look = step.onFailureOf === null ? 'step' : 'rescue';
  return { id, label: step.id, look, ...(notes.length > 0 && { note: notes.join(', ') }) };
}

function buildSteps(prefix: string, of: DurableFunction): Graph {
  const steps = traces.get(of.opts.id) ?? [];
  return {
    nodes: steps.map((step) => buildStepNode(prefix, step)),
    edges: steps.flatMap((step) =>
      step.after.map((from) => ({
        from: `${prefix}/${from}`,
        to: `${prefix}/${step.id}`,
        isDashed: step.onFailureOf !== null,
      })),
    ),
  };
}

/** Functions that nobody invokes stand by themselves, under what starts them. */
const graph: Graph = { nodes: [], edges: [] };
for (const each of functions.filter(({ opts }) => !invoked.has(opts.id))) {
  const { id } = each.opts;
  graph.nodes.push({
    id,
    label: id,
    note: describeFunction(each),
    look: 'stage',
    inside: buildSteps(id, each),
  });
  for (const trigger of listTriggers(each)) {
    graph.nodes.push({ id: `${id} ${trigger}`, label: trigger, look: 'event' });
    graph.edges.push({ from: `${id} ${trigger}`, to: id });
  }
}

const { svg, width, height } = drawGraph(graph);
const full = [Math.ceil(width + 2 * MARGIN), Math.ceil(height + 2 * MARGIN)];
const names = functions.map(({ opts }) => opts.id).join(', ');
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full[0]} ${full[1]}" width="${full[0]}" height="${full[1]}" role="img"><title>How a story is made: the durable functions ${names}</title><rect width="100%" height="100%" fill="#fdf9f0"/><g transform="translate(${MARGIN} ${MARGIN})">${svg}</g></svg>\n`;
const docs = path.resolve(import.meta.dirname, '../docs');
mkdirSync(docs, { recursive: true });
writeFileSync(path.join(docs, 'graph.svg'), picture);
const png = new Resvg(picture, {
  fitTo: { mode: 'width', value: PNG_WIDTH },
  font: { loadSystemFonts: false },
});
writeFileSync(path.join(docs, 'graph.png'), png.render().asPng());
console.log(
  `docs/graph.svg and docs/graph.png: ${functions.length} functions, ${[...traces.values()].flat().length} steps`,
);
