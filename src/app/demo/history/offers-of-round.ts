import type { TenantId } from '../../../runtime/ports.js';
import type { CaseReader } from '../../../runtime/read-ports.js';
import { idOf } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { LocalDate } from '../../../shared/time.js';
import { draw } from './draw.js';

/**
 * Who gets an offer in a round, of the entries that are asked about: about 1.5 homes are offered each week. Most go to those who have waited
 * long, some to somebody who cannot wait; so waits run from days to two years (S4:598).
 */
export function createOffersOfRound(cases: Pick<CaseReader, 'snapshot'>, tenant: TenantId) {
  const isWaiting = async (id: string): Promise<boolean> => {
    const instance = await cases.snapshot(tenant, idOf(id));
    return [...(instance?.tokens.values() ?? [])].some(({ node }) => node === 'vent-pa-ledig-bolig');
  };

  return async (entries: readonly JsonObject[], on: LocalDate): Promise<readonly string[]> => {
    const offered: string[] = [];
    for (const id of byUrgency(entries, on)) {
      if (offered.length >= homesFree(on)) break;
      // Who has an offer already is asked about, too.
      if (await isWaiting(id)) offered.push(id);
    }
    return offered;
  };
}

const homesFree = (on: LocalDate): number => [0.2, 0.45, 0.85].filter((share) => draw(`${on}/ledig`) >= share).length;

const byUrgency = (entries: readonly JsonObject[], on: LocalDate): readonly string[] =>
  entries
    .map((entry) => ({ id: String(entry['processInstanceId'] ?? ''), waited: Number(entry['ventetDager'] ?? 0) }))
    .map(({ id, waited }) => ({ id, urgency: urgencyOf(id, waited, on) }))
    .toSorted((one, other) => other.urgency - one.urgency)
    .map(({ id }) => id);

// Somebody who is discharged tomorrow, or sleeps outside, goes before everybody.
const urgencyOf = (id: string, waited: number, on: LocalDate): number =>
  draw(`${id}/${on}`) < 0.04 ? 2_000 : waited * (0.05 + draw(`${id}/hast`));
