/**
 * What `npm start` has to start, decided from the environment alone: a service the environment names somewhere else is
 * never started here. Pure; ports and URLs only.
 */
export type LaunchPlan = {
  dataDir: string;
  host: string;
  ports: { web: number; supabase: number; postgres: number; inngest: number };
  publicUrl: string;
  supabase: { kind: 'local'; url: string } | { kind: 'hosted'; url: string };
  inngest: { kind: 'local'; url: string } | { kind: 'elsewhere'; url: string };
};

type Environment = Record<string, string | undefined>;

export class LaunchError extends Error {}

export function planLaunch(environment: Environment, projectRoot: string): LaunchPlan {
  const ports = {
    web: readPort(environment, 'PORT', 3000),
    supabase: readPort(environment, 'SUPABASE_PORT', 54321),
    postgres: readPort(environment, 'POSTGRES_PORT', 54322),
    inngest: readPort(environment, 'INNGEST_PORT', 8288),
  };
  const hostedUrl = environment.SUPABASE_URL || environment.NEXT_PUBLIC_SUPABASE_URL;
  return {
    dataDir: environment.STORYLOOM_DATA_DIR || `${projectRoot}/.storyloom`,
    host: environment.HOST || '127.0.0.1',
    ports,
    publicUrl: environment.STORYLOOM_URL || `http://localhost:${ports.web}`,
    supabase: hostedUrl
      ? { kind: 'hosted', url: hostedUrl }
      : { kind: 'local', url: `http://127.0.0.1:${ports.supabase}` },
    inngest: planInngest(environment, ports.inngest),
  };
}

/** Any of Inngest's own variables means that somebody else runs the queue: the cloud, a server, or the dev server. */
function planInngest(environment: Environment, port: number): LaunchPlan['inngest'] {
  const local = `http://127.0.0.1:${port}`;
  if (environment.INNGEST_BASE_URL) return { kind: 'elsewhere', url: environment.INNGEST_BASE_URL };
  if (environment.INNGEST_DEV && environment.INNGEST_DEV !== '0') {
    const isUrl = /^https?:\/\//.test(environment.INNGEST_DEV);
    return { kind: 'elsewhere', url: isUrl ? environment.INNGEST_DEV : local };
  }
  if (environment.INNGEST_SIGNING_KEY || environment.INNGEST_EVENT_KEY) {
    return { kind: 'elsewhere', url: 'https://api.inngest.com' };
  }
  return { kind: 'local', url: local };
}

function readPort(environment: Environment, name: string, fallback: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new LaunchError(`${name}=${text} is not a port number (1 to 65535).`);
  }
  return port;
}
