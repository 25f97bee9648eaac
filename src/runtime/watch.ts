import type { CommandHandler } from './command-handler.js';
import type { FailureListener } from './due-work.js';
import { messageOf } from './jobs/job-runner.js';
import type { TenantId } from './ports.js';
import { systemActor } from './system-actor.js';
import type { Lookout, UntouchedCase } from './watch-ports.js';

// More than a handful means that something is wrong with everything; the next look takes the next ones.
const atATime = 100;

/** Looks for cases that would else be forgotten (invariant W), and makes an incident of each: somebody's to put right. */
export class Watch {
  constructor(
    private readonly lookout: Pick<Lookout, 'untouched'>,
    private readonly handler: CommandHandler,
    private readonly onFailure: FailureListener = () => undefined,
  ) {}

  async look(tenant: TenantId): Promise<void> {
    const untouched = await this.lookout.untouched(tenant, atATime);
    await Promise.all(untouched.map((found) => this.report(tenant, found)));
  }

  private async report(tenant: TenantId, { processInstanceId, revision }: UntouchedCase): Promise<void> {
    try {
      // A case that has gone on meanwhile refuses it: nobody has forgotten it.
      const command = { type: 'ReportUntouched', actor: systemActor } as const;
      await this.handler.handle({ tenant, processInstanceId, command, expectedRevision: revision });
    } catch (failure) {
      this.onFailure({ tenant, subject: `untouched case ${processInstanceId}`, message: messageOf(failure) });
    }
  }
}
