import { deliverSignal } from '../host/deliver-signal.js';
import type { Operation } from './operation.js';

/** Sends a signal to everybody, or to one instance. */
export const signal: Operation = (bench, request) => {
  const instance = request.optionalText('instance');
  if (instance !== undefined) bench.host.cases.get(instance);
  const received = deliverSignal(bench.host, {
    name: request.text('name'),
    variables: request.variables('variables'),
    ...(instance === undefined ? {} : { instance }),
  });
  bench.settle();
  return { received };
};
