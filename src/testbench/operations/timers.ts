import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import { instanceIdOf } from '../host/case-book.js';
import { notFound } from '../refusal.js';
import type { Operation } from './operation.js';

/** Every alarm that is set, the first one first; start events have no instance. */
export const timers: Operation = (bench, request) => {
  const asked = request.optionalText('instance');
  const ofInstances = bench.host.cases.asked(asked).flatMap((instance) =>
    Array.from(instance.timers.values(), ({ id, node, dueAt, cycle, purpose }) => ({
      ...{ id, element: node, instance: instance.id, dueAt },
      ...repeatOf(cycle),
      ...(purpose === 'event' ? {} : { purpose }),
    })),
  );
  const ofStarts = bench.host.starts.timers().map(({ id, start, process, dueAt, cycle }) => ({
    ...{ id, element: start.element, instance: null, process: process.definition.key, dueAt },
    ...repeatOf(cycle),
  }));
  const found = asked === undefined ? [...ofInstances, ...ofStarts] : ofInstances;
  return { timers: found.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0)) };
};

const repeatOf = (cycle: { readonly text: string } | undefined): JsonObject =>
  cycle === undefined ? {} : { repeat: cycle.text };

/** Fires one timer as if its time had come. */
export const fireTimer: Operation = (bench, request) => {
  const id = request.text('timer');
  const { host } = bench;
  const isSet = host.cases.find(instanceIdOf(id))?.timers.has(idOf(id)) ?? host.starts.timer(id) !== undefined;
  if (!isSet) throw notFound('timer', id);
  return { fired: bench.fire(id).map((timer) => ({ ...timer })) };
};
