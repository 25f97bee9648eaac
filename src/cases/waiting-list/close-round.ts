import type { WaitingList, WaitingListEntry } from '../../runtime/case-ports.js';
import type { Job, JobHandler } from '../../runtime/jobs/job-handler.js';
import type { Json } from '../../shared/json.js';
import { outcomesSoFar } from './outcomes-so-far.js';
import { placementsOf } from './placements-of-round.js';
import { parseRoundOutcomes } from './round-outcome.js';
import { writeOutcome, type OutcomeParts } from './write-outcome.js';

/**
 * Job `lukk-runde`: writes the outcome of every entry in `oppforinger`, as `vurderinger` gives it, and tells a case
 * that gets an offer so by message `bolig-ledig`, one that is off the list by `tatt-av-lista`. Refuses to close a round in which an entry that still waits has no outcome, and names it.
 */
export function createCloseRound(parts: OutcomeParts): JobHandler['run'] {
  return async (job) => {
    const given = parseRoundOutcomes(itemsOf(job.variables['vurderinger']));
    const outcomes = new Map(given.map((outcome) => [outcome.case, outcome]));
    const entries = await entriesOfRound(parts.list, job);
    const missing = entries.filter(({ processInstanceId }) => !outcomes.has(processInstanceId));
    if (missing.length > 0)
      throw new Error(`Expected an outcome for every entry of the round, but ${namesOf(missing)} has none`);

    const judges = new Map((await outcomesSoFar(parts.cases, job)).map(({ case: of, by }) => [of, by]));
    const placements = placementsOf(job);
    for (const entry of entries) {
      const placement = placements.get(entry.processInstanceId);
      const outcome = outcomes.get(entry.processInstanceId);
      const by = judges.get(entry.processInstanceId);
      if (outcome !== undefined)
        await writeOutcome(parts, job, { entry, outcome: { ...outcome, ...(by && { by }) }, placement });
    }
    return { antallVurdert: entries.length };
  };
}

// Those who were on the round's list and still wait; who came later is the next round's.
async function entriesOfRound(list: WaitingList, { tenant, variables }: Job): Promise<readonly WaitingListEntry[]> {
  const listed = new Set(itemsOf(variables['oppforinger']).map(caseOf));
  return (await list.active(tenant)).filter(({ processInstanceId }) => listed.has(processInstanceId));
}

const itemsOf = (list: Json | undefined): readonly Json[] => (Array.isArray(list) ? list : []);

const caseOf = (entry: Json): Json | undefined =>
  typeof entry === 'object' && entry !== null && 'processInstanceId' in entry ? entry['processInstanceId'] : undefined;

const namesOf = (entries: readonly WaitingListEntry[]): string => entries.map(({ title }) => `'${title}'`).join(', ');
