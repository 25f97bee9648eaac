import type { ProcessInstance } from '../engine/index.js';
import type { JsonObject } from '../shared/json.js';

/** The variables of a case, live or as they were when it ended. */
export function rootVariables(snapshot: ProcessInstance | undefined): JsonObject {
  const root = [...(snapshot?.elements.values() ?? [])].find(({ parentId }) => parentId === undefined);
  return snapshot?.finalVariables ?? root?.variables ?? {};
}
