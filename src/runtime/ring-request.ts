import type { Id } from '../shared/id.js';
import type { CommandRequest, TenantId } from './ports.js';
import { systemActor } from './system-actor.js';

/** A timer that is set, and whose it is. */
export interface SetTimer {
  readonly id: Id<'Timer'>;
  readonly processInstanceId: Id<'ProcessInstance'>;
}

/** Asks a case to ring one of its timers; the case refuses where its time has not come, or has passed. */
export const ringRequest = (tenant: TenantId, { id, processInstanceId }: SetTimer): CommandRequest => ({
  tenant,
  processInstanceId,
  command: { type: 'TriggerTimer', timerId: id, actor: systemActor },
});
