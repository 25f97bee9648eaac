import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { MessageCorrelation } from '../../runtime/message-correlation.js';
import { systemActor } from '../../runtime/system-actor.js';

/** The message by which the evaluation of a project begins; its key is the project, and becomes the business key of the evaluation. */
export const projectFinished = 'prosjekt-er-ferdig';

/**
 * Job `meld-prosjekt-ferdig`: says with the message `prosjekt-er-ferdig` that a project is over, with its name and what was taken over and when.
 * A diagram cannot say which case sends a message, and the evaluation must find what people asked for in this one. Safe to repeat.
 */
export function createTellProjectFinished({
  messages,
}: {
  readonly messages: Pick<MessageCorrelation, 'correlate'>;
}): JobHandler['run'] {
  return async ({ tenant, key, processInstanceId, variables }) => {
    const { prosjekt, bygg = null, overtattOn } = variables;
    if (typeof prosjekt !== 'string' || typeof overtattOn !== 'string')
      throw new Error(`Expected a finished project to know 'prosjekt' and 'overtattOn', but it does not`);
    const message = { message: projectFinished, key: processInstanceId, messageId: key, timeToLive: 'P1Y' } as const;
    await messages.correlate(tenant, { ...message, variables: { prosjekt, bygg, overtattOn }, actor: systemActor });
    return {};
  };
}
