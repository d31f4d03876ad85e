import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': import.meta.dirname,
  // `server-only` throws outside a React server; under test it has nothing to guard.
  'server-only': path.join(import.meta.dirname, 'tests/empty-module.ts'),
};

export default defineConfig({
  resolve: { alias },
  test: {
    // Two cores: more workers only make the tests that render wait for each other.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,components,lib,inngest,local,scripts}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          // A shared machine may be busy just now; a second failure is not the machine's.
          retry: process.env.CI ? 1 : 0,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/app-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // The files share one running Storyloom.
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'services',
          retry: process.env.CI ? 1 : 0,
          include: ['tests/services/**/*.test.ts', 'tests/providers/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Each starts what it needs, on free ports; more at once would only wait for the same two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});
