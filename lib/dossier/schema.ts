import { z } from 'zod';
import { AGE_GROUPS, ILLUSTRATION_STYLES, TONES } from '../story/schema.ts';

/**
 * What a conversation has taught us about a story. Browser-safe and worker-safe: only zod is imported here. A dossier is
 * kept whole; what is learned comes as findings and is merged in (`merge-findings.ts`).
 */

const line = (longest: number) => z.string().trim().min(1).max(longest);

export const dossierCharacterSchema = z.object({
  name: line(80),
  /** Who or what they are and how they look and behave: "a small red dragon with a torn wing, afraid of the dark". */
  description: z.string().trim().max(600).default(''),
  /** One sentence each: "Nova’s best friend". */
  relationships: z.array(line(200)).max(12).default([]),
  /** How they change: "learns to ask for help". */
  arc: z.string().trim().max(400).default(''),
});
export type DossierCharacter = z.infer<typeof dossierCharacterSchema>;

export const MAX_DOSSIER_CHARACTERS = 20;
export const MAX_DOSSIER_LINES = 40;

/** What is one answer each, as against the lists. */
export const DOSSIER_CHOICES = ['title', 'tone', 'ageGroup', 'style', 'sceneCount'] as const;
export type DossierChoice = (typeof DOSSIER_CHOICES)[number];

export const dossierSchema = z.object({
  /** A working title; empty until one is found or given. */
  title: z.string().trim().max(120).default(''),
  characters: z.array(dossierCharacterSchema).max(MAX_DOSSIER_CHARACTERS).default([]),
  themes: z.array(line(120)).max(MAX_DOSSIER_LINES).default([]),
  locations: z.array(line(200)).max(MAX_DOSSIER_LINES).default([]),
  /** What happens, one sentence each, in the order of the story. */
  plotPoints: z.array(line(400)).max(MAX_DOSSIER_LINES).default([]),
  tone: z.enum(TONES).nullable().default(null),
  ageGroup: z.enum(AGE_GROUPS).nullable().default(null),
  style: z.enum(ILLUSTRATION_STYLES).nullable().default(null),
  /** Pages wished for. */
  sceneCount: z.int().min(1).max(12).nullable().default(null),
  /** Which of these a person set by hand: what is found in talk never takes their place. */
  setByHand: z.array(z.enum(DOSSIER_CHOICES)).max(DOSSIER_CHOICES.length).default([]),
});
export type Dossier = z.infer<typeof dossierSchema>;

export const EMPTY_DOSSIER: Dossier = dossierSchema.parse({});

/** The lists of a dossier that are plain lines of text. */
export const DOSSIER_LINES = ['themes', 'locations', 'plotPoints'] as const;
export type DossierLines = (typeof DOSSIER_LINES)[number];

/**
 * What a turn brought: only what is new or different. Merged by name for characters and by meaning for lines, so that
 * telling the same thing twice changes nothing. Used by the extractor, by the chat model's tool, and by every provider:
 * every field is required and nullable where it may be absent, which strict structured outputs ask for.
 */
export const dossierFindingsSchema = z.object({
  title: z.string().max(120).nullable(),
  characters: z
    .array(
      z.object({
        name: z.string().max(80),
        description: z.string().max(600).nullable(),
        relationships: z.array(z.string().max(200)).max(12),
        arc: z.string().max(400).nullable(),
      }),
    )
    .max(MAX_DOSSIER_CHARACTERS),
  themes: z.array(z.string().max(120)).max(MAX_DOSSIER_LINES),
  locations: z.array(z.string().max(200)).max(MAX_DOSSIER_LINES),
  plotPoints: z.array(z.string().max(400)).max(MAX_DOSSIER_LINES),
  tone: z.enum(TONES).nullable(),
  ageGroup: z.enum(AGE_GROUPS).nullable(),
  style: z.enum(ILLUSTRATION_STYLES).nullable(),
  sceneCount: z.int().min(1).max(12).nullable(),
  /** "Call her Luna instead": the character keeps everything else. */
  renamed: z.array(z.object({ from: z.string().max(80), to: z.string().max(80) })).max(10),
  /** "No wolf, please": a character by name, or a line of that list; "not shy any longer": a trait as "Mia: shy". */
  removed: z
    .array(
      z.object({
        field: z.enum(['characters', 'themes', 'locations', 'plotPoints', 'traits']),
        value: z.string().max(400),
      }),
    )
    .max(20),
});
export type DossierFindings = z.infer<typeof dossierFindingsSchema>;

export const NO_FINDINGS: DossierFindings = {
  title: null,
  characters: [],
  themes: [],
  locations: [],
  plotPoints: [],
  tone: null,
  ageGroup: null,
  style: null,
  sceneCount: null,
  renamed: [],
  removed: [],
};

/** The dossier model's first answer: whether it is worth extracting at all. */
export const dossierDecisionSchema = z.object({ isWorthReading: z.boolean(), reason: z.string().max(300) });
export type DossierDecision = z.infer<typeof dossierDecisionSchema>;

/** One thing said in a conversation, oldest first wherever there are several. */
export type Utterance = { role: 'user' | 'assistant'; text: string };
