import { createExtractorModel } from '../../builtin/extractor/model.ts';
import { createIllustratorModel } from '../../builtin/illustrator/model.ts';
import { createInterviewerModel } from '../../builtin/interviewer/model.ts';
import { createNarratorModel } from '../../builtin/narrator/model.ts';
import { createStorytellerModel } from '../../builtin/storyteller/model.ts';
import type { Provider } from './provider.ts';

const BUILT_IN_LABEL = 'Built-in, no AI service';

/** The engines that come with Storyloom. */
export const builtinProvider: Provider = {
  name: 'builtin',
  builtIn: true,
  label: () => BUILT_IN_LABEL,
  missingVariable: () => undefined,
  createStoryModel: (modelId) => (modelId === 'storyteller' ? createStorytellerModel() : undefined),
  createImageModel: (modelId) => (modelId === 'illustrator' ? createIllustratorModel() : undefined),
  createSpeechModel: (modelId) => (modelId === 'narrator' ? createNarratorModel() : undefined),
  createChatModel: (modelId) => (modelId === 'interviewer' ? createInterviewerModel() : undefined),
  createDossierModel: (modelId) => (modelId === 'extractor' ? createExtractorModel() : undefined),
  // Nothing on this machine writes down recorded speech.
  createTranscriptionModel: () => undefined,
  voices: { rosie: 'rosie', oliver: 'oliver', angus: 'angus' },
  pictureSizes: () => undefined,
};
