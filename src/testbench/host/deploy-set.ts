import type { DeployedProcess } from './definitions.js';
import type { DeployedDecision } from './decisions.js';
import type { Host } from './host.js';
import type { FileReading } from './read-files.js';
import { startTriggersOf } from './start-triggers.js';

/** What a set brought. */
export interface Deployed {
  readonly processes: readonly DeployedProcess[];
  readonly decisions: readonly DeployedDecision[];
}

/** Deploys what a set of files holds; the start events of older versions start nothing any more. */
export function deploySet(host: Host, readings: readonly FileReading[]): Deployed {
  host.deployments += 1;
  for (const reading of readings) {
    if (reading.kind === 'deadlines') host.deadlineRegister = reading.register;
    if (reading.kind === 'form') host.forms.set(reading.id, reading.form);
  }
  // Decisions first: what starts by itself may ask them at once.
  const decisions = readings.flatMap((reading) =>
    reading.kind === 'dmn' ? host.decisions.add(reading.model, reading.source, host.deployments) : [],
  );
  return { decisions, processes: readings.flatMap((reading) => deployProcesses(host, reading)) };
}

function deployProcesses(host: Host, reading: FileReading): readonly DeployedProcess[] {
  if (reading.kind !== 'bpmn') return [];
  return reading.definitions.map((definition) => {
    const before = host.definitions.latest(definition.key);
    const deployed = host.definitions.add(definition, reading.source, host.deployments);
    if (deployed !== before) setStartTimers(host, deployed);
    return deployed;
  });
}

function setStartTimers(host: Host, process: DeployedProcess): void {
  host.starts.withdraw(process.definition.key);
  for (const start of startTriggersOf(process.definition)) {
    const timer = host.starts.set(process, start, host.at);
    if (timer !== undefined) host.timers.add(timer.id, timer.dueAt);
  }
}
