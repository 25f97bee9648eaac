import { computeDeadline, localDateOf, ruleInForce } from '../../engine/index.js';
import type { DeadlineRegister } from '../../engine/index.js';
import type { CareerReader } from '../../runtime/career/career-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import { idOf } from '../../shared/id.js';

/** What an earlier mapping is found with. */
export interface AssessmentParts {
  readonly career: Pick<CareerReader, 'lastAssessedAt'>;
  readonly deadlines: DeadlineRegister;
}

// How long a mapping holds is the municipality's to say.
const holdsFor = 'L-KARTLEGGING-GJELDER';

/**
 * Job `finn-kartlegging`: gives `kartlagtOn`, the day on which the needs of the person of the case were last mapped, or null; and
 * `kartleggingGjelder`, whether that still holds (rule L-KARTLEGGING-GJELDER), so that nobody has to apply anew.
 */
export function createFindAssessment({ career, deadlines }: AssessmentParts): JobHandler['run'] {
  return async ({ tenant, variables: { soker }, at }) => {
    const assessedAt = typeof soker === 'string' ? await career.lastAssessedAt(tenant, idOf(soker)) : undefined;
    if (assessedAt === undefined) return { kartlagtOn: null, kartleggingGjelder: false };

    const kartlagtOn = localDateOf(assessedAt);
    const rule = ruleInForce(deadlines, holdsFor, kartlagtOn);
    const holdsUntil = rule === undefined ? undefined : computeDeadline(rule, kartlagtOn).dueOn;
    return { kartlagtOn, kartleggingGjelder: holdsUntil !== undefined && localDateOf(at) <= holdsUntil };
  };
}
