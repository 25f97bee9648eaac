import { variablesInSight, type ElementInstance, type ProcessInstance } from '../../engine/index.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Options } from './options.js';

/**
 * What those who do the work of an element see in the vendors' engines: every variable in sight, beside what its inputs
 * made; in Camunda 7 a loop is counted from 0 and has its own names for its counts.
 */
export function sightOf(
  { dialect }: Options,
  instance: ProcessInstance,
  element: ElementInstance['id'],
): JsonObject | undefined {
  if (dialect === undefined) return undefined;
  const seen = Object.entries(variablesInSight(instance, element));
  return Object.fromEntries(
    seen.flatMap(([name, value]) => (dialect === 'camunda7' ? inCamunda(name, value) : inZeebe(name, value))),
  );
}

type Seen = readonly (readonly [string, Json])[];

const counts: ReadonlyMap<string, string | undefined> = new Map([
  ['numberOfInstances', 'nrOfInstances'],
  ['numberOfActiveInstances', 'nrOfActiveInstances'],
  ['numberOfCompletedInstances', 'nrOfCompletedInstances'],
  ['numberOfTerminatedInstances', undefined],
]);

function inCamunda(name: string, value: Json): Seen {
  if (name === 'loopCounter' && typeof value === 'number') return [[name, value - 1]];
  const called = counts.has(name) ? counts.get(name) : name;
  return called === undefined ? [] : [[called, value]];
}

const inZeebe = (name: string, value: Json): Seen => (counts.has(name) ? [] : [[name, value]]);
