import { idOf } from '../../shared/id.js';
import { instanceIdOf } from '../host/case-book.js';
import { notFound } from '../refusal.js';
import { give } from './give.js';
import type { Operation } from './operation.js';

/** Ends an instance before its time. */
export const cancel: Operation = (bench, request) => {
  const reason = request.optionalText('reason') ?? 'cancelled by the test bench';
  give(bench, request.text('instance'), { type: 'CancelProcessInstance', reason });
  return {};
};

/** Lets nothing in an instance go on until it is resumed. */
export const suspend: Operation = (bench, request) => {
  give(bench, request.text('instance'), { type: 'SuspendProcessInstance' });
  return {};
};

/** Lets a suspended instance go on. */
export const resume: Operation = (bench, request) => {
  give(bench, request.text('instance'), { type: 'ResumeProcessInstance' });
  return {};
};

/** Runs again what is stuck, with other variables if given. */
export const resolveIncident: Operation = (bench, request) => {
  const id = request.text('incident');
  const instance = bench.host.cases.find(instanceIdOf(id));
  if (instance === undefined || !instance.incidents.has(idOf(id))) throw notFound('incident', id);
  const given = request.optionalObject('variables') === undefined ? {} : { variables: request.variables('variables') };
  give(bench, instance.id, { type: 'ResolveIncident', incidentId: idOf(id), ...given });
  return {};
};
