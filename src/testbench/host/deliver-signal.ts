import type { JsonObject } from '../../shared/json.js';
import type { Host } from './host.js';
import { occurAtStart } from './start-instance.js';
import { startTriggersOf, textOf } from './start-triggers.js';

/** A signal on its way to everybody who hears it. */
interface Signal {
  readonly name: string;
  readonly variables: JsonObject;
  /** Only this instance hears it. */
  readonly instance?: string;
  /** The instance that threw it, and in which it has been heard. */
  readonly except?: string;
}

/** Tells a signal to every instance that waits for it, and starts the processes that begin with it; how many heard it. */
export function deliverSignal(host: Host, signal: Signal): number {
  const { name, variables, instance: only, except } = signal;
  const listening = host.cases
    .all()
    .filter(({ id, suspended }) => id !== except && (only === undefined || id === only) && suspended !== true);
  const heard = listening.map((instance) => {
    const waits = [...instance.subscriptions.values()].filter((one) => one.kind === 'signal' && one.signal === name);
    const isHeard =
      waits.length > 0 && host.tryGive(instance.id, { type: 'ReceiveSignal', signal: name, variables }) === undefined;
    return isHeard ? waits.length : 0;
  });
  const started = only === undefined ? startAll(host, name, variables) : 0;
  return heard.reduce((sum, count) => sum + count, started);
}

function startAll(host: Host, name: string, variables: JsonObject): number {
  const starting = host.definitions.allLatest().flatMap((process) =>
    startTriggersOf(process.definition)
      .filter(({ trigger }) => trigger.kind === 'signal' && textOf(trigger.signal) === name)
      .map((start) => ({ process, start })),
  );
  return starting.filter((one) => occurAtStart(host, one, { variables }) !== undefined).length;
}
