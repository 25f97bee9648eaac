import type { EventTrigger, ProcessInstance, Subscription } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import { startTriggersOf, textOf } from '../host/start-triggers.js';
import type { Operation } from './operation.js';

/** Everything that something is waited for by, with its name: of one instance, or of all and of start events. */
export const waiting: Operation = (bench, request) => {
  const asked = request.optionalText('instance');
  const ofInstances = bench.host.cases.asked(asked).flatMap(waitsOf);
  return { waiting: asked === undefined ? [...ofInstances, ...waitsOfStarts(bench)] : ofInstances };
};

function waitsOf(instance: ProcessInstance): readonly JsonObject[] {
  const timers = [...instance.timers.values()].filter(({ purpose }) => purpose === 'event');
  return [
    ...Array.from(instance.subscriptions.values(), (one) => ({
      instance: instance.id,
      element: one.node,
      ...waitOf(one),
    })),
    ...timers.map(({ node, dueAt }) => ({ instance: instance.id, element: node, kind: 'timer', dueAt })),
  ];
}

function waitOf(subscription: Subscription): JsonObject {
  switch (subscription.kind) {
    case 'message': {
      const { message, correlationKey } = subscription;
      return { kind: 'message', message, ...(correlationKey === undefined ? {} : { correlationKey }) };
    }
    case 'signal':
      return { kind: 'signal', signal: subscription.signal };
    case 'condition':
      return { kind: 'conditional' };
    case 'manual':
      return { kind: 'manual' };
  }
}

const waitsOfStarts = (bench: Bench): readonly JsonObject[] =>
  bench.host.definitions.allLatest().flatMap(({ definition }) =>
    startTriggersOf(definition).map(({ element, trigger }) => ({
      instance: null,
      process: definition.key,
      element,
      kind: trigger.kind,
      ...nameOf(trigger),
    })),
  );

function nameOf(trigger: EventTrigger): JsonObject {
  if (trigger.kind === 'message') return { message: textOf(trigger.message) ?? null };
  return trigger.kind === 'signal' ? { signal: textOf(trigger.signal) ?? null } : {};
}
