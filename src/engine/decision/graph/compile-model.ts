import { error, warning, type Diagnostic } from '../../xml/diagnostic.js';
import { compileExpression } from '../logic/compile-expression.js';
import type { Place } from '../logic/logic.js';
import { createSight, type TypesInSight } from '../logic/sight.js';
import { elementsOf, feelNameOf, textOf, type DmnElement } from '../read/dmn-element.js';
import type { Header } from '../read/read-header.js';
import { findType } from '../types/find-type.js';
import { feelTypesOf, type ItemType } from '../types/item-type.js';
import { readTypes } from '../types/read-types.js';
import type { DecisionModel, DrgNode, Requirement } from './decision-model.js';
import { memberNamesOf } from './member-names.js';
import { outlinesOf, readNode, type Outline } from './read-graph.js';
import { requirementCycles } from './requirement-cycles.js';

/** A parsed document with what it imports, all of it compiled already. */
export interface Source {
  readonly root: DmnElement;
  readonly header: Header;
  readonly imports: DecisionModel['imports'];
  readonly isLenient: boolean;
}

/** A compiled model, and everything that was found on the way: with errors among it, the model must not be used. */
export interface Compiled {
  readonly model: DecisionModel;
  readonly found: readonly Diagnostic[];
}

/** Compiles a model: its types, then the logic of every element. */
export function compileModel({ root, header, imports, isLenient }: Source): Compiled {
  const found: Diagnostic[] = [];
  const types = new Map<string, ItemType>();
  const memberNames = unique([...memberNamesOf(root), ...imports.flatMap(({ model }) => model.memberNames)]);
  const place = placeOf({ root, header, imports, isLenient }, { types, memberNames, report: (one) => found.push(one) });

  readTypes(root, place, types);
  const outlines = outlinesOf(root, header.namespace);
  found.push(...nameProblems(outlines));
  const nodes = new Map<string, DrgNode>();
  const own = new Map(outlines.map((outline) => [outline.key, outline] as const));
  const resolve = (key: string): Requirement | undefined =>
    requirementOf(key, own, { namespace: header.namespace, imports });
  const withTypes = { ...place, model: { ...place.model, types: typesSeen(types, imports) } };
  for (const outline of outlines) nodes.set(outline.key, readNode(outline, resolve, withTypes));

  const { id, name, namespace } = header;
  const reach = new Map([...imports.flatMap(({ model: imported }) => [...imported.reach]), ...nodes]);
  const variables = outlines.map(({ variable }) => variable).filter((one) => /[^\p{L}\p{N}_]/u.test(one));
  const shown = unique([...memberNames, ...variables]);
  const model: DecisionModel = { id, name, namespace, imports, nodes, reach, types, memberNames: shown };
  found.push(...requirementCycles(model));
  return { model, found };
}

interface Surroundings {
  readonly types: ReadonlyMap<string, ItemType>;
  readonly memberNames: readonly string[];
  readonly report: (found: Diagnostic) => void;
}

function placeOf({ root, header, imports, isLenient }: Source, { types, memberNames, report }: Surroundings): Place {
  const ownNames = new Set(elementsOf(root, 'itemDefinition').map(feelNameOf));
  const { namespace } = header;
  return {
    element: header.id,
    owner: header.name,
    ownerId: header.id,
    sight: createSight(memberNames),
    model: {
      typeOf: (reference, element) =>
        findType(reference, element, { root, namespace, ownNames, own: types, imports, report }),
      types: { byName: new Map(), sight: createSight([]) },
      report,
      isLenient,
      namespace,
      seesContext: seesContext(root, header),
      language: textOf(root, 'expressionLanguage'),
      compile: compileExpression,
    },
  };
}

// Without input data there is no other way in; Camunda's tools draw it, but do not ask for it.
const seesContext = (root: DmnElement, { exporter }: Header): boolean =>
  /camunda/i.test(exporter) || !elementsOf(root, 'drgElement').some(({ $type }) => $type === 'dmn:InputData');

function typesSeen(types: ReadonlyMap<string, ItemType>, imports: DecisionModel['imports']): TypesInSight {
  const imported = imports.flatMap(({ name, model }) =>
    [...model.types].map(([local, type]) => [name === '' ? local : `${name}.${local}`, type] as const),
  );
  const byName = feelTypesOf([...imported, ...types]);
  return { byName, sight: createSight(byName.keys()) };
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

type Importing = Pick<DecisionModel, 'namespace' | 'imports'>;

function requirementOf(
  key: string,
  own: ReadonlyMap<string, Outline>,
  { namespace, imports }: Importing,
): Requirement | undefined {
  const here = own.get(key);
  if (here !== undefined) return { key, path: [here.variable] };
  if (key.startsWith(`${namespace}#`)) return merged(key.slice(namespace.length + 1), imports);
  // The import that brings the element itself comes before one that only imports it in its turn.
  const owner = imports.find(({ model }) => model.nodes.has(key)) ?? imports.find(({ model }) => model.reach.has(key));
  const node = owner?.model.reach.get(key);
  if (owner === undefined || node === undefined) return undefined;
  return { key, path: owner.name === '' ? [node.variable] : [owner.name, node.variable] };
}

/** What an import without a name brings is among the model's own: the first that has the id, its own imports included. */
function merged(
  id: string,
  imports: DecisionModel['imports'],
  seen = new Set<DecisionModel>(),
): Requirement | undefined {
  for (const { name, model } of imports) {
    if (name !== '' || seen.has(model)) continue;
    seen.add(model);
    const key = `${model.namespace}#${id}`;
    const node = model.nodes.get(key);
    const found = node === undefined ? merged(id, model.imports, seen) : { key, path: [node.variable] };
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameProblems(outlines: readonly Outline[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return outlines.flatMap(({ id, name }) => {
    if (name === '') {
      const message = 'Expected the element to have a name, but it has none';
      return [error('missing-name', id, { message, melding: 'Elementet mangler navn. Gi det et navn.' })];
    }
    const isDouble = seen.has(name);
    seen.add(name);
    if (!isDouble) return [];
    const message = `Expected names of their own, but several elements are called '${name}'`;
    return [
      warning('duplicate-name', id, { message, melding: `Flere elementer heter «${name}». Gi dem hvert sitt navn.` }),
    ];
  });
}
