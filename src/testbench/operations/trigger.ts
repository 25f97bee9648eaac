import type { Bench } from '../bench.js';
import { startInstance } from '../host/start-instance.js';
import { startTriggersOf } from '../host/start-triggers.js';
import type { BenchRequest } from '../protocol/bench-request.js';
import { notFound } from '../refusal.js';
import { give, refusalOf } from './give.js';
import type { Operation } from './operation.js';

/** Lets go on what waits, whatever it waits for; a start event, which has no instance, starts its process. */
export const trigger: Operation = (bench, request) => {
  const instance = request.optionalText('instance');
  if (instance === undefined) return triggerStart(bench, request);
  const variables = request.variables('variables');
  give(bench, instance, { type: 'TriggerElement', node: request.text('element'), variables });
  return {};
};

function triggerStart(bench: Bench, request: BenchRequest): { readonly instance: string } {
  const [startEvent, key] = [request.text('element'), request.optionalText('process')];
  const process = bench.host.definitions
    .allLatest()
    .filter(({ definition }) => key === undefined || definition.key === key)
    .find(({ definition }) => startTriggersOf(definition).some(({ element }) => element === startEvent));
  if (process === undefined) throw notFound('start event', startEvent);

  const begun = startInstance(bench.host, process, { variables: request.variables('variables'), startEvent });
  if (!begun.ok) throw refusalOf('StartProcessInstance', begun.rejection);
  bench.settle();
  return { instance: begun.id };
}
