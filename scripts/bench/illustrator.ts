import os from 'node:os';
import { renderPicture } from '../../lib/builtin/illustrator/render-picture.ts';
import { createDepiction, createSheet } from '../../lib/builtin/illustrator/sample-depiction.ts';
import { ILLUSTRATION_STYLES, PLACES } from '../../lib/story/schema.ts';
import { closeWorkerPool } from '../../lib/worker-pool.ts';

/** `npx node scripts/bench/illustrator.ts` prints how long 1280×720 pages take: the first of a fresh thread, then the median and slowest of each style. */
async function benchIllustrator(): Promise<void> {
  const characters = [createSheet('fox'), createSheet('girl', { role: 'companion' })];
  const measure = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const cold = await measure(() => renderPicture(createDepiction({ characters })));
  console.log(`illustrator, load ${os.loadavg()[0]?.toFixed(1)}: first picture ${cold.toFixed(0)} ms`);
  for (const style of ILLUSTRATION_STYLES) {
    const times: number[] = [];
    for (const [sceneIndex, place] of PLACES.entries()) {
      const depiction = createDepiction({
        characters,
        style,
        sceneIndex,
        props: ['lantern'],
        setting: { place },
      });
      times.push(await measure(() => renderPicture(depiction)));
    }
    times.sort((a, b) => a - b);
    console.log(
      `  ${style.padEnd(12)} median ${times[12]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`,
    );
  }
  console.log(
    `  memory of the process with its threads: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
}

await benchIllustrator();
await closeWorkerPool();
