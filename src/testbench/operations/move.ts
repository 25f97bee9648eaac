import type { CancelInstruction, ProcessInstance } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';
import { notFound } from '../refusal.js';
import { give, refusalOf } from './give.js';
import type { Operation } from './operation.js';

/** Takes tokens away and puts others elsewhere: all of it, or nothing. */
export const move: Operation = (bench, request) => {
  const instance = bench.host.cases.get(request.text('instance'));
  const cancel = request.texts('cancel').map((what) => cancelled(instance, what));
  const start = request.texts('start').map((node) => ({ node }));
  give(bench, instance.id, { type: 'ModifyProcessInstance', cancel, start });
  return {};
};

/** A token or element instance by its id, or everything on a node. */
function cancelled({ tokens, elements }: ProcessInstance, what: string): CancelInstruction {
  if (tokens.has(idOf(what))) return { tokenId: idOf(what) };
  return elements.has(idOf(what)) ? { elementInstanceId: idOf(what) } : { node: what };
}

/** Lets an instance go on with another version of its process. */
export const migrate: Operation = (bench, request) => {
  const { host } = bench;
  const instance = host.cases.get(request.text('instance'));
  const [{ key }, version] = [instance.definition, request.wholeNumber('version')];
  const target = host.definitions.version(key, version);
  if (target === undefined) throw notFound('process', `${key}, version ${version}`);
  const mapping = request.textsByName('mapping');
  const rejection = host.tryGive(instance.id, { type: 'MigrateProcessInstance', mapping }, { target });
  if (rejection !== undefined) throw refusalOf('MigrateProcessInstance', rejection);
  bench.settle();
  return {};
};
