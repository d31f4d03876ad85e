import type { PayForText } from './ask-writer.ts';

/** Makes the call and keeps no account: for tests and scripts, where there is no ledger. */
export const payNothing: PayForText = async ({ run }) => (await run()).answer;
