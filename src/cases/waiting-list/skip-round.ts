import { localDateOf } from '../../engine/index.js';
import type { ActorDirectory, WaitingListEntry } from '../../runtime/case-ports.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import { dateText, fillTemplate } from '../fill-template.js';
import { stepAfter, type DeliveryRules } from '../notifications/delivery-rules.js';
import type { Postbox } from '../notifications/postbox.js';
import { outcomesSoFar } from './outcomes-so-far.js';
import { placementsOf } from './placements-of-round.js';
import { writeOutcome, type OutcomeParts } from './write-outcome.js';

/** What a missed round is followed up with. */
export interface SkipRoundParts extends OutcomeParts {
  readonly directory: ActorDirectory;
  readonly postbox: Postbox;
  readonly rules: DeliveryRules;
  readonly publicUrl: string;
}

/**
 * Job `runde-hoppet-over`: what the round did say of some entries is kept and told; for everybody else who waited it counts one more
 * missed round and tells the leader whose level that reaches. Gives `ikkeVurdert`, how many they are.
 */
export function createSkipRound(parts: SkipRoundParts): (job: Job) => Promise<JsonObject> {
  return async (job) => {
    // The interrupted task list is gone with its results, but the journal remembers each of them.
    const given = new Map((await outcomesSoFar(parts.cases, job)).map((outcome) => [outcome.case, outcome]));
    const waiting = (await parts.list.active(job.tenant)).filter(({ enteredAt }) => enteredAt < job.at);
    const done = new Set<string>(await parts.list.reviewedIn(job.tenant, job.processInstanceId));
    const placements = placementsOf(job);
    // What is written may not have been told yet: only those that nobody looked at are over when they are counted.
    const left = waiting.filter(({ processInstanceId: id }) => given.has(id) || !done.has(id));
    for (const entry of left) {
      const outcome = given.get(entry.processInstanceId);
      const placement = placements.get(entry.processInstanceId);
      await (outcome === undefined
        ? countMissed(parts, job, { entry, placement })
        : writeOutcome(parts, job, { entry, outcome, placement }));
    }
    return { ikkeVurdert: waiting.filter(({ processInstanceId }) => !given.has(processInstanceId)).length };
  };
}

async function countMissed(
  parts: SkipRoundParts,
  job: Job,
  { entry, placement }: { readonly entry: WaitingListEntry; readonly placement: JsonObject | undefined },
): Promise<void> {
  // Told before it is counted: after a crash between the two, the same is told again under the same key.
  await tellLeader(parts, job, entry);
  const { tenant, processInstanceId: round } = job;
  const { processInstanceId } = entry;
  const missed = { processInstanceId, round, outcome: 'ikke-vurdert', reason: notLookedAt, on: roundOn(job) };
  await parts.list.review(tenant, { ...missed, ...(placement && { placement }) });
}

// A missed round is known by its own day, though it is given up on that of the next.
function roundOn({ variables, at }: Job): LocalDate {
  const on = variables['rundeOn'];
  return typeof on === 'string' ? on : localDateOf(at);
}

// Others may have got an offer in the same round: nobody is passed over without a reason.
const notLookedAt = 'Runden ble ikke lukket i tide, og ingen så på saken.';

// Starvation guard (domain register P6): one missed round is shown in red, then the leaders are told, one level at a time.
async function tellLeader(parts: SkipRoundParts, job: Job, entry: WaitingListEntry): Promise<void> {
  const rounds = entry.roundsMissed + 1;
  const step = stepAfter(parts.rules.rounds, rounds);
  if (step === undefined) return;

  const missedOn = [...(await parts.list.missedOn(job.tenant, entry.processInstanceId)), roundOn(job)];
  const lenke = `${parts.publicUrl}/saker/${entry.processInstanceId}`;
  for (const person of await parts.directory.membersOf(job.tenant, [step.to])) {
    await parts.postbox.deliver(person, {
      tenant: job.tenant,
      key: `${job.processInstanceId}/${entry.processInstanceId}/ikke-vurdert/${person.id}`,
      processInstanceId: entry.processInstanceId,
      kind: 'starvation',
      at: job.at,
      words: ({ varsler: { starvation } }, language) => {
        const datoer = missedOn.map((on) => dateText(on, language)).join(', ');
        const values = { lenke, runder: String(rounds), datoer, navn: person.name };
        return {
          subject: fillTemplate(starvation.emne, values, language),
          text: fillTemplate(starvation.tekst, values, language),
        };
      },
    });
  }
}
