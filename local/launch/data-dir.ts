import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { LaunchError } from './plan.ts';

/**
 * Makes the data folder, and makes sure that files can be written there.
 * @throws LaunchError that says which folder it is and what is wrong with it
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new LaunchError(
      `The data folder ${dataDir} cannot be used (${reason}). Choose another one with STORYLOOM_DATA_DIR=…`,
    );
  }
}
