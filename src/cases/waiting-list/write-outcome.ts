import { localDateOf } from '../../engine/index.js';
import type { WaitingList, WaitingListEntry } from '../../runtime/case-ports.js';
import type { CommandHandler } from '../../runtime/command-handler.js';
import { expectDone } from '../../runtime/expect-done.js';
import type { MessageCorrelation } from '../../runtime/message-correlation.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import { systemActor } from '../../runtime/system-actor.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { RoundOutcome } from './round-outcome.js';

/** What outcomes are written and told with. */
export interface OutcomeParts {
  readonly list: WaitingList;
  readonly messages: Pick<MessageCorrelation, 'correlate'>;
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly cases: Pick<CaseReader, 'journal'>;
}

type Round = Pick<Job, 'tenant' | 'processInstanceId' | 'at'>;

interface EntryOutcome {
  readonly entry: WaitingListEntry;
  readonly outcome: RoundOutcome;
  /** Where the priority key put the entry in this round; absent for rounds that were built before there was a key. */
  readonly placement: JsonObject | undefined;
}

/**
 * Writes on the list what the round says of an entry, and tells its case so where that ends the waiting. Safe to repeat: a case
 * that was told already waits no longer, and an entry is off the list only when its case has been told. Written first: a case that
 * has heard may leave the list at once, and whoever repeats this would not find it there any more.
 */
export async function writeOutcome(
  parts: OutcomeParts,
  job: Round,
  { entry: { processInstanceId }, outcome, placement }: EntryOutcome,
): Promise<void> {
  const { list, messages } = parts;
  const { tenant, processInstanceId: round, at } = job;
  const why = { ...(outcome.reason && { reason: outcome.reason }), ...(placement && { placement }) };
  await list.review(tenant, { processInstanceId, round, outcome: outcome.outcome, on: localDateOf(at), ...why });
  if (outcome.by !== undefined) await countLook(parts, job, { processInstanceId, by: outcome.by });
  const message = messageOf(outcome);
  if (message !== undefined)
    // Not kept: a case that waits no longer must not hear it when it is on the list again.
    await messages.correlate(tenant, {
      ...message,
      key: processInstanceId,
      timeToLive: 'PT0S',
      actor: systemActor,
    });
  if (outcome.outcome === 'ut') await list.leave(tenant, { processInstanceId, reason: reasonOf(outcome), at });
}

/** Whoever judged an entry has looked at its case: it was not left alone that week (domain register P6). */
async function countLook(
  { handler }: OutcomeParts,
  { tenant, processInstanceId: round }: Round,
  { processInstanceId, by }: { readonly processInstanceId: Id<'ProcessInstance'>; readonly by: Id<'Actor'> },
): Promise<void> {
  const key = `${round}/${processInstanceId}`;
  const id = idOf<'AttentionNote'>(key);
  const outcome = await handler.handle({
    ...{ tenant, processInstanceId, receipt: { key, requestHash: key } },
    command: { type: 'LookAtCase', noteId: id, actor: { id: by, groups: [] } },
    note: { id, text: 'Vurdert i ventelisterunden' },
  });
  expectDone(outcome, ['command-repeated', 'process-instance-ended']);
}

function messageOf(outcome: RoundOutcome) {
  if (outcome.outcome === 'tilbud') return { message: 'bolig-ledig', variables: {} };
  if (outcome.outcome === 'ut')
    return { message: 'tatt-av-lista', variables: { tattAvListaBegrunnelse: reasonOf(outcome) } };
  return undefined;
}

const reasonOf = ({ reason }: RoundOutcome): string => reason ?? 'Tatt ut i runden';
