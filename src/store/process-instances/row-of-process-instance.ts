import { serializeInstance } from '../../engine/index.js';
import type { SerializedInstance } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';

/** A case as its row stands after a change. */
export interface ProcessInstanceRow {
  readonly id: string;
  readonly definitionKey: string;
  readonly definitionVersion: number;
  readonly processName: string;
  readonly family: string;
  readonly title: string;
  readonly businessKey: string | null;
  readonly subject: string | null;
  readonly parentId: string | null;
  readonly state: string;
  readonly suspended: boolean;
  readonly hasIncident: boolean;
  /** The revision that the row must still have for the change to be written; 0 for a new case. */
  readonly revisionBefore: number;
  readonly revision: number;
  readonly snapshot: SerializedInstance;
  /** Null where the change entered no node that begins a phase. */
  readonly phase: number | null;
  readonly stage: number | null;
  readonly readers: readonly string[];
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** When the change was made: since then the phase or stage, if it is another, lasts. */
  readonly at: Instant;
}

/** The row of the case itself. */
export function rowOfProcessInstance(change: Change): ProcessInstanceRow {
  const { before, after, command, facts } = change;
  return {
    id: after.id,
    definitionKey: after.definition.key,
    definitionVersion: after.definition.version,
    processName: facts.name,
    family: facts.family,
    title: after.title,
    businessKey: after.businessKey ?? null,
    subject: after.subject ?? null,
    parentId: after.caller?.processInstanceId ?? null,
    state: after.state,
    suspended: after.suspended === true,
    hasIncident: after.state === 'active' && after.incidents.size > 0,
    revisionBefore: before?.revision ?? 0,
    revision: after.revision,
    snapshot: serializeInstance(after),
    phase: lastHint(change, 'phase'),
    stage: lastHint(change, 'stage'),
    readers: facts.readers,
    startedBy: command.actor.id,
    startedAt: after.startedAt,
    endedAt: after.endedAt ?? null,
    at: command.at,
  };
}

const lastHint = (change: Change, hint: 'phase' | 'stage'): number | null =>
  eventsOf(change, 'NodeEntered')
    .map(({ node }) => change.facts.hints[node]?.[hint])
    .findLast((value) => value !== undefined) ?? null;
