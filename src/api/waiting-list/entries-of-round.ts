import { outcomesSoFar } from '../../cases/waiting-list/outcomes-so-far.js';
import { roundRecord, type RoundEntry } from '../../cases/waiting-list/round-record.js';
import type { RoundVacancy } from '../../cases/waiting-list/round-vacancies.js';
import type { ProcessInstance } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';

/** Somebody in a round, and what it says of them so far. */
export interface JudgedEntry extends RoundEntry {
  readonly outcome: string | undefined;
  readonly reason?: string;
  readonly by?: Id<'Actor'>;
}

/** A round as it was built, with what has been said in it. */
export interface JudgedRound {
  readonly entries: readonly JudgedEntry[];
  readonly vacancies: readonly RoundVacancy[] | undefined;
  readonly instance: ProcessInstance | undefined;
}

/** Everybody in a round in its order: what its journal says of each, or what was written of those whom it passed by. */
export async function entriesOfRound(
  { cases, waitingList }: Pick<ApiPorts, 'cases' | 'waitingList'>,
  tenant: TenantId,
  id: Id<'ProcessInstance'>,
): Promise<JudgedRound> {
  const [instance, said, written] = await Promise.all([
    cases.snapshot(tenant, id),
    outcomesSoFar(cases, { tenant, processInstanceId: id }),
    waitingList.reviewedIn(tenant, id),
  ]);
  if (instance === undefined) return { entries: [], vacancies: undefined, instance };

  const reviewed = new Set<string>(written);
  const outcomes = new Map(said.map((one) => [one.case, one]));
  const { entries, vacancies } = roundRecord(instance);
  const judged = entries.map((entry): JudgedEntry => {
    const missed = reviewed.has(entry.case) ? 'ikke-vurdert' : undefined;
    const { outcome = missed, reason, by } = outcomes.get(entry.case) ?? {};
    return { ...entry, outcome, ...(reason !== undefined && { reason }), ...(by !== undefined && { by }) };
  });
  return { entries: judged, vacancies, instance };
}
