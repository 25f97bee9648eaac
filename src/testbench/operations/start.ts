import { notFound } from '../refusal.js';
import { startInstance } from '../host/start-instance.js';
import { refusalOf } from './give.js';
import type { Operation } from './operation.js';

/** Starts an instance of a process. */
export const start: Operation = (bench, request) => {
  const [key, version] = [request.text('process'), request.optionalWholeNumber('version')];
  const { definitions } = bench.host;
  const process = version === undefined ? definitions.latest(key) : definitions.version(key, version);
  if (process === undefined) throw notFound('process', version === undefined ? key : `${key}, version ${version}`);

  const [startEvent, businessKey] = [request.optionalText('element'), request.optionalText('businessKey')];
  const begun = startInstance(bench.host, process, {
    variables: request.variables('variables'),
    ...(startEvent === undefined ? {} : { startEvent }),
    ...(businessKey === undefined ? {} : { businessKey }),
  });
  if (!begun.ok) throw refusalOf('StartProcessInstance', begun.rejection);
  bench.settle();
  return { instance: begun.id };
};
