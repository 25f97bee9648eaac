import { readerOf } from '../../cases/access/reader-of.js';
import { maySeeWhoWaits } from '../../cases/access/may-see-who-waits.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { RoundListView } from '../../contract/round.contract.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { entriesOfRound } from './entries-of-round.js';

const atMost = 60;

/** The weekly rounds with how many got which outcome; none for those who do not see who waits. */
export async function listRounds(ports: ApiPorts, { tenant, actor }: RequestActor): Promise<RoundListView> {
  if (!maySeeWhoWaits(actor)) return { items: [] };

  const rounds = await ports.cases.list(readerOf({ tenant, actor }), { process: 'ventelisterunde' });
  const newest = rounds.slice(0, atMost);
  const counted = await ports.waitingList.countOutcomes(
    tenant,
    newest.map(({ id }) => id),
  );
  const items = newest.map(async (round) => {
    const written = counted.filter((one) => one.round === round.id);
    // While a round is open nothing is written: its journal tells what has been said so far.
    const outcomes = isOpen(round) && written.length === 0 ? await outcomesSoFarOf(ports, round, tenant) : written;
    const given = outcomes.filter(({ outcome }) => outcome !== lacking);
    return {
      ...headOf(round, outcomes),
      entries: sum(outcomes),
      lacking: sum(outcomes) - sum(given),
      outcomes: given.map(({ outcome, entries }) => ({ outcome, entries })),
    };
  });
  return { items: await Promise.all(items) };
}

/** What a round is and how it ended. */
export const headOf = (round: CaseRow, outcomes: readonly { readonly outcome: string | undefined }[]) => ({
  id: round.id,
  on: dateInNorway(round.startedAt),
  state: stateOf(round, outcomes),
});

const isOpen = ({ state }: CaseRow): boolean => state === 'active' || state === 'incident';

type RoundState = RoundListView['items'][number]['state'];

function stateOf(round: CaseRow, outcomes: readonly { readonly outcome: string | undefined }[]): RoundState {
  if (outcomes.some(({ outcome }) => outcome === 'ikke-vurdert')) return 'skipped';
  if (round.state === 'cancelled') return 'cancelled';
  return isOpen(round) ? 'open' : 'closed';
}

interface Counted {
  readonly outcome: string;
  readonly entries: number;
}

const lacking = '';

async function outcomesSoFarOf(ports: ApiPorts, { id }: CaseRow, tenant: RequestActor['tenant']) {
  const entries = await entriesOfRound(ports, tenant, id);
  const outcomes = new Map<string, number>();
  for (const { outcome = lacking } of entries.entries) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  return [...outcomes].map(([outcome, many]): Counted => ({ outcome, entries: many }));
}

const sum = (counts: readonly Counted[]): number => counts.reduce((total, { entries }) => total + entries, 0);
