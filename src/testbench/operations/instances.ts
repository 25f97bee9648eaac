import type { ProcessInstance } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { CaseBook } from '../host/case-book.js';
import type { Operation } from './operation.js';

/** Instances, the oldest first. */
export const instances: Operation = (bench, request) => {
  const [process, state] = [request.optionalText('process'), request.optionalText('state')];
  const found = bench.host.cases
    .all()
    .filter((instance) => process === undefined || instance.definition.key === process)
    .filter((instance) => state === undefined || stateOf(instance) === state);
  return {
    instances: found.map((one) => ({ ...headOf(one), ...parentOf(bench.host.cases, one) })),
  };
};

const headOf = (instance: ProcessInstance): JsonObject => ({
  id: instance.id,
  process: instance.definition.key,
  version: instance.definition.version,
  businessKey: instance.businessKey ?? null,
  state: stateOf(instance),
});

/** Who called an instance, and from where: the journal knows it when the call has long ended. */
function parentOf(cases: CaseBook, { id, caller }: ProcessInstance): JsonObject {
  if (caller === undefined) return {};
  const parent = caller.processInstanceId;
  const call = cases
    .journal(parent)
    .find(({ event }) => event.type === 'CalledProcessRequested' && event.calledInstanceId === id);
  return { parent, ...(call?.event.type === 'CalledProcessRequested' ? { parentElement: call.event.node } : {}) };
}

/** How an instance stands; one with an incident is stuck until somebody resolves it. */
export const stateOf = ({ state, incidents }: ProcessInstance): string =>
  state === 'active' && incidents.size > 0 ? 'incident' : state;
