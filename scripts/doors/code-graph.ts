import { parseAst } from 'vitest/node';

/**
 * Which named thing of the code uses which: an edge for every name that a top-level declaration mentions, through imports and
 * re-exports. Finer than an import of files: a module that is imported for one function brings only that one along.
 */

/** `file#name` */
export type Place = string;

/** @param file as `resolve` gave it @returns undefined when there is none */
export type ReadSource = (file: string) => string | undefined;
/** @returns the file an import means, undefined when it is not ours (a package) */
export type ResolveImport = (specifier: string, from: string) => string | undefined;

type Node = { type: string; [key: string]: unknown };
type Import = { file: string; name: string };
type ModuleFacts = {
  /** What each top-level name mentions. */
  uses: Map<string, Set<string>>;
  imports: Map<string, Import>;
  /** Exported name → what it is here, or where it comes from. */
  exports: Map<string, string | Import>;
};

export function createCodeGraph(readSource: ReadSource, resolveImport: ResolveImport) {
  const known = new Map<string, ModuleFacts | undefined>();

  function factsOf(file: string): ModuleFacts | undefined {
    if (!known.has(file)) {
      const source = readSource(file);
      known.set(file, source === undefined ? undefined : readFacts(source, file, resolveImport));
    }
    return known.get(file);
  }

  /** Everything that can be reached from an exported name, that name included. */
  function reach(file: string, exported: string): Set<Place> {
    const seen = new Set<Place>();
    const waiting: Import[] = [{ file, name: exported }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const place = `${next.file}#${next.name}`;
      if (seen.has(place)) continue;
      seen.add(place);
      waiting.push(...usesOf(next));
    }
    return seen;
  }

  function usesOf({ file, name }: Import): Import[] {
    const facts = factsOf(file);
    if (!facts) return [];
    // A namespace may be used for any of its names.
    if (name === '*') return [...facts.exports.keys()].map((one) => ({ file, name: one }));
    const target = facts.exports.get(name);
    if (target !== undefined && typeof target !== 'string') return [target];
    const local = target ?? name;
    return [...(facts.uses.get(local) ?? [])].map((used) => facts.imports.get(used) ?? { file, name: used });
  }

  return {
    reach,
    exportsOf: (file: string): string[] => [...(factsOf(file)?.exports.keys() ?? [])],
    /** The names that one top-level declaration mentions itself. */
    mentions: (file: string, name: string): ReadonlySet<string> => {
      const facts = factsOf(file);
      const local = facts?.exports.get(name);
      return facts?.uses.get(typeof local === 'string' ? local : name) ?? new Set();
    },
    declarationsOf: (file: string): string[] => [...(factsOf(file)?.uses.keys() ?? [])],
    importOf: (file: string, name: string): Import | undefined => factsOf(file)?.imports.get(name),
  };
}

function readFacts(source: string, file: string, resolveImport: ResolveImport): ModuleFacts {
  const facts: ModuleFacts = { uses: new Map(), imports: new Map(), exports: new Map() };
  const program = parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
  const from = (node: Node) => resolveImport(String((node.source as Node).value), file);
  for (const statement of program.body as Node[]) {
    if (statement.type === 'ImportDeclaration') {
      const target = from(statement);
      if (target === undefined || statement.importKind === 'type') continue;
      for (const specifier of statement.specifiers as Node[]) {
        if (specifier.importKind === 'type') continue;
        const name = specifier.imported ? nameOf(specifier.imported) : specifierName(specifier.type);
        facts.imports.set(nameOf(specifier.local), { file: target, name });
      }
    } else if (statement.type === 'ExportNamedDeclaration' && statement.source) {
      const target = from(statement);
      if (target === undefined) continue;
      for (const specifier of statement.specifiers as Node[]) {
        facts.exports.set(nameOf(specifier.exported), { file: target, name: nameOf(specifier.local) });
      }
    } else if (statement.type === 'ExportNamedDeclaration' && !statement.declaration) {
      for (const specifier of statement.specifiers as Node[]) {
        const local = nameOf(specifier.local);
        facts.exports.set(nameOf(specifier.exported), facts.imports.get(local) ?? local);
      }
    } else {
      const isExport = statement.type.startsWith('Export');
      const declaration = (isExport ? statement.declaration : statement) as Node;
      const names = declaredNames(declaration);
      const used = mentionedNames(declaration);
      for (const name of names) {
        facts.uses.set(name, new Set([...(facts.uses.get(name) ?? []), ...used]));
        if (isExport)
          facts.exports.set(statement.type === 'ExportDefaultDeclaration' ? 'default' : name, name);
      }
    }
  }
  return facts;
}

function specifierName(type: string): string {
  return type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

function nameOf(node: unknown): string {
  const { name, value } = node as { name?: string; value?: string };
  return name ?? value ?? '';
}

/** What a top-level statement defines; one that defines nothing goes by `default`. */
function declaredNames(node: Node): string[] {
  if (node.type === 'VariableDeclaration') {
    return (node.declarations as Node[]).flatMap(({ id }) => [...mentionedNames(id as Node)]);
  }
  return node.id ? [nameOf(node.id)] : ['default'];
}

/** Every identifier in it that is no property's name and no type. */
function mentionedNames(node: Node): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown, key: string, parent: Node) => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry, key, parent);
      return;
    }
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const child = value as Node;
    if (TYPE_ONLY.test(child.type)) return;
    const isName = (key === 'property' || key === 'key') && parent.computed !== true;
    if (child.type === 'Identifier' || child.type === 'JSXIdentifier') {
      if (!isName) names.add(String(child.name));
      return;
    }
    if (isName) return;
    for (const [name, entry] of Object.entries(child)) visit(entry, name, child);
  };
  visit(node, '', node);
  return names;
}

/** Expressions that only carry a type (`x as T`) are looked into. */
const TYPE_ONLY =
  /^TS(?!As|Satisfies|NonNull|TypeAssertion|Instantiation|ParameterProperty|Export|Module|Enum)/;
