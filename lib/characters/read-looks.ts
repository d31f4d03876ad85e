import 'server-only';
import { runInWorker } from '../worker-pool.ts';
import type { DescribePageInput, DescribePageOutput } from './describe-page.worker.ts';
import type { DescribeReferenceInput } from './describe-reference.worker.ts';
import type { FigureColours } from './locate-figure.ts';

/** What a reference picture shows: a figure on plain ground. Off the event loop. */
export function readReferenceLook(bytes: Uint8Array): Promise<FigureColours> {
  return runInWorker<DescribeReferenceInput, FigureColours>('lib/characters/describe-reference.worker.ts', {
    bytes,
  });
}

/** How everybody on a page looks, by their ids. Off the event loop. */
export function readPageLooks(input: DescribePageInput): Promise<DescribePageOutput> {
  return runInWorker<DescribePageInput, DescribePageOutput>('lib/characters/describe-page.worker.ts', input);
}
