import { localDateOf } from '../../engine/index.js';
import type { WaitingList, WaitingListEntry } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/ports.js';
import type { RoundOutcome } from './round-outcome.js';

/** Writes what the round (the job's case) says of an entry; an entry that is out leaves the list. Safe to repeat. */
export async function writeOutcome(
  list: WaitingList,
  {
    tenant,
    processInstanceId: round,
    at,
  }: Pick<Parameters<JobHandler['run']>[0], 'tenant' | 'processInstanceId' | 'at'>,
  { entry, outcome }: { readonly entry: WaitingListEntry; readonly outcome: RoundOutcome },
): Promise<void> {
  const { processInstanceId } = entry;
  const reason = outcome.reason === undefined ? {} : { reason: outcome.reason };
  await list.review(tenant, { processInstanceId, round, outcome: outcome.outcome, on: localDateOf(at), ...reason });
  if (outcome.outcome === 'ut')
    await list.leave(tenant, { processInstanceId, reason: outcome.reason ?? 'Tatt ut i runden', at });
}
