import type { AgreementGap } from '../../runtime/homes/building-event.js';
import type { BuildingRow } from '../../runtime/homes/home-ports.js';

/** Work in a building that whoever it was left to has refused, and that nobody else is agreed for. */
export interface OpenGap extends Pick<AgreementGap, 'work' | 'refusedBy' | 'reason' | 'foundAt'> {
  /** How often it was refused, the last time with this reason. */
  readonly times: number;
}

/**
 * The holes in the agreement of a building (domain register, scenario 32), the newest first: one for each kind of work. A hole is closed when the rules of the
 * building say that somebody else does the work.
 */
export function openGaps(
  { id, repairRules }: Pick<BuildingRow, 'id' | 'repairRules'>,
  found: readonly AgreementGap[],
): readonly OpenGap[] {
  const isAgreed = ({ work, refusedBy }: AgreementGap): boolean =>
    repairRules.some((rule) => rule.work === work && rule.responsible !== refusedBy);
  const own = found
    .filter((gap) => gap.building === id && !isAgreed(gap))
    .toSorted((one, other) => other.foundAt.localeCompare(one.foundAt));
  const newest = own.filter((gap, at) => own.findIndex(({ work }) => work === gap.work) === at);
  return newest.map(({ work, refusedBy, reason, foundAt }) => ({
    ...{ work, refusedBy, reason, foundAt },
    times: own.filter((other) => other.work === work).length,
  }));
}
