import type { CaseRow, CaseState } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { ProcessInstance } from '../generated/client.js';
import { instantOf } from './instant-of.js';

/** The columns of a case without its snapshot, which can be large. */
export const caseColumns = {
  id: true,
  definitionKey: true,
  definitionVersion: true,
  processName: true,
  family: true,
  title: true,
  businessKey: true,
  subject: true,
  parentId: true,
  state: true,
  hasIncident: true,
  revision: true,
  phase: true,
  phaseSince: true,
  stage: true,
  readers: true,
  startedAt: true,
  endedAt: true,
} as const;

type Dates = 'startedAt' | 'endedAt' | 'phaseSince';

/** A stored case without its snapshot. Statements written by hand tell instants as text, Prisma as dates. */
export interface StoredCase extends Pick<ProcessInstance, Exclude<keyof typeof caseColumns, Dates>> {
  readonly startedAt: Date | Instant;
  readonly endedAt: Date | Instant | null;
  readonly phaseSince: Date | Instant | null;
}

/** A case as readers know it. */
export function caseRow(stored: StoredCase): CaseRow {
  const { businessKey, subject, parentId, phase, phaseSince, stage, endedAt } = stored;
  return {
    id: idOf(stored.id),
    title: stored.title,
    process: stored.definitionKey,
    processName: stored.processName,
    version: stored.definitionVersion,
    family: stored.family,
    state: stateOf(stored),
    revision: stored.revision,
    readers: stored.readers,
    startedAt: instantOf(stored.startedAt),
    ...(businessKey === null ? {} : { businessKey }),
    ...(parentId === null ? {} : { parentId: idOf<'ProcessInstance'>(parentId) }),
    ...(subject === null ? {} : { subject: idOf<'Actor'>(subject) }),
    ...(phase === null ? {} : { phase }),
    ...(phaseSince === null ? {} : { phaseSince: instantOf(phaseSince) }),
    ...(stage === null ? {} : { stage }),
    ...(endedAt === null ? {} : { endedAt: instantOf(endedAt) }),
  };
}

function stateOf({ state, hasIncident }: StoredCase): CaseState {
  if (state === 'completed' || state === 'cancelled') return state;
  return hasIncident ? 'incident' : 'active';
}
