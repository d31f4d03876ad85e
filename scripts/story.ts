import { ApiError, createApi } from './story/api.ts';
import { saveStoryFiles } from './story/files.ts';
import { readOptions, type StoryOptions, USAGE, UsageError } from './story/options.ts';
import { createProgress } from './story/progress.ts';
import { openService } from './story/service.ts';

/**
 * `npm run story -- "A brave little mouse…" --out ./out`: the main job from the command line. A client of the HTTP API like
 * any other; when nothing serves it yet, it starts the local services and stops them again.
 */
const interruption = new AbortController();
/** What a shell reports for a command that Ctrl-C ended. */
const INTERRUPTED_EXIT_CODE = 130;

async function main(): Promise<number> {
  const startedAt = performance.now();
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort());

  const service = await openService({
    signal: interruption.signal,
    tell: (line) => !options.quiet && console.error(line),
  });
  try {
    return await tellStory(options, service.url, startedAt, interruption.signal);
  } finally {
    await service.close();
  }
}

async function tellStory(
  options: StoryOptions,
  url: string,
  startedAt: number,
  signal: AbortSignal,
): Promise<number> {
  const api = await createApi(url, signal);
  const { job_id } = await api.generate(options.request);
  const progress = createProgress({ quiet: options.quiet });
  try {
    await api.followJob(job_id, progress.show);
  } catch (error) {
    if (signal.aborted) await api.cancelJob(job_id);
    throw error;
  } finally {
    progress.stop();
  }
  const job = await api.getJob(job_id);
  if (job.status !== 'completed' || job.story_id === null) {
    throw new ApiError(job.error ?? `The job ended as ${job.status}.`, job.error_code ?? job.status);
  }
  const story = await api.getStory(job.story_id);
  const files = await saveStoryFiles(api, story, options.out);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  for (const warning of job.warnings) console.error(`warning: ${warning.message}`);
  if (options.json) {
    console.log(JSON.stringify({ job_id, story_id: story.id, title: story.title, files, seconds }));
  } else {
    console.log(`“${story.title}” is in ${options.out} (${files.length} files, ${seconds} s)`);
  }
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (interruption.signal.aborted) {
    console.error('Stopped; the story is not made.');
    process.exitCode = INTERRUPTED_EXIT_CODE;
  } else {
    console.error(error instanceof ApiError ? `${error.message} (${error.code})` : error);
    process.exitCode = 1;
  }
}
