import { error, warning, type Diagnostic } from '../xml/diagnostic.js';
import { compileModel } from './graph/compile-model.js';
import type { DecisionModel } from './graph/decision-model.js';
import type { DmnElement } from './read/dmn-element.js';
import { parseDmn } from './read/parse-dmn.js';
import { readHeader, type Header } from './read/read-header.js';

/** The models of one or more documents, in the order in which they were given, or why there are none. */
export type DmnReading =
  | { readonly ok: true; readonly models: readonly DecisionModel[]; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** How documents are read. */
export interface DmnOptions {
  /** Models that may be imported besides those of the documents themselves; of several with one namespace, the last. */
  readonly known?: readonly DecisionModel[];
  /** An expression that does not compile is a warning, and null with the reason when it is evaluated. */
  readonly isLenient?: boolean;
}

/**
 * Reads DMN documents (1.1 to 1.5) that may import each other, and compiles every expression in them. Never throws for
 * input: what cannot be executed is refused, with every finding at once and the id of the element it is about.
 */
export async function readDmn(documents: readonly string[], options: DmnOptions = {}): Promise<DmnReading> {
  const found: Diagnostic[] = [];
  const documentsByNamespace = new Map<string, Parsed>();
  const order: Parsed[] = [];
  for (const xml of documents) {
    const parsed = await parseDmn(xml);
    found.push(...(parsed.ok ? parsed.warnings : parsed.diagnostics));
    if (!parsed.ok) continue;
    const one = { root: parsed.root, header: readHeader(parsed.root) };
    if (documentsByNamespace.has(one.header.namespace)) found.push(doubleNamespace(one.header));
    documentsByNamespace.set(one.header.namespace, one);
    order.push(one);
  }
  if (found.some(isError)) return { ok: false, diagnostics: found };

  const models = compileAll(order, documentsByNamespace, { options, found });
  return found.some(isError) ? { ok: false, diagnostics: found } : { ok: true, models, warnings: found };
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

interface Parsed {
  readonly root: DmnElement;
  readonly header: Header;
}

interface Reading {
  readonly options: DmnOptions;
  readonly found: Diagnostic[];
}

function compileAll(
  order: readonly Parsed[],
  byNamespace: ReadonlyMap<string, Parsed>,
  { options, found }: Reading,
): readonly DecisionModel[] {
  const compiled = new Map<string, DecisionModel>();

  const compile = ({ root, header }: Parsed, way: readonly string[]): DecisionModel => {
    const known = compiled.get(header.namespace);
    if (known !== undefined) return known;
    const within = [...way, header.namespace];
    const imports = header.imports.flatMap(({ name, namespace }) => {
      const model = modelOf(namespace, within);
      if (model === undefined) found.push(importProblem(header, { name, namespace }, within));
      return model === undefined ? [] : [{ name, model }];
    });
    const result = compileModel({ root, header, imports, isLenient: options.isLenient === true });
    found.push(...result.found);
    compiled.set(header.namespace, result.model);
    return result.model;
  };
  const modelOf = (namespace: string, way: readonly string[]): DecisionModel | undefined => {
    const document = byNamespace.get(namespace);
    if (document === undefined) return options.known?.findLast((model) => model.namespace === namespace);
    return way.includes(namespace) ? undefined : compile(document, way);
  };
  // Models that nobody imports come first: they then see a circle further down from the same side in every order.
  const imported = new Set(order.flatMap(({ header }) => header.imports.map(({ namespace }) => namespace)));
  for (const one of order) if (!imported.has(one.header.namespace)) compile(one, []);
  return order.map((one) => compile(one, []));
}

const doubleNamespace = ({ id, namespace }: Header): Diagnostic =>
  error('duplicate-namespace', id, {
    message: `Expected each model to have a namespace of its own, but several have '${namespace}'`,
    melding: `Flere modeller har samme namespace (${namespace}). Gi hver modell sitt eget.`,
  });

function importProblem(
  { id }: Header,
  { name, namespace }: Header['imports'][number],
  way: readonly string[],
): Diagnostic {
  if (way.includes(namespace)) {
    // Without a name nothing can be said through the circle that is not there already: the import is left out.
    return (name === '' ? warning : error)('import-cycle', id, {
      message: `Expected models that do not import each other in a circle, but '${namespace}' does`,
      melding: `Modellene importerer hverandre i ring (${namespace}). Ta bort en av importene.`,
    });
  }
  return error('unknown-import', id, {
    message: `Expected a model with namespace '${namespace}' to import, but there is none`,
    melding: `Modellen som importeres, finnes ikke (${namespace}). Legg den ved, eller ta bort importen.`,
  });
}
