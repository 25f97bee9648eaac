import type { ProcessInstance } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Operation } from './operation.js';

/** Instances, the oldest first. */
export const instances: Operation = (bench, request) => {
  const [process, state] = [request.optionalText('process'), request.optionalText('state')];
  const found = bench.host.cases
    .all()
    .filter((instance) => process === undefined || instance.definition.key === process)
    .filter((instance) => state === undefined || stateOf(instance) === state);
  return {
    instances: found.map((one) => ({ ...headOf(one), ...parentOf(one, bench.host.cases.find.bind(bench.host.cases)) })),
  };
};

const headOf = (instance: ProcessInstance): JsonObject => ({
  id: instance.id,
  process: instance.definition.key,
  version: instance.definition.version,
  businessKey: instance.businessKey ?? null,
  state: stateOf(instance),
});

function parentOf({ caller }: ProcessInstance, find: (id: string) => ProcessInstance | undefined): JsonObject {
  if (caller === undefined) return {};
  const element = find(caller.processInstanceId)?.elements.get(caller.elementInstanceId)?.node;
  return { parent: caller.processInstanceId, ...(element === undefined ? {} : { parentElement: element }) };
}

/** How an instance stands; one with an incident is stuck until somebody resolves it. */
export const stateOf = ({ state, incidents }: ProcessInstance): string =>
  state === 'active' && incidents.size > 0 ? 'incident' : state;
