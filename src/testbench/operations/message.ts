import { deliverMessage } from '../host/deliver-message.js';
import type { Operation } from './operation.js';

/** Sends a message into the bench. */
export const message: Operation = (bench, request) => {
  const [correlationKey, instance, element] = [
    request.optionalText('correlationKey'),
    request.optionalText('instance'),
    request.optionalText('element'),
  ];
  if (instance !== undefined) bench.host.cases.get(instance);
  const correlated = deliverMessage(bench.host, {
    name: request.text('name'),
    variables: request.variables('variables'),
    ...(correlationKey === undefined ? {} : { correlationKey }),
    ...(instance === undefined ? {} : { instance }),
    ...(element === undefined ? {} : { element }),
  });
  bench.settle();
  return { correlated };
};
