import { zodSchema } from 'ai';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { composeAnswer } from '../../../tests/providers/compose-answer.ts';
import { proposeStorySchema, startStorySchema, updateDossierSchema } from '../../chat/schema.ts';
import { dossierDecisionSchema, dossierFindingsSchema } from '../../dossier/schema.ts';
import * as writerSchemas from '../writer/writer-schemas.ts';
import { type GeminiSchema, toGeminiSchema } from './gemini-schema.ts';

async function convert(schema: z.ZodType): Promise<GeminiSchema> {
  return toGeminiSchema((await zodSchema(schema).jsonSchema) as Parameters<typeof toGeminiSchema>[0]);
}

/** The writer's forms, the dossier reader's, and what the chat model may do. */
const ASKED = Object.entries<unknown>({
  ...writerSchemas,
  dossierDecisionSchema,
  dossierFindingsSchema,
  updateDossierSchema,
  proposeStorySchema,
  startStorySchema,
}).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType);

/** Every schema inside one, itself first. */
function list(schema: GeminiSchema): GeminiSchema[] {
  const { items, properties = {}, anyOf = [] } = schema;
  return [schema, ...[...(items ? [items] : []), ...Object.values(properties), ...anyOf].flatMap(list)];
}

const KNOWN = new Set(
  'type format description nullable enum items minItems properties required propertyOrdering anyOf'.split(
    ' ',
  ),
);

describe('every schema we ask a model for', () => {
  test('is among those that are tried here', () => {
    expect(ASKED.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'outlineSchema',
        'bookSchema',
        'chapterSchema',
        'critiqueSchema',
        'revisionSchema',
        'describedTextSchema',
        'dossierFindingsSchema',
      ]),
    );
  });

  test.each(ASKED)('%s is told in fields that Gemini knows, each with a type', async (_, schema) => {
    for (const part of list(await convert(schema))) {
      expect(Object.keys(part).filter((field) => !KNOWN.has(field))).toEqual([]);
      expect(part.type ?? part.anyOf).toBeDefined();
      if (part.type === 'array') expect(part.items).toBeDefined();
      if (part.type === 'object') expect(Object.keys(part.properties ?? {})).toEqual(part.propertyOrdering);
    }
  });

  test.each(ASKED)('an answer to %s as it was told fits the schema itself', async (_, schema) => {
    const answer = composeAnswer(await convert(schema), 4);
    expect(schema.safeParse(answer).error?.issues ?? []).toEqual([]);
  });
});

describe('a schema in Gemini’s words', () => {
  test('keeps lists of words, and says numbers in the description', async () => {
    expect(
      await convert(
        z.object({ tone: z.enum(['calm', 'wild']), fps: z.union([z.literal(25), z.literal(30)]) }),
      ),
    ).toEqual({
      type: 'object',
      properties: {
        tone: { type: 'string', format: 'enum', enum: ['calm', 'wild'] },
        fps: {
          anyOf: [
            { type: 'integer', description: 'One of 25.' },
            { type: 'integer', description: 'One of 30.' },
          ],
        },
      },
      required: ['tone', 'fps'],
      propertyOrdering: ['tone', 'fps'],
    });
  });

  test('says null by a flag, whatever way the schema says it', () => {
    const nullable = { type: 'string', nullable: true };
    expect(toGeminiSchema({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toEqual(nullable);
    expect(toGeminiSchema({ oneOf: [{ type: 'null' }, { type: 'string' }] })).toEqual(nullable);
    expect(toGeminiSchema({ type: ['string', 'null'] })).toEqual(nullable);
    expect(toGeminiSchema({ enum: ['a', null] })).toEqual({ ...nullable, format: 'enum', enum: ['a'] });
  });

  test('joins choices of words to one list, and keeps choices of different kinds', () => {
    expect(toGeminiSchema({ anyOf: [{ const: 'a' }, { const: 'b' }] })).toEqual({
      type: 'string',
      format: 'enum',
      enum: ['a', 'b'],
    });
    expect(toGeminiSchema({ type: ['string', 'integer'] })).toEqual({
      anyOf: [{ type: 'string' }, { type: 'integer' }],
    });
  });

  test('counts in words: an automaton that counts is too large to be served', () => {
    expect(
      toGeminiSchema({
        type: 'array',
        items: { type: 'string', maxLength: 60, pattern: '^#' },
        minItems: 2,
        maxItems: 6,
        description: 'Colours.',
      }),
    ).toEqual({
      type: 'array',
      items: { type: 'string', description: 'At most 60 characters. Matches ^#.' },
      minItems: 2,
      description: 'Colours. At least 2 entries. At most 6 entries.',
    });
    expect(toGeminiSchema({ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER })).toEqual({
      type: 'integer',
      description: 'At least 0.',
    });
  });

  test('puts definitions where they are used, and leaves out what is no property', () => {
    const schema = {
      $defs: { page: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] } },
      type: 'object',
      properties: {
        first: { $ref: '#/$defs/page', description: 'The first.' },
        all: { allOf: [{ $ref: '#/$defs/page' }, { properties: { end: { type: 'boolean' } } }] },
      },
      required: ['first', 'gone'],
      additionalProperties: false,
    };
    const page = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] };
    expect(toGeminiSchema(schema)).toEqual({
      type: 'object',
      properties: {
        first: { ...page, propertyOrdering: ['text'], description: 'The first.' },
        all: {
          ...page,
          properties: { text: { type: 'string' }, end: { type: 'boolean' } },
          propertyOrdering: ['text', 'end'],
        },
      },
      required: ['first'],
      propertyOrdering: ['first', 'all'],
    });
  });

  test('cannot contain itself', () => {
    const tree = { type: 'object', properties: { branches: { type: 'array', items: { $ref: '#' } } } };
    expect(() => toGeminiSchema(tree)).toThrow(/contains itself/);
    expect(() => toGeminiSchema({ $ref: '#/$defs/nobody' })).toThrow(/nobody/);
  });
});
