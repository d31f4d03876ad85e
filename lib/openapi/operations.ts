import { ACCOUNT_OPERATIONS } from './areas/accounts';
import { API_KEY_OPERATIONS } from './areas/api-keys';
import { CONVERSATION_OPERATIONS } from './areas/conversation';
import { DOSSIER_OPERATIONS } from './areas/dossier';
import { DREAM_FLOW_OPERATIONS } from './areas/dream-flow';
import { FILE_OPERATIONS } from './areas/files';
import { HOUSEHOLD_OPERATIONS } from './areas/household';
import { MENDING_OPERATIONS } from './areas/mending';
import { SAFETY_OPERATIONS } from './areas/safety';
import { SERVICE_OPERATIONS } from './areas/service';
import { SHARING_OPERATIONS } from './areas/sharing';
import { SPEND_OPERATIONS } from './areas/spend';
import { STORY_OPERATIONS } from './areas/stories';
import { STORY_MIMI_OPERATIONS } from './areas/story-mimi';
import { STORY_SUITE_OPERATIONS } from './areas/story-suite';
import { WEBHOOK_OPERATIONS } from './areas/webhooks';
import type { Operation } from './operation';

/** Every documented call, in the order in which it is read. */
export const OPERATIONS: readonly Operation[] = [
  ...STORY_OPERATIONS,
  ...SHARING_OPERATIONS,
  ...MENDING_OPERATIONS,
  ...SPEND_OPERATIONS,
  ...SAFETY_OPERATIONS,
  ...FILE_OPERATIONS,
  ...HOUSEHOLD_OPERATIONS,
  ...DREAM_FLOW_OPERATIONS,
  ...STORY_MIMI_OPERATIONS,
  ...STORY_SUITE_OPERATIONS,
  ...CONVERSATION_OPERATIONS,
  ...DOSSIER_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...API_KEY_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
  ...SERVICE_OPERATIONS,
];
