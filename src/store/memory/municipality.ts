import type {
  DecisionModel,
  ProcessDefinition,
  ProcessEvent,
  ProcessInstance,
  TimerSchedule,
} from '../../engine/index.js';
import type { DeployedDecision, ModelReference } from '../../runtime/decision-ports.js';
import type { KeptMessage } from '../../runtime/messages/message-ports.js';
import type { JobToDo } from '../../runtime/jobs/job-book.js';
import type { ClaimedEffect, TenantId } from '../../runtime/ports.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import { emptyRegisters } from './kept-registers.js';
import type { KeptRegisters } from './kept-registers.js';
import type { FirstUse } from '../process-instances/receipts.js';
import type { TimerRow } from '../process-instances/rows-of-timers.js';

/** A deployed version, as the memory keeps it. */
export interface KeptDefinition {
  readonly definition: ProcessDefinition;
  readonly checksum: string;
  readonly deployedAt: Instant;
  readonly deployment: number;
}

/** A deployed version of a decision model, as the memory keeps it. */
export interface KeptModel {
  readonly reference: ModelReference;
  readonly model: DecisionModel;
  readonly checksum: string;
}

/** A timer start event and when it occurs next. */
export interface KeptStart {
  readonly processKey: string;
  readonly startEvent: string;
  readonly schedule: TimerSchedule;
  readonly setAt: Instant;
  readonly dueAt: Instant | undefined;
}

/** An effect that waits, runs, or is over. */
export interface KeptEffect extends Omit<ClaimedEffect, 'attempt'> {
  readonly attempts: number;
  readonly silent: number;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Milliseconds of the outbox's own clock until which nobody else takes it. */
  readonly claimedUntil: number;
}

/** A message, whether everybody who could take it was asked, and until when it is remembered once it is over. */
export interface BufferedMessage extends KeptMessage {
  readonly offered: boolean;
  readonly forgetAt?: Instant;
}

/** A job as the memory keeps it. */
export interface KeptJob extends JobToDo {
  /** Somebody is about to give it to a worker. */
  readonly isReserved: boolean;
}

/** Everything that memory keeps of one municipality. */
export interface Municipality {
  now: Instant;
  readonly instances: Map<string, ProcessInstance>;
  readonly journals: Map<string, readonly ProcessEvent[]>;
  readonly timers: Map<string, TimerRow>;
  readonly effects: Map<string, KeptEffect>;
  readonly jobs: Map<string, KeptJob>;
  readonly externalJobTypes: Set<string>;
  readonly receipts: Map<string, FirstUse>;
  /** By id, the oldest first. */
  readonly messages: Map<string, BufferedMessage>;
  /** How many messages ever came. */
  messageCount: number;
  /** By key, the oldest version first. */
  readonly definitions: Map<string, readonly KeptDefinition[]>;
  readonly starts: Map<string, KeptStart>;
  readonly forms: Map<string, JsonObject>;
  /** How many sets of files were deployed. */
  deployments: number;
  /** Every version of every model and decision, in the order in which they were deployed. */
  readonly models: KeptModel[];
  readonly decisions: DeployedDecision[];
  readonly registers: KeptRegisters;
}

/** The municipalities that a set of memory ports share; each begins to be at its first use. */
export class Municipalities {
  private readonly known = new Map<TenantId, Municipality>();

  constructor(private readonly startAt: Instant) {}

  names(): readonly TenantId[] {
    return [...this.known.keys()].sort();
  }

  of(tenant: TenantId): Municipality {
    const municipality = this.known.get(tenant) ?? emptyMunicipality(this.startAt);
    this.known.set(tenant, municipality);
    return municipality;
  }
}

const emptyMunicipality = (now: Instant): Municipality => ({
  now,
  instances: new Map(),
  journals: new Map(),
  timers: new Map(),
  effects: new Map(),
  jobs: new Map(),
  externalJobTypes: new Set(),
  receipts: new Map(),
  messages: new Map(),
  messageCount: 0,
  definitions: new Map(),
  starts: new Map(),
  forms: new Map(),
  deployments: 0,
  models: [],
  decisions: [],
  registers: emptyRegisters(),
});
