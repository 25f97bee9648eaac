import type { ProcessDefinition } from '../../engine/index.js';
import { startInstance, type Beginning } from '../host/start-instance.js';
import { startTriggersOf } from '../host/start-triggers.js';
import { notFound, RefusalError } from '../refusal.js';
import { refusalOf } from './give.js';
import type { Operation } from './operation.js';

/** Starts an instance of a process. */
export const start: Operation = (bench, request) => {
  const [key, version] = [request.text('process'), request.optionalWholeNumber('version')];
  const { definitions } = bench.host;
  const process = version === undefined ? definitions.latest(key) : definitions.version(key, version);
  if (process === undefined) throw notFound('process', version === undefined ? key : `${key}, version ${version}`);

  const [element, businessKey] = [request.optionalText('element'), request.optionalText('businessKey')];
  const begun = startInstance(bench.host, process, {
    variables: request.variables('variables'),
    ...(element === undefined ? {} : placeOf(process.definition, element)),
    ...(businessKey === undefined ? {} : { businessKey }),
  });
  if (!begun.ok) throw refusalOf('StartProcessInstance', begun.rejection);
  bench.settle();
  return { instance: begun.id };
};

/** Where an instance begins when somebody names the element. */
function placeOf(definition: ProcessDefinition, element: string): Pick<Beginning, 'startEvent' | 'startAt'> {
  const node = definition.nodes.get(element);
  if (node === undefined) throw notFound('element', element);

  const isAtRoot = node.scope === definition.key;
  const begins = node.kind === 'startEvent' || startTriggersOf(definition).some((one) => one.element === element);
  if (isAtRoot && begins) return { startEvent: element };
  if (isAtRoot && node.incoming.length === 0 && node.kind !== 'boundaryEvent') return { startAt: [{ node: element }] };
  throw new RefusalError(
    'NO_START_EVENT',
    `Expected '${element}' to be a start event or a node that no flow leads to, but it is not`,
    { element },
  );
}
