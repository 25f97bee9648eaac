import type { CaseRow, CaseState } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { ProcessInstance } from '../generated/client.js';

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

/** A stored case without its snapshot. */
export type StoredCase = Pick<ProcessInstance, keyof typeof caseColumns>;

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
    startedAt: stored.startedAt.toISOString(),
    ...(businessKey === null ? {} : { businessKey }),
    ...(parentId === null ? {} : { parentId: idOf<'ProcessInstance'>(parentId) }),
    ...(subject === null ? {} : { subject: idOf<'Actor'>(subject) }),
    ...(phase === null ? {} : { phase }),
    ...(phaseSince === null ? {} : { phaseSince: phaseSince.toISOString() }),
    ...(stage === null ? {} : { stage }),
    ...(endedAt === null ? {} : { endedAt: endedAt.toISOString() }),
  };
}

function stateOf({ state, hasIncident }: StoredCase): CaseState {
  if (state === 'completed' || state === 'cancelled') return state;
  return hasIncident ? 'incident' : 'active';
}
