import type { WaitingList, WaitingListEntry } from '../../runtime/case-ports.js';
import type { Job, JobHandler } from '../../runtime/jobs/job-handler.js';
import { objectOf } from '../../shared/json.js';
import type { Json } from '../../shared/json.js';
import { outcomesSoFar } from './outcomes-so-far.js';
import { placementsOf } from './placements-of-round.js';
import { parseRoundOutcomes, type RoundOutcome } from './round-outcome.js';
import { passedOver } from './round-record.js';
import { writeOutcome, type OutcomeParts } from './write-outcome.js';

/**
 * Job `lukk-runde`: writes the outcome of every entry in `oppforinger`, as `vurderinger` gives it, and tells a case
 * that gets an offer so by message `bolig-ledig`, one that is off the list by `tatt-av-lista`. Refuses to close a round in which an entry that still waits has no
 * outcome, or somebody was passed over without a reason, and names them.
 */
export function createCloseRound(parts: OutcomeParts): JobHandler['run'] {
  return async (job) => {
    const given = parseRoundOutcomes(itemsOf(job.variables['vurderinger']));
    const outcomes = new Map<Json | undefined, RoundOutcome>(given.map((outcome) => [outcome.case, outcome]));
    const entries = await entriesOfRound(parts.list, job);
    const missing = entries.filter(({ processInstanceId }) => !outcomes.has(processInstanceId));
    if (missing.length > 0)
      throw new Error(`Expected an outcome for every entry of the round, but ${namesOf(missing)} has none`);

    const silent = passedOver(inOrderOfRound(job, outcomes)).filter(({ reason }) => reason === undefined);
    if (silent.length > 0)
      throw new Error(`Expected a reason for everybody who was passed over, but ${namesOf(silent)} has none`);

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

// Those that are left of the order the round was built in, with what it says of each.
function inOrderOfRound({ variables }: Job, outcomes: ReadonlyMap<Json | undefined, RoundOutcome>) {
  return itemsOf(variables['oppforinger']).flatMap((item, index) => {
    const said = outcomes.get(caseOf(item));
    const title = String(objectOf(item)['tittel'] ?? said?.case);
    return said === undefined ? [] : [{ place: index + 1, title, outcome: said.outcome, reason: said.reason }];
  });
}

const itemsOf = (list: Json | undefined): readonly Json[] => (Array.isArray(list) ? list : []);

const caseOf = (entry: Json): Json | undefined =>
  typeof entry === 'object' && entry !== null && 'processInstanceId' in entry ? entry['processInstanceId'] : undefined;

const namesOf = (entries: readonly { readonly title: string }[]): string =>
  entries.map(({ title }) => `'${title}'`).join(', ');
