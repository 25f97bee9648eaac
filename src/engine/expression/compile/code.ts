import type { FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';

/** Where names have values. A name that is not there is `undefined`; one that has no value is null. */
export interface Scope {
  readonly get: (name: string) => FeelValue | undefined;
}

/** What a piece of code sees while it runs: the names around it, innermost first, and the evaluation it is part of. */
export interface Frame {
  readonly scope: Scope;
  readonly outer?: Frame;
  readonly run: Run;
}

/** A compiled expression: gives its value in a frame. */
export type Code = (frame: Frame) => FeelValue;

/** The value of a name, from the innermost scope that has it. */
export function lookUp(frame: Frame, name: string): FeelValue | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.outer) {
    const value = at.scope.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A frame inside another, with names of its own. */
export const inside = (outer: Frame, scope: Scope): Frame => ({ scope, outer, run: outer.run });
