/**
 * Answers of a model that obeys: JSON that fits any schema it is asked for, about one and the same picture book, so that a
 * change of the writer's questions needs no change here.
 */
type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxLength?: number;
  pattern?: string;
};

const CAST = [
  {
    id: 'nova',
    name: 'Nova',
    kind: 'fox',
    role: 'hero',
    pronoun: 'she',
    description: 'A small copper fox with a white-tipped tail and one folded ear.',
    outfit: 'a blue scarf',
    seed: 4812,
  },
  {
    id: 'bram',
    name: 'Bram',
    kind: 'badger',
    role: 'companion',
    pronoun: 'he',
    description: 'A round grey badger with a wide white stripe and a chipped front tooth.',
    outfit: 'a red waistcoat',
    seed: 90,
  },
];
/** In the reading band of six to eight: nobody is asked to write them again. */
const PAGES = [
  'Nova found a little lantern under the roots, but it did not shine. She carried it over the meadow to her best friend.',
  'Bram knew all about lanterns, and he trimmed the wick with care. The lantern woke up, small and golden, and they laughed together.',
  'They walked to the river in the evening, but the bridge was broken. Nova lifted the lantern high and looked for stepping stones.',
  'Bram was slow on the slippery stones, but he never lost his balance. On the other side of the water an owl was waiting.',
  'The owl was worried because she could not find her way home. Nova gave her the golden lantern to carry in the dark.',
  'All three of them wandered up the hill behind the river. The wind was chilly, so they stayed together and sang a little song.',
  'At the very top they discovered the old hollow tree. “That is my house,” said the owl, and she hopped about happily.',
  'They drank warm milk at the window and looked at the stars. The little lantern stood beside them and glowed until morning.',
];
const WORDS: Record<string, string> = {
  title: 'Nova and the Quiet Lantern',
  moral: 'A small light is enough to begin with.',
  premise: 'A fox finds a lantern that does not shine and wants to know whom it misses.',
  summary: 'Nova and Bram carry the lantern further through the wood.',
};
/** Lists with one entry for each page. */
const PER_PAGE = /^(scenes|pages|chapters|outline|beats)$/i;
const PALETTE = ['#c86432', '#fff4e6', '#2b5fa8', '#3a2a20'];

/**
 * @param scenes how many pages the story has
 * @param volume tells one book from another, in everything that is asked about it later; empty: the plain one
 */
export function composeAnswer(schema: unknown, scenes: number, volume = ''): unknown {
  const root = schema as Schema;
  return compose(root, { name: '', index: 0 });

  function compose(given: Schema, at: { name: string; index: number }): unknown {
    const wanted = resolve(given);
    if (wanted.const !== undefined) return wanted.const;
    if (wanted.enum) return wanted.enum.find((value) => value !== null) ?? null;
    const choice = (wanted.anyOf ?? wanted.oneOf)?.find((option) => resolve(option).type !== 'null');
    if (choice) return compose(choice, at);
    if (wanted.allOf) return Object.assign({}, ...wanted.allOf.map((part) => compose(part, at)));
    const type = Array.isArray(wanted.type) ? wanted.type.find((name) => name !== 'null') : wanted.type;
    if (wanted.properties || type === 'object') return composeObject(wanted, at);
    if (type === 'array') return composeList(wanted, at);
    if (type === 'integer' || type === 'number') return composeNumber(wanted, at);
    if (type === 'boolean') return false;
    return composeText(wanted, at).slice(0, wanted.maxLength);
  }

  function resolve(schemaAt: Schema): Schema {
    if (!schemaAt.$ref) return schemaAt;
    const name = schemaAt.$ref.split('/').at(-1) ?? '';
    const found = root.$defs?.[name] ?? root.definitions?.[name];
    if (!found) throw new Error(`The schema has no definition ${schemaAt.$ref}.`);
    return resolve(found);
  }

  function composeObject(wanted: Schema, at: { name: string; index: number }): unknown {
    const entries = Object.entries(wanted.properties ?? {}).map(([name, property]) => {
      const known = at.name === 'characters' ? CAST[at.index]?.[name as 'id'] : undefined;
      if (known && name === 'outfit' && volume) return [name, `${known} with the number ${volume}`];
      return [name, known ?? compose(property, { name, index: at.index })];
    });
    return Object.fromEntries(entries);
  }

  function composeList(wanted: Schema, at: { name: string; index: number }): unknown[] {
    if (at.name === 'characterIds') return ['nova'];
    const items = wanted.items ?? {};
    const count = PER_PAGE.test(at.name)
      ? scenes
      : at.name === 'characters'
        ? CAST.length
        : Math.max(wanted.minItems ?? 0, /palette|colou?rs/i.test(at.name) ? PALETTE.length : 1);
    return Array.from({ length: count }, (_, index) => compose(items, { name: at.name, index }));
  }

  function composeNumber(wanted: Schema, at: { name: string; index: number }): number {
    const natural = /page|scene|chapter|position|number/i.test(at.name) ? at.index + 1 : 3;
    return Math.min(wanted.maximum ?? natural, Math.max(wanted.minimum ?? natural, natural));
  }

  function composeText(wanted: Schema, at: { name: string; index: number }): string {
    if (/palette|colou?r/i.test(at.name) || wanted.pattern?.includes('#')) {
      return PALETTE[at.index % PALETTE.length] ?? '';
    }
    if (at.name === 'text') return `${PAGES[at.index % PAGES.length]}${volume && ` This was day ${volume}.`}`;
    if (at.name === 'summary')
      return `${WORDS.summary} Page ${at.index + 1}${volume && ` of book ${volume}`}.`;
    return WORDS[at.name] ?? 'a quiet lantern in the wood';
  }
}

/** A JSON schema that a chat completion or a response was asked to follow; undefined for free words. */
export function readAskedSchema(
  body: Record<string, unknown>,
): { name: string; schema: unknown } | undefined {
  const asked = body as {
    response_format?: { json_schema?: { name?: string; schema?: unknown } };
    text?: { format?: { name?: string; schema?: unknown } };
  };
  const format = asked.response_format?.json_schema ?? asked.text?.format;
  return format?.schema ? { name: format.name ?? '', schema: format.schema } : undefined;
}
