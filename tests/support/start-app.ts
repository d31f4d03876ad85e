import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { findFreePorts } from './free-ports.ts';

/** A whole Storyloom of its own: free ports, an empty data folder, every service real. */
export type RunningApp = {
  url: string;
  supabaseUrl: string;
  dataDir: string;
  logFile: string;
  /** Process id of one supervised child, or of Postgres. */
  pidOf: (name: 'web' | 'supabase' | 'inngest' | 'postgres') => Promise<number>;
  launcherPid: number;
  /** Ends the launcher with a signal and waits until it is gone. */
  end: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts again on the same data and ports. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

const ROOT = path.resolve(import.meta.dirname, '../..');

/** @param signal ends an app that is still starting; one that has started is ended by `stop` */
export async function startApp(
  environment: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<RunningApp> {
  const [web, supabase, postgres, inngest] = await findFreePorts(4);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'storyloom-test-'));
  const logFile = path.join(dataDir, 'app.log');
  const log = createWriteStream(logFile, { flags: 'a' });
  const url = `http://localhost:${web}`;
  const env: Record<string, string | undefined> = {
    ...process.env,
    ...withoutServiceVariables(),
    STORYLOOM_DATA_DIR: dataDir,
    STORYLOOM_URL: url,
    PORT: String(web),
    SUPABASE_PORT: String(supabase),
    POSTGRES_PORT: String(postgres),
    INNGEST_PORT: String(inngest),
    GUESTS_PER_IP_PER_HOUR: '100000',
    SIGN_UPS_PER_IP_PER_HOUR: '100000',
    RATE_LIMIT_PER_MINUTE: '100000',
    LOG_LEVEL: 'info',
    // Its making would take turns with what is tested.
    SAMPLE_STORY: 'off',
    ...environment,
  };

  let launcher = await launch();
  async function launch(): Promise<ChildProcess> {
    const child = fork(path.join(ROOT, 'local/start.ts'), {
      cwd: ROOT,
      env: env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    const endEarly = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', endEarly);
    const isReady = await Promise.race([
      once(child, 'message').then(() => true),
      once(child, 'exit').then(() => false),
    ]);
    signal?.removeEventListener('abort', endEarly);
    if (!isReady) throw new Error(`Storyloom did not start:\n${await readFile(logFile, 'utf8')}`);
    return child;
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (launcher.exitCode !== null || launcher.signalCode !== null) return;
    const exited = once(launcher, 'exit');
    launcher.kill(signal);
    await exited;
  }

  return {
    url,
    supabaseUrl: `http://127.0.0.1:${supabase}`,
    dataDir,
    logFile,
    get launcherPid() {
      return launcher.pid ?? 0;
    },
    async pidOf(name) {
      const file =
        name === 'postgres'
          ? path.join(dataDir, 'postgres', 'data', 'postmaster.pid')
          : path.join(dataDir, 'run', `${name}.pid`);
      return Number.parseInt(await readFile(file, 'utf8'), 10);
    },
    end,
    async restart() {
      launcher = await launch();
    },
    async stop() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * What the shell of whoever runs the tests, or their `.env`, has set for a real installation must not leak into this one: an
 * empty variable is a missing one, and no file sets it again.
 */
function withoutServiceVariables(): Record<string, string> {
  const envFile = path.join(ROOT, '.env');
  const inFile = existsSync(envFile) ? Object.keys(parseEnv(readFileSync(envFile, 'utf8'))) : [];
  const names = [...Object.keys(process.env), ...inFile].filter((name) =>
    /^(NEXT_PUBLIC_SUPABASE|SUPABASE|STORAGE_TYPE|S3_|AWS_|CLOUDFRONT_|INNGEST|OPENAI|STORY_MODEL|IMAGE_MODEL|SPEECH_MODEL|TTS_MODEL|CHAT_MODEL|DOSSIER_MODEL|TRANSCRIPTION_MODEL|MODERATION_MODEL|VIDEO_MODEL|ALLOWED_MODELS|LLM_PROVIDER|ANTHROPIC|GEMINI|OLLAMA|GOOGLE_|HUGGINGFACE|HF_TOKEN|COMPATIBLE|MAX_NEW_TOKENS|PROVIDER_LIMITS|MODEL_CACHE|MODEL_TIMEOUTS|SPEND_CAP)/.test(
      name,
    ),
  );
  return Object.fromEntries(names.map((name) => [name, '']));
}
