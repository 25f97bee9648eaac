import type { CallingActivity, Rejection, StartInstruction } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { DeployedProcess } from './definitions.js';
import type { Host } from './host.js';
import type { StartTrigger } from './start-triggers.js';

/** How an instance begins. */
export interface Beginning {
  readonly variables: JsonObject;
  /** Absent: where the process begins by itself. */
  readonly startEvent?: string;
  /** Where it begins instead of at a start event. */
  readonly startAt?: readonly StartInstruction[];
  readonly businessKey?: string;
  /** Absent: the bench makes one. */
  readonly id?: Id<'ProcessInstance'>;
  readonly caller?: CallingActivity;
}

/** The instance that has begun, or why none has. */
export type Begun =
  { readonly ok: true; readonly id: Id<'ProcessInstance'> } | { readonly ok: false; readonly rejection: Rejection };

/** Starts an instance of a version of a process. */
export function startInstance(host: Host, process: DeployedProcess, beginning: Beginning): Begun {
  const { id = host.nextInstanceId(process.definition.key), ...rest } = beginning;
  const command = { type: 'StartProcessInstance', processInstanceId: id, ...rest } as const;
  const rejection = host.tryGive(id, command, { process });
  return rejection === undefined ? { ok: true, id } : { ok: false, rejection };
}

/** What came of a trigger of a start event: an instance, or a part of what a parallel multiple event waits for; else nothing. */
export type OccurredAtStart = { readonly id: Id<'ProcessInstance'> } | 'gathered' | undefined;

/** Starts an instance because a trigger of a start event occurred; none while others of a parallel event are awaited. */
export function occurAtStart(
  host: Host,
  { process, start }: { readonly process: DeployedProcess; readonly start: StartTrigger },
  { variables, businessKey }: { readonly variables: JsonObject; readonly businessKey?: string },
): OccurredAtStart {
  const brought = host.starts.gather(process, start, variables);
  if (brought === undefined) return 'gathered';
  const key = businessKey === undefined ? {} : { businessKey };
  const begun = startInstance(host, process, { variables: brought, startEvent: start.element, ...key });
  return begun.ok ? { id: begun.id } : undefined;
}
