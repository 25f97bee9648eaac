import { warning, type Diagnostic } from '../../xml/diagnostic.js';
import type { DmnElement } from '../read/dmn-element.js';
import { plainNameOf } from '../../expression/syntax/known-names.js';
import { isFeelNamespace } from '../../expression/values/type-names.js';
import { anyType, type ItemType } from './item-type.js';
import { feelBaseType } from './read-types.js';

/** Where the types that a model may name come from. */
export interface TypeSources {
  readonly root: DmnElement;
  readonly namespace: string;
  /** Names of the model's own item definitions, and the types themselves once they are read. */
  readonly ownNames: ReadonlySet<string>;
  readonly own: ReadonlyMap<string, ItemType>;
  readonly imports: readonly {
    readonly name: string;
    readonly model: { readonly namespace: string; readonly types: ReadonlyMap<string, ItemType> };
  }[];
  readonly report: (found: Diagnostic) => void;
}

/** The type that a `typeRef` names (DMN 1.5 §7.3.2): FEEL's own, the model's, or one of an import; any where nobody knows it. */
export function findType(reference: string | undefined, element: string, sources: TypeSources): ItemType {
  if (reference === undefined) return anyType;
  const name = plainNameOf(reference);
  const found =
    localType(name, sources) ?? feelBaseType(name) ?? prefixedType(name, sources) ?? importedType(name, sources);
  if (found !== undefined) return found;

  sources.report(
    warning('unknown-type', element, {
      message: `Expected type '${name}' to be defined, but it is not; any value is taken`,
      melding: `Typen «${name}» finnes ikke, så alle verdier godtas. Definer typen, eller rett navnet.`,
    }),
  );
  return anyType;
}

const localType = (name: string, { ownNames, own }: TypeSources): ItemType | undefined =>
  ownNames.has(name) ? { kind: 'named', name, find: () => own.get(name) ?? anyType } : undefined;

// DMN 1.1 writes `feel:string`, and a prefix for every other namespace too.
function prefixedType(name: string, sources: TypeSources): ItemType | undefined {
  const [prefix = '', local] = name.split(':');
  if (local === undefined) return undefined;
  const declared = sources.root.get(`xmlns:${prefix}`);
  const uri = typeof declared === 'string' ? declared : '';
  if (isFeelNamespace(uri)) return feelBaseType(local);
  // Some tools write a prefix that they never declare: `tns:tPerson`, `feel:string`.
  if (uri === sources.namespace || uri === '') return localType(local, sources) ?? feelBaseType(local);
  return named(local, sources.imports.find(({ model }) => model.namespace === uri)?.model.types.get(local));
}

const named = (name: string, type: ItemType | undefined): ItemType | undefined =>
  type && { kind: 'named', name, find: () => type };

function importedType(name: string, { imports }: TypeSources): ItemType | undefined {
  for (const { name: prefix, model } of imports) {
    const local = prefix === '' ? name : name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : undefined;
    const found = local === undefined ? undefined : named(local, model.types.get(local));
    if (found !== undefined) return found;
  }
  return undefined;
}
