import type { Scope } from '../../expression/compile/code.js';
import type { FeelContext, FeelValue } from '../../expression/values/feel-value.js';
import type { Run } from '../../expression/values/run.js';
import type { Diagnostic } from '../../xml/diagnostic.js';
import type { DmnElement } from '../read/dmn-element.js';
import { createSight, type Sight, type TypesInSight } from './sight.js';
import { anyType, type ItemType } from '../types/item-type.js';
import { coerceTo } from '../types/conform.js';

/** The rules of a decision table that gave a result, by number (from 1) and id, and the element the table stands in. */
export interface MatchedRules {
  readonly element: string;
  readonly name: string;
  readonly table: string | null;
  readonly rules: readonly { readonly number: number; readonly id: string | null }[];
}

/** One evaluation under way: FEEL's part of it, and who wants to know which rules matched. */
export interface Going {
  readonly run: Run;
  readonly matched: (match: MatchedRules) => void;
}

/** Decision logic, compiled: gives a value for the names in sight. Never throws but when a limit ends the evaluation. */
export type Logic = (scope: Scope, going: Going) => FeelValue;

/** Where an expression stands while it is compiled: what it may see, and whom it tells what is wrong. */
export interface Place {
  /** Id of the element that is named in diagnostics: the nearest one with an id. */
  readonly element: string;
  /** The name that is put before a warning at run time. */
  readonly owner: string;
  readonly ownerId: string;
  /** Names of variables in sight, and of members. */
  readonly sight: Sight;
  readonly model: ModelSurroundings;
}

/** What all expressions of a model share while they are compiled. */
export interface ModelSurroundings {
  readonly typeOf: (reference: string | undefined, element: string) => ItemType;
  readonly report: (found: Diagnostic) => void;
  /** What does not compile is a warning, and null with its reason at run time. */
  readonly isLenient: boolean;
  /** The types that FEEL itself may ask for (`instance of tPerson`). */
  readonly types: TypesInSight;
  /** The expression language of the whole model, where it says one. */
  readonly language: string | undefined;
  readonly namespace: string;
  /** Whether its decisions see what an evaluation is given, without requiring it. */
  readonly seesContext: boolean;
  /** Compiles any boxed expression, whichever it is; null where there is none. */
  readonly compile: (expression: DmnElement | undefined, place: Place) => Logic;
}

/** The place inside a place where more names are in sight. */
export const withNames = (place: Place, names: readonly string[]): Place => ({
  ...place,
  sight: createSight(names, place.sight),
});

/** The names in sight and one more. */
export const withValue = (scope: Scope, name: string, value: FeelValue): Scope => ({
  get: (wanted) => (wanted === name ? value : scope.get(wanted)),
});

/** The names in sight, and before them those of a context. */
export const withEntries = (scope: Scope, entries: FeelContext): Scope => ({
  get: (wanted) => {
    const own = entries.get(wanted);
    return own === undefined ? scope.get(wanted) : own;
  },
});

/** Logic whose value is what a declared type wants. */
export const typed = (logic: Logic, type: ItemType): Logic =>
  type === anyType ? logic : (scope, going) => coerceTo(logic(scope, going), type, going.run);

/** Logic that gives nothing. */
export const nothing: Logic = () => null;
