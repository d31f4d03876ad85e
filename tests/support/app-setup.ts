import type { TestProject } from 'vitest/node';
import { startApp } from './start-app.ts';

/** Integration tests share one running Storyloom; `npm test` has started it already, a single file starts its own. */
export default async function setup(project: TestProject) {
  if (
    process.env.STORYLOOM_TEST_URL &&
    process.env.STORYLOOM_TEST_SUPABASE_URL &&
    process.env.STORYLOOM_TEST_DATA_DIR
  ) {
    project.provide('app', {
      url: process.env.STORYLOOM_TEST_URL,
      supabaseUrl: process.env.STORYLOOM_TEST_SUPABASE_URL,
      dataDir: process.env.STORYLOOM_TEST_DATA_DIR,
    });
    return;
  }
  const app = await startApp();
  project.provide('app', { url: app.url, supabaseUrl: app.supabaseUrl, dataDir: app.dataDir });
  return () => app.stop();
}

declare module 'vitest' {
  export interface ProvidedContext {
    app: { url: string; supabaseUrl: string; dataDir: string };
  }
}
