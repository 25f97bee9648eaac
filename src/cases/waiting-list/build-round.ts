import { daysBetween, localDateOf } from '../../engine/index.js';
import type { WaitingList, WaitingListEntry } from '../../runtime/case-ports.js';
import type { DecisionSource } from '../../runtime/decision-ports.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import { keyInputs, waitingSince } from './priority/circumstances.js';
import { fitsIn, type Vacancies } from './priority/fits-vacancy.js';
import { byKey, placementJson, type Placement } from './priority/placement.js';
import { ruleInForce } from './priority/priority-rule.js';

/** What a round is built of. */
export interface RoundParts {
  readonly list: Pick<WaitingList, 'active'>;
  readonly rules: DecisionSource;
  readonly homes: Pick<HomeReader, 'buildings'>;
}

/**
 * Job `bygg-runde`: gives `oppforinger`, everybody who waits: those whom earlier rounds missed on top, then by the priority key, then
 * who has waited longest; `antall`, how many they are; and `rundeOn`. An entry tells its case, so that an outcome can be given to
 * exactly that one, and where the key puts it, why, and by which version of it.
 */
export function createBuildRound({ list, rules, homes }: RoundParts): (job: Job) => Promise<JsonObject> {
  return async ({ tenant, at }) => {
    const on = localDateOf(at);
    const [entries, rule, vacancies] = await Promise.all([
      list.active(tenant),
      ruleInForce(rules, tenant),
      homes.buildings(tenant),
    ]);
    const placed = entries.map((entry) => ({ entry, placement: rule.place(inputsOf(entry, on, vacancies)) }));
    const ordered = placed.toSorted(inOrder);
    return { oppforinger: ordered.map((one) => entryOf(one, on)), antall: entries.length, rundeOn: on };
  };
}

interface Placed {
  readonly entry: WaitingListEntry;
  readonly placement: Placement;
}

const inputsOf = (entry: WaitingListEntry, on: LocalDate, vacancies: Vacancies): JsonObject =>
  keyInputs(entry, { on, fitsVacancy: fitsIn(vacancies, entry.need) });

const inOrder = (one: Placed, other: Placed): number =>
  other.entry.roundsMissed - one.entry.roundsMissed ||
  byKey(one.placement, other.placement) ||
  one.entry.enteredAt.localeCompare(other.entry.enteredAt);

function entryOf({ entry, placement }: Placed, on: LocalDate): JsonObject {
  const since = waitingSince(entry);
  return {
    id: entry.processInstanceId,
    processInstanceId: entry.processInstanceId,
    tittel: entry.title,
    behov: entry.need,
    ventetSiden: since,
    ventetDager: daysBetween(since, on),
    sistVurdert: entry.lastReviewedOn ?? null,
    // Starvation guard, first step: not looked at in the last round is shown in red (domain register P6).
    ikkeVurdertRunder: entry.roundsMissed,
    plassering: placementJson(placement),
  };
}
