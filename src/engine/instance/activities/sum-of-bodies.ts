import type { JsonObject } from '../../../shared/json.js';
import type { MultiInstanceProgress } from '../state/element-progress.js';
import type { ElementInstance } from '../state/process-instance.js';

/** Whether an element is only the sum of its bodies: the whole of a multi-instance or of a loop, with no variables of its own. */
export const isSumOfBodies = ({ multiInstance, progress }: ElementInstance): boolean =>
  multiInstance !== undefined || progress?.iterations !== undefined;

/** What everything inside a multi-instance sees of it (BPMN 2.0.2 §10.3.8, table 10.29). */
export function countersOf({ items, started, completed, terminated = 0 }: MultiInstanceProgress): JsonObject {
  return {
    numberOfInstances: items,
    numberOfActiveInstances: started - completed - terminated,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: terminated,
  };
}

const counters: ReadonlySet<string> = new Set([
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
]);

/** Variables without what only expressions inside a multi-instance are told. */
export const withoutCounters = (variables: JsonObject): JsonObject =>
  'numberOfInstances' in variables
    ? Object.fromEntries(Object.entries(variables).filter(([name]) => !counters.has(name)))
    : variables;
