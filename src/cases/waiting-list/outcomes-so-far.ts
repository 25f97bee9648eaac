import type { Job } from '../../runtime/jobs/job-handler.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import type { RoundOutcome } from './round-outcome.js';
import { parseRoundOutcomes } from './round-outcome.js';

/** What a round has said so far and who said it, as its journal tells: also of a round that was interrupted. */
export async function outcomesSoFar(
  cases: Pick<CaseReader, 'journal'>,
  { tenant, processInstanceId }: Pick<Job, 'tenant' | 'processInstanceId'>,
): Promise<readonly RoundOutcome[]> {
  const journal = await cases.journal(tenant, processInstanceId);
  return journal.flatMap(({ event, actor }) =>
    event.type === 'MultiInstanceProgressed'
      ? parseRoundOutcomes([event.result]).map((outcome) => ({ ...outcome, by: actor }))
      : [],
  );
}
