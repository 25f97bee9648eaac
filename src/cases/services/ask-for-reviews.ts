import type { ActorDirectory } from '../../runtime/case-ports.js';
import type { CommandHandler } from '../../runtime/command-handler.js';
import { expectDone } from '../../runtime/expect-done.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { Tenancy } from '../../runtime/homes/home-record.js';
import type { Job, JobHandler } from '../../runtime/jobs/job-handler.js';
import type { MessageCorrelation } from '../../runtime/message-correlation.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import { systemActor } from '../../runtime/system-actor.js';
import { homesIn } from '../homes/homes-in.js';

/** Where residents and their cases are found, and how the cases are told. */
export interface ReviewParts {
  readonly homes: Pick<HomeReader, 'homes'>;
  readonly directory: Pick<ActorDirectory, 'person'>;
  readonly messages: Pick<MessageCorrelation, 'correlate'>;
  readonly handler: Pick<CommandHandler, 'handle'>;
}

const process = 'tjenestevedtak';

/**
 * Job `be-om-vurdering`: the decision on services of everybody who rents a home in building `bygg` is to be considered for itself, because
 * of `bemanningGrunn`. Who has no case about services gets one. Gives `antallBeboere`, never who. Safe to repeat.
 */
export function createAskForReviews(parts: ReviewParts): JobHandler['run'] {
  return async (job) => {
    const { bygg } = job.variables;
    if (typeof bygg !== 'string') throw new Error(`Expected '${job.node}' to know the building, but 'bygg' is no text`);
    const homes = await homesIn(parts.homes, job.tenant, bygg);
    const leases = homes.flatMap(({ tenancy }) => tenancy ?? []);
    for (const lease of leases) await askForReview(parts, job, lease);
    return { antallBeboere: leases.length };
  };
}

async function askForReview(parts: ReviewParts, job: Job, { person, fromOn }: Tenancy): Promise<void> {
  const { tenant, key, at } = job;
  const about = { vurderingArsak: 'bemanning', vurderingGrunn: job.variables['bemanningGrunn'] ?? null };
  const name = (await parts.directory.person(tenant, person))?.name;
  const processInstanceId = createProcessInstanceId(at, `${key}/${person}`);
  const of = { soker: person, ...(name !== undefined && { sokerNavn: name }), innflyttetOn: fromOn };
  const variables = { ...of, ...about, vurderingVenter: true };
  const command = { type: 'StartProcessInstance', processInstanceId, variables, actor: systemActor } as const;
  const started = await parts.handler.handle({
    ...{ tenant, processInstanceId, command, definition: { key: process } },
    onlyOpen: { process, person },
  });
  if (started.ok || started.rejection.reason !== 'case-under-way') {
    expectDone(started, ['process-instance-exists']);
    return;
  }
  // An earlier attempt has started it, and it knows why.
  if (started.rejection.processInstanceId === processInstanceId) return;
  const message = { message: 'tjenester-ma-vurderes', key: person, messageId: `${key}/${person}` };
  // A decision that is on its way to the person is in force soon: the message waits for it.
  await parts.messages.correlate(tenant, { ...message, variables: about, timeToLive: 'P1Y', actor: systemActor });
}
