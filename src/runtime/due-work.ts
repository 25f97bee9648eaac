import type { CommandHandler } from './command-handler.js';
import type { EffectRunner } from './effect-runner.js';
import { messageOf } from './job-runner.js';
import { oneAtATime } from './one-at-a-time.js';
import type { ClaimedEffect, DueStart, Outbox, TenantId } from './ports.js';
import { createProcessInstanceId } from './process-instance-id.js';
import { systemActor } from './system-actor.js';

/** Told when an effect or a due start could not be carried out; it is tried again later. */
export type FailureListener = (what: {
  readonly tenant: TenantId;
  readonly subject: string;
  readonly message: string;
}) => void;

// Small enough that one round never holds the others up (F1, F3 of the reliability register).
const timersAtATime = 200;
const effectsAtATime = 64;
const startsAtATime = 20;

/** Does what waits in the database: rings due timers, starts due processes, carries out effects and batches. Truth lies in the rows. */
export class DueWork {
  private readonly runs = oneAtATime((tenant) => this.workUntilQuiet(tenant));
  private isStopped = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly handler: CommandHandler,
    private readonly runEffect: EffectRunner,
    private readonly onFailure: FailureListener = () => undefined,
    /** A bounded part of the batches that operators have started; answers how much of it is over. */
    private readonly carryOnBatches: (tenant: TenantId) => Promise<number> = async () => 0,
  ) {}

  /** Works until nothing more can be done in the municipality now. Calls that come meanwhile share the next run. */
  drain(tenant: TenantId): Promise<void> {
    return this.runs.run(tenant);
  }

  /** Begins nothing more; waits until what has begun is done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.runs.rest();
  }

  private async workUntilQuiet(tenant: TenantId): Promise<void> {
    const stuck = new Set<string>();
    while (!this.isStopped && (await this.work(tenant, stuck)) > 0);
  }

  /**
   * One round; answers how much was done. Effects that failed do not count, so that they cannot keep us busy; `stuck` holds the
   * timers that could not be rung, which must neither keep us busy nor stand in the way of those that are due after them.
   */
  private async work(tenant: TenantId, stuck: Set<string>): Promise<number> {
    const effects = await this.carryOutEffects(tenant);
    const starts = await this.startDue(tenant);
    const timers = await this.ringDueTimers(tenant, stuck);
    const items = await this.carryOnBatches(tenant);
    return effects + starts + timers + items;
  }

  private async ringDueTimers(tenant: TenantId, stuck: Set<string>): Promise<number> {
    const all = await this.outbox.dueTimers(tenant, timersAtATime + stuck.size);
    const due = all.filter(({ id }) => !stuck.has(id));
    await Promise.all(
      due.map(async ({ id, processInstanceId }) => {
        const isRung = await this.attempt(tenant, `timer ${id}`, async () => {
          const command = { type: 'TriggerTimer', timerId: id, actor: systemActor } as const;
          return (await this.handler.handle({ tenant, processInstanceId, command })).ok;
        });
        if (!isRung) stuck.add(id);
      }),
    );
    return due.length;
  }

  private async startDue(tenant: TenantId): Promise<number> {
    const due = await this.outbox.dueStarts(tenant, startsAtATime);
    const started = await Promise.all(
      due.map((start) => this.attempt(tenant, `start of ${start.processKey}`, () => this.start(tenant, start))),
    );
    return started.filter(Boolean).length;
  }

  private async start(tenant: TenantId, start: DueStart): Promise<boolean> {
    const { processKey: key, startEvent, dueAt } = start;
    const processInstanceId = createProcessInstanceId(dueAt, `${tenant}/${key}/${startEvent}/${dueAt}`);
    const outcome = await this.handler.handle({
      tenant,
      processInstanceId,
      definition: { key },
      command: { type: 'StartProcessInstance', processInstanceId, startEvent, variables: {}, actor: systemActor },
    });
    if (!outcome.ok && outcome.rejection.reason !== 'process-instance-exists') {
      throw new Error(`Expected process '${key}' to start, but it was refused: ${outcome.rejection.reason}`);
    }
    await this.outbox.markStarted(tenant, start);
    return true;
  }

  private async carryOutEffects(tenant: TenantId): Promise<number> {
    const claimed = await this.outbox.claimEffects(tenant, effectsAtATime);
    const done = await Promise.all(byCase(claimed).map((effects) => this.carryOutInOrder(effects)));
    return done.reduce((sum, count) => sum + count, 0);
  }

  private async carryOutInOrder(effects: readonly ClaimedEffect[]): Promise<number> {
    let done = 0;
    for (const claimed of effects) if (await this.carryOut(claimed)) done += 1;
    return done;
  }

  private async carryOut(claimed: ClaimedEffect): Promise<boolean> {
    const { tenant, effect } = claimed;
    return this.attempt(tenant, `effect ${effect.type} ${claimed.processInstanceId}/${effect.key}`, async () => {
      try {
        await this.runEffect(claimed);
      } catch (failure) {
        await this.outbox.markFailed(claimed, messageOf(failure));
        throw failure;
      }
      await this.outbox.markDone(claimed);
      return true;
    });
  }

  private async attempt(tenant: TenantId, subject: string, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (failure) {
      this.onFailure({ tenant, subject, message: messageOf(failure) });
      return false;
    }
  }
}

function byCase(claimed: readonly ClaimedEffect[]): readonly (readonly ClaimedEffect[])[] {
  const cases = new Map<string, ClaimedEffect[]>();
  for (const effect of claimed)
    cases.set(effect.processInstanceId, [...(cases.get(effect.processInstanceId) ?? []), effect]);
  return [...cases.values()];
}
