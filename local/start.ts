import { existsSync } from 'node:fs';
import path from 'node:path';
import { adoptInngest, adoptSupabase } from './launch/adopt.ts';
import { ensureBuilt } from './launch/build.ts';
import { checkSettings } from './launch/check-settings.ts';
import { prepareDataDir } from './launch/data-dir.ts';
import { describeServices } from './launch/describe.ts';
import { LaunchError, planLaunch } from './launch/plan.ts';
import { assertPortFree } from './launch/ports.ts';
import { type SupervisedChild, superviseChild } from './launch/supervise.ts';
import { loadLocalSecrets } from './secrets.ts';

/**
 * `npm start` and `npm run dev`: brings up whatever is missing on this machine (Postgres with the Supabase API, the Inngest
 * runner, the web process), keeps each alive, and stops exactly what it started.
 */
const root = path.resolve(import.meta.dirname, '..');
// The web process reads it by itself; what is checked and started here must know it too. The shell's own variables win.
const envFile = path.join(root, '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);
const isDevelopment = process.argv.includes('--dev');
const startedAt = Date.now();
const children: SupervisedChild[] = [];
const log = (line: string) => console.log(`storyloom  ${line}`);

let stopping: Promise<void> | undefined;
function stopEverything(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    // The web process first: nothing may call services that are already gone.
    for (const child of children.toReversed()) await child.stop();
    process.exit(exitCode);
  })();
  return stopping;
}
process.on('SIGINT', () => void stopEverything(0));
process.on('SIGTERM', () => void stopEverything(0));
process.on('SIGHUP', () => void stopEverything(0));

async function start(): Promise<void> {
  const plan = planLaunch(process.env, root);
  await prepareDataDir(plan.dataDir);
  await assertPortFree(plan.ports.web, 'PORT', 'the web server');

  const environment: Record<string, string | undefined> = {
    ...process.env,
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Compiled code is kept between starts: they are faster and take less memory.
    NODE_COMPILE_CACHE: path.resolve(plan.dataDir, 'cache', 'compiled'),
    STORYLOOM_DATA_DIR: path.resolve(plan.dataDir),
    STORYLOOM_URL: plan.publicUrl,
    SITE_URL: plan.publicUrl,
    PORT: String(plan.ports.web),
    HOST: plan.host,
    SUPABASE_PORT: String(plan.ports.supabase),
    POSTGRES_PORT: String(plan.ports.postgres),
    INNGEST_PORT: String(plan.ports.inngest),
    INNGEST_APP_URL: `http://127.0.0.1:${plan.ports.web}/api/inngest`,
  };
  const run = (name: string, file: string): SupervisedChild => {
    const child = superviseChild({
      name,
      file: path.join(root, file),
      environment,
      pidDir: path.resolve(plan.dataDir, 'run'),
      log,
    });
    children.push(child);
    // Whatever gives up for good takes the rest down with it: half a system helps nobody.
    child.ready.catch((error: unknown) => fail(error));
    return child;
  };

  const waits: Promise<unknown>[] = [];
  let supabaseState = 'hosted';
  if (plan.supabase.kind === 'local') {
    const secrets = await loadLocalSecrets(path.resolve(plan.dataDir));
    environment.SUPABASE_URL = plan.supabase.url;
    environment.SUPABASE_PUBLISHABLE_KEY = secrets.publishableKey;
    environment.SUPABASE_SECRET_KEY = secrets.secretKey;
    supabaseState = (await adoptSupabase(plan.ports.supabase, secrets)) ? 'already running' : 'started';
    if (supabaseState === 'started') waits.push(run('supabase', 'local/supabase/main.ts').ready);
  }
  let inngestState = 'elsewhere';
  if (plan.inngest.kind === 'local') {
    const secrets = await loadLocalSecrets(path.resolve(plan.dataDir));
    const adopted = await adoptInngest(plan.ports.inngest);
    if (adopted === 'dev-server') {
      environment.INNGEST_DEV = plan.inngest.url;
      inngestState = 'the dev server that is already running';
    } else {
      environment.INNGEST_BASE_URL = plan.inngest.url;
      environment.INNGEST_EVENT_KEY = secrets.inngestEventKey;
      environment.INNGEST_SIGNING_KEY = secrets.inngestSigningKey;
      environment.INNGEST_RETRY_BASE_MS ??= '1000';
      inngestState = adopted === 'ours' ? 'already running' : 'started';
      if (!adopted) waits.push(run('inngest', 'local/inngest/main.ts').ready);
    }
  }
  await checkSettings(environment);
  if (!isDevelopment) waits.push(ensureBuilt(root, log));
  await Promise.all(waits);
  await run('web', 'server.ts').ready;
  for (const line of describeServices(plan, { supabase: supabaseState, inngest: inngestState })) log(line);
  log(
    `ready in ${((Date.now() - startedAt) / 1000).toFixed(1)} s. Ctrl-C stops everything that was started here.`,
  );
  process.send?.({ type: 'ready', url: plan.publicUrl });
}

function fail(error: unknown): void {
  if (stopping) return;
  console.error(error instanceof LaunchError ? `storyloom  ${error.message}` : error);
  void stopEverything(1);
}

start().catch(fail);
