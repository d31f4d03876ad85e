import path from 'node:path';
import { parseArgs } from 'node:util';
import { type GenerateStoryRequest, generateStoryRequestSchema } from '../../lib/story/views.ts';

export class UsageError extends Error {}

export type StoryOptions = {
  request: GenerateStoryRequest;
  /** Absolute folder the files go to. */
  out: string;
  json: boolean;
  quiet: boolean;
};

export const USAGE = `Usage: npm run story -- "<prompt>" [options]

  --age-group 3-5|6-8|9-12      who it is for (6-8)
  --scenes N                    pages, 1 to 12 (4)
  --length N                    words in the whole story, 30 to 3000
  --tone gentle|adventurous|funny|mysterious|dreamy|heartwarming
  --style storybook|watercolour|paper|night|crayon|pastel
  --voice rosie|oliver|angus
  --aspect-ratio 16:9|9:16|1:1|4:3
  --resolution 720p|1080p       of the film
  --fps 25|30                   of the film
  --seed N                      same seed and prompt, same story
  --no-film                     pictures and voice only
  --no-captions                 no words in the film's picture (subtitles stay)
  --out FOLDER                  where the files go (./out)
  --json                        one line of JSON at the end
  --quiet                       no progress on stderr`;

/** @throws UsageError for anything the API would refuse, before any service is started */
export function readOptions(args: string[]): StoryOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const prompt = positionals.join(' ');
  const candidate = {
    prompt,
    age_group: values['age-group'],
    num_illustrations: readNumber(values.scenes, '--scenes'),
    target_length: readNumber(values.length, '--length'),
    tone: values.tone,
    style: values.style,
    voice: values.voice,
    aspect_ratio: values['aspect-ratio'],
    film_resolution: values.resolution,
    film_fps: readNumber(values.fps, '--fps'),
    seed: readNumber(values.seed, '--seed'),
    generate_film: !values['no-film'],
    burned_captions: !values['no-captions'],
  };
  const parsed = generateStoryRequestSchema.safeParse(candidate);
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`,
    );
    throw new UsageError(reasons.join('\n'));
  }
  return {
    request: parsed.data,
    out: path.resolve(process.env.INIT_CWD ?? process.cwd(), values.out),
    json: values.json,
    quiet: values.quiet,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'age-group': { type: 'string', default: '6-8' },
        scenes: { type: 'string', default: '4' },
        length: { type: 'string' },
        tone: { type: 'string' },
        style: { type: 'string' },
        voice: { type: 'string' },
        'aspect-ratio': { type: 'string' },
        resolution: { type: 'string' },
        fps: { type: 'string' },
        seed: { type: 'string' },
        'no-film': { type: 'boolean', default: false },
        'no-captions': { type: 'boolean', default: false },
        out: { type: 'string', default: './out' },
        json: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options could not be read.', {
      cause: error,
    });
  }
}

function readNumber(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value))
    throw new UsageError(`${option} takes a number, not “${text}”.`);
  return value;
}
