import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';

/**
 * One thing that happens on a day of the demo's past. Cases have short names here;
 * their ids are made from these.
 */
export type DemoStep = { readonly on: LocalDate } & (
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly process: string;
      readonly by: string;
      readonly variables: JsonObject;
    }
  | { readonly kind: 'claim'; readonly name: string; readonly task: string; readonly by: string }
  /**
   * Every open task of that name in the case, or in what it has called, is claimed and completed; with `process`, in the cases of that
   * process about the person, or the project, of that name.
   */
  | {
      readonly kind: 'complete';
      readonly name: string;
      readonly task: string;
      readonly by: string;
      readonly process?: string;
      readonly values: JsonObject;
    }
  /** The processes of a folder are taken into use. */
  | { readonly kind: 'deploy'; readonly folder: string }
  /** Somebody takes every entry of the weekly round that is open. */
  | { readonly kind: 'take-round'; readonly by: string }
  /** The weekly round that is open: these cases get an offer, everybody else stays where they are. */
  | { readonly kind: 'round'; readonly by: string; readonly offers: readonly string[] }
);

/** The steps in the order of their days; those of one day stay in the order they are written in. */
export const inOrder = (steps: readonly DemoStep[]): readonly DemoStep[] =>
  steps.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
