import { clipFunction } from './functions/clip-scenes';
import { closeLostCallsFunction } from './functions/close-lost-calls';
import { deliverWebhook } from './functions/deliver-webhook';
import { filmSceneFunction } from './functions/film-scene';
import { filmScenesFunction } from './functions/film-scenes';
import { filmFunction } from './functions/film-story';
import { finishErasures } from './functions/finish-erasures';
import { forgetDecisionsFunction } from './functions/forget-decisions';
import { forgetOld } from './functions/forget-old';
import { forgetWebhooks } from './functions/forget-webhooks';
import { illustrateFunction } from './functions/illustrate-story';
import { makeStory } from './functions/make-story';
import { mendStoryFunction } from './functions/mend-story';
import { narrateFunction } from './functions/narrate-story';
import { prepareSampleFunction } from './functions/prepare-sample';
import { resendWaiting } from './functions/resend-waiting';
import { resendWebhooks } from './functions/resend-webhooks';
import { stopVideosFunction } from './functions/stop-videos';
import { writeFunction } from './functions/write-story';

/** Every durable function, as `app/api/inngest` serves them. */
export const functions = [
  makeStory,
  mendStoryFunction,
  writeFunction,
  illustrateFunction,
  narrateFunction,
  filmScenesFunction,
  filmSceneFunction,
  filmFunction,
  clipFunction,
  stopVideosFunction,
  resendWaiting,
  prepareSampleFunction,
  deliverWebhook,
  resendWebhooks,
  forgetWebhooks,
  forgetOld,
  finishErasures,
  closeLostCallsFunction,
  forgetDecisionsFunction,
];
