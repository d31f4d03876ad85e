import { z } from 'zod';
import { changeDossierSchema, createDossierSchema } from '../../dialects/stories-we-tell-dossier';
import { dossierSummaryViewSchema, dossierVersionViewSchema, dossierViewSchema } from '../../dossier/views';
import { projectListViewSchema, projectViewSchema } from '../../story/project-views';
import { pageQuerySchema } from '../../story/views';
import { doneSchema } from '../answers';
import type { Operation } from '../operation';

const tag = 'Dossier';
const snapshot_json = {
  characters: [
    {
      name: 'John',
      description: 'A hardboiled detective',
      relationships: ['Mary’s brother'],
      character_arc: 'learns to trust again',
    },
  ],
  themes: ['redemption'],
  locations: ['1940s Los Angeles'],
  plot_points: ['John finds the letter'],
};

export const DOSSIER_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/dossier',
    operationId: 'listDossiers',
    tag,
    summary: 'List dossiers, last changed first',
    caller: 'required',
    answers: { 200: { description: 'Dossiers.', schema: z.array(dossierSummaryViewSchema) } },
  },
  {
    method: 'post',
    path: '/api/dossier',
    operationId: 'createDossier',
    tag,
    summary: 'Create a dossier',
    description: 'A project id nobody has yet becomes a project; without one there will be a new one.',
    caller: 'guest-allowed',
    body: { schema: createDossierSchema, examples: { documented: { snapshot_json } } },
    answers: { 201: { description: 'The dossier.', schema: dossierViewSchema, headers: ['ETag'] } },
    errors: ['conflict', 'not_found', 'guardrail_violation'],
  },
  {
    method: 'get',
    path: '/api/dossier/{projectId}',
    operationId: 'getDossier',
    tag,
    summary: 'A dossier as it is now',
    caller: 'required',
    answers: { 200: { description: 'The dossier.', schema: dossierViewSchema, headers: ['ETag'] } },
  },
  {
    method: 'put',
    path: '/api/dossier/{projectId}',
    operationId: 'changeDossier',
    tag,
    summary: 'Write a dossier anew',
    description: 'With `base_version` or `If-Match` only while that is still the newest version.',
    caller: 'required',
    headers: ['IfMatch'],
    body: { schema: changeDossierSchema, examples: { documented: { snapshot_json, base_version: 3 } } },
    answers: { 200: { description: 'The dossier.', schema: dossierViewSchema, headers: ['ETag'] } },
    errors: ['conflict', 'guardrail_violation'],
  },
  {
    method: 'delete',
    path: '/api/dossier/{projectId}',
    operationId: 'deleteDossier',
    tag,
    summary: 'Delete a dossier',
    caller: 'required',
    answers: { 200: { description: 'It is gone.', schema: doneSchema } },
  },
  {
    method: 'get',
    path: '/api/dossier/{projectId}/versions',
    operationId: 'listDossierVersions',
    tag,
    summary: 'What changed, newest first',
    caller: 'required',
    answers: { 200: { description: 'Versions.', schema: z.array(dossierVersionViewSchema) } },
  },
  {
    method: 'post',
    path: '/api/dossier/{projectId}/versions/{version}/restore',
    operationId: 'restoreDossier',
    tag,
    summary: 'Go back to an earlier version',
    description: 'That becomes the newest one.',
    caller: 'required',
    params: { version: z.coerce.number().int().min(1).max(2_147_483_647) },
    answers: { 200: { description: 'The dossier.', schema: dossierViewSchema } },
    errors: ['conflict'],
  },
  {
    method: 'get',
    path: '/api/projects',
    operationId: 'listProjects',
    tag,
    summary: 'List projects, last changed first',
    caller: 'required',
    query: pageQuerySchema,
    answers: { 200: { description: 'A page of projects.', schema: projectListViewSchema } },
  },
  {
    method: 'get',
    path: '/api/projects/{projectId}',
    operationId: 'getProject',
    tag,
    summary: 'A project with its conversations and stories',
    caller: 'required',
    answers: { 200: { description: 'The project.', schema: projectViewSchema } },
  },
];
