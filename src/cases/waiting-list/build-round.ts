import { daysBetween, localDateOf } from '../../engine/index.js';
import type { WaitingList } from '../../runtime/case-ports.js';
import type { DecisionSource } from '../../runtime/decision-ports.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import { freeHomes } from '../homes/homes-in.js';
import { inOrderOfList, type PlacedEntry } from './placed-entries.js';
import { waitingSince } from './priority/circumstances.js';
import { placementJson } from './priority/placement.js';
import { ruleInForce } from './priority/priority-rule.js';
import { vacanciesJson } from './round-vacancies.js';

/** What a round is built of. */
export interface RoundParts {
  readonly list: Pick<WaitingList, 'active'>;
  readonly rules: DecisionSource;
  readonly homes: Pick<HomeReader, 'buildings' | 'homes'>;
}

/**
 * Job `bygg-runde`: gives `oppforinger`, everybody who waits: those whom earlier rounds missed on top, then by the priority key and, within
 * a group, as the last round moved them, then who has waited longest; `antall`, how many they are; `ledigeBoliger`, the homes that are free; and `rundeOn`. An entry tells its case, so that an outcome can be given to
 * exactly that one, and where the key puts it, why, and by which version of it.
 */
export function createBuildRound({ list, rules, homes }: RoundParts): (job: Job) => Promise<JsonObject> {
  return async ({ tenant, at }) => {
    const on = localDateOf(at);
    const [entries, rule, buildings, free] = await Promise.all([
      list.active(tenant),
      ruleInForce(rules, tenant),
      homes.buildings(tenant),
      freeHomes(homes, tenant),
    ]);
    const ordered = inOrderOfList(entries, { rule, on, vacancies: buildings });
    return {
      oppforinger: ordered.map((one) => entryOf(one, on)),
      antall: entries.length,
      ledigeBoliger: vacanciesJson(free, buildings),
      rundeOn: on,
    };
  };
}

function entryOf({ entry, placement }: PlacedEntry, on: LocalDate): JsonObject {
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
    flyttet: entry.moved ?? null,
    plassering: placementJson(placement),
  };
}
