import type { z } from 'zod';
import { loginSchema, refreshSchema } from '../auth/account-schemas';
import { apiKeyViewSchema, createApiKeySchema, createdApiKeyViewSchema } from '../auth/api-key-schemas';
import {
  chatEventViewSchema,
  chatMessageViewSchema,
  chatSessionViewSchema,
  plainChatRequestSchema,
} from '../chat/views';
import {
  suiteBatchSchema,
  suiteJobAcceptedSchema,
  suiteJobListSchema,
  suiteJobSchema,
} from '../dialects/alwrity/jobs';
import { illustratedStorySchema, illustrateRequestSchema } from '../dialects/alwrity/story-illustrator';
import { makeVideoRequestSchema, videoSceneSchema, videoStorySchema } from '../dialects/alwrity/story-video';
import {
  writeStoriesRequestSchema,
  writeStoryRequestSchema,
  writtenStorySchema,
} from '../dialects/alwrity/story-writer';
import { dreamFlowRequestSchema, dreamFlowStorySchema } from '../dialects/dream-flow';
import { snapshotInputSchema } from '../dialects/stories-we-tell-dossier';
import {
  storyMimiDetailSchema,
  storyMimiRequestSchema,
  storyMimiStatusSchema,
  storyMimiSummarySchema,
} from '../dialects/story-mimi';
import { dossierVersionViewSchema, dossierViewSchema, snapshotJsonSchema } from '../dossier/views';
import { createReaderSchema, householdViewSchema, readerViewSchema } from '../household/household-views';
import { manifestSchema } from '../story/manifest';
import { projectViewSchema } from '../story/project-views';
import {
  characterViewSchema,
  filmViewSchema,
  generateStoryRequestSchema,
  jobAcceptedViewSchema,
  jobEventViewSchema,
  jobListViewSchema,
  jobViewSchema,
  problemSchema,
  sceneViewSchema,
  storyListViewSchema,
  storySummaryViewSchema,
  storyViewSchema,
} from '../story/views';
import {
  createdWebhookViewSchema,
  createWebhookSchema,
  deliveryDetailViewSchema,
  deliveryListViewSchema,
  deliveryViewSchema,
  storyEventSchema,
  webhookSecretsViewSchema,
  webhookViewSchema,
} from '../webhooks/schemas';
import {
  chatAnswerSchema,
  chatChunkSchema,
  profileSchema,
  sessionSchema,
  tokenSessionSchema,
} from './answers';

/** What clients send, under the name it has in the document. */
export const NAMED_REQUESTS: Record<string, z.ZodType> = {
  GenerateStoryRequest: generateStoryRequestSchema,
  DreamFlowRequest: dreamFlowRequestSchema,
  StoryMimiRequest: storyMimiRequestSchema,
  WriteStoryRequest: writeStoryRequestSchema,
  WriteStoriesRequest: writeStoriesRequestSchema,
  IllustrateRequest: illustrateRequestSchema,
  MakeVideoRequest: makeVideoRequestSchema,
  ChatRequest: plainChatRequestSchema,
  SnapshotInput: snapshotInputSchema,
  LoginRequest: loginSchema,
  RefreshRequest: refreshSchema,
  CreateReaderRequest: createReaderSchema,
  CreateApiKeyRequest: createApiKeySchema,
  CreateWebhookRequest: createWebhookSchema,
};

/** What we answer. */
export const NAMED_ANSWERS: Record<string, z.ZodType> = {
  Problem: problemSchema,
  JobAccepted: jobAcceptedViewSchema,
  Job: jobViewSchema,
  JobList: jobListViewSchema,
  JobEvent: jobEventViewSchema,
  Story: storyViewSchema,
  StorySummary: storySummaryViewSchema,
  StoryList: storyListViewSchema,
  Scene: sceneViewSchema,
  Character: characterViewSchema,
  Film: filmViewSchema,
  Manifest: manifestSchema,
  DreamFlowStory: dreamFlowStorySchema,
  StoryMimiStory: storyMimiSummarySchema,
  StoryMimiStatus: storyMimiStatusSchema,
  StoryMimiDetail: storyMimiDetailSchema,
  SuiteJobAccepted: suiteJobAcceptedSchema,
  SuiteJob: suiteJobSchema,
  SuiteJobList: suiteJobListSchema,
  SuiteBatch: suiteBatchSchema,
  WrittenStory: writtenStorySchema,
  IllustratedStory: illustratedStorySchema,
  VideoScene: videoSceneSchema,
  VideoStory: videoStorySchema,
  ChatSession: chatSessionViewSchema,
  ChatMessage: chatMessageViewSchema,
  ChatEvent: chatEventViewSchema,
  ChatChunk: chatChunkSchema,
  ChatAnswer: chatAnswerSchema,
  Snapshot: snapshotJsonSchema,
  Dossier: dossierViewSchema,
  DossierVersion: dossierVersionViewSchema,
  Project: projectViewSchema,
  Session: sessionSchema,
  TokenSession: tokenSessionSchema,
  Profile: profileSchema,
  Household: householdViewSchema,
  Reader: readerViewSchema,
  ApiKey: apiKeyViewSchema,
  CreatedApiKey: createdApiKeyViewSchema,
  Webhook: webhookViewSchema,
  CreatedWebhook: createdWebhookViewSchema,
  WebhookSecrets: webhookSecretsViewSchema,
  Delivery: deliveryViewSchema,
  DeliveryDetail: deliveryDetailViewSchema,
  DeliveryList: deliveryListViewSchema,
  StoryEvent: storyEventSchema,
};
