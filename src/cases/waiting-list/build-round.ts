import { daysBetween, localDateOf } from '../../engine/index.js';
import type { WaitingList, WaitingListEntry } from '../../runtime/case-ports.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';

/**
 * Job `bygg-runde`: gives `oppforinger`, everybody who waits, those whom earlier rounds missed on top; `antall`, how many
 * they are; and `rundeOn`. An entry tells its case, so that an outcome can be given to exactly that one.
 */
export function createBuildRound(list: WaitingList): (job: Job) => Promise<JsonObject> {
  return async ({ tenant, at }) => {
    const on = localDateOf(at);
    const entries = await list.active(tenant);
    return { oppforinger: entries.map((entry) => entryOf(entry, on)), antall: entries.length, rundeOn: on };
  };
}

function entryOf(entry: WaitingListEntry, on: LocalDate): JsonObject {
  const enteredOn = localDateOf(entry.enteredAt);
  return {
    id: entry.processInstanceId,
    processInstanceId: entry.processInstanceId,
    tittel: entry.title,
    behov: entry.need,
    ventetSiden: enteredOn,
    ventetDager: daysBetween(enteredOn, on),
    sistVurdert: entry.lastReviewedOn ?? null,
    // Starvation guard, first step: not looked at in the last round is shown in red (domain register P6).
    ikkeVurdertRunder: entry.roundsMissed,
  };
}
