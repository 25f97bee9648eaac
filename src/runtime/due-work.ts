import type { CommandHandler } from './command-handler.js';
import type { DueRounds } from './due-rounds.js';
import type { EffectRunner } from './effect-runner.js';
import { messageOf } from './jobs/job-runner.js';
import type { MessageDelivery } from './messages/message-delivery.js';
import type { MessageBuffer } from './messages/message-ports.js';
import { oneAtATime } from './one-at-a-time.js';
import type { ClaimedEffect, TenantId } from './ports.js';
import type { DueKind, DueStart, Outbox } from './outbox-ports.js';
import { createProcessInstanceId } from './process-instance-id.js';
import { ringRequest, type SetTimer } from './ring-request.js';
import { asSystem } from './reading-as.js';
import type { Id } from '../shared/id.js';
import { systemActor } from './system-actor.js';

/** Told when an effect or a due start could not be carried out; it is tried again later. */
export type FailureListener = (what: {
  readonly tenant: TenantId;
  readonly subject: string;
  readonly message: string;
}) => void;

/** What due work is done with. */
export interface DueWorkTools {
  readonly outbox: Outbox;
  readonly handler: CommandHandler;
  readonly runEffect: EffectRunner;
  readonly messages: {
    readonly delivery: Pick<MessageDelivery, 'kept' | 'offerInOrder' | 'send'>;
    readonly buffer: Pick<MessageBuffer, 'sweep'>;
  };
  /** A bounded part of the batches that operators have started; answers how much of it is over. */
  readonly carryOnBatches: (tenant: TenantId) => Promise<number>;
}

// Small enough that one round never holds the others up (F1, F3 of the reliability register).
const timersAtATime = 128;
const fewTimers = 16;
const effectsAtATime = 64;
const startsAtATime = 20;
// A case that goes in circles must not keep timers and others waiting: the next round takes it up where it is.
const longestChain = 32;

/** Does what waits in the database: rings timers, starts processes, carries out effects and batches, delivers messages. Truth is in the rows. */
export class DueWork {
  private readonly runs = oneAtATime((tenant) => asSystem(() => this.workUntilQuiet(tenant)));
  private readonly watches = new Map<TenantId, Watch>();
  private isStopped = false;

  constructor(
    private readonly tools: DueWorkTools,
    private readonly onFailure: FailureListener = () => undefined,
    private readonly rounds: readonly DueRounds[] = [],
  ) {}

  /** Works until nothing more can be done in the municipality now. Calls that come meanwhile share the next run. */
  drain(tenant: TenantId): Promise<void> {
    return this.runs.run(tenant);
  }

  /**
   * Sees to what has begun to wait. A run that is under way looks at everything again after this call, so that what it sets off itself
   * costs no run of its own; without one, one begins. Should the run fail, what waits is found by the next.
   */
  async wake(tenant: TenantId): Promise<void> {
    const watch = this.watches.get(tenant);
    if (watch === undefined) return this.drain(tenant);
    watch.isWoken = true;
  }

  /** Begins nothing more; waits until what has begun is done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.runs.rest();
  }

  private async workUntilQuiet(tenant: TenantId): Promise<void> {
    const stuck = new Set<Id<'Timer'>>();
    const watch: Watch = { isWoken: false };
    this.watches.set(tenant, watch);
    try {
      while (!this.isStopped && ((await this.work(tenant, stuck, watch)) > 0 || watch.isWoken));
    } finally {
      // In the same breath as the last look at it: whoever comes now begins a run.
      this.watches.delete(tenant);
    }
  }

  /**
   * Works until all is quiet, then goes the rounds; answers how much those did. Effects that failed do not count, so that they cannot
   * keep us busy; `stuck` holds the timers that could not be rung, which must neither keep us busy nor stand in the way of those that
   * are due after them.
   */
  private async work(tenant: TenantId, stuck: Set<Id<'Timer'>>, watch: Watch): Promise<number> {
    const kinds: readonly (readonly [DueKind, () => Promise<number>])[] = [
      ['effects', () => this.carryOutEffects(tenant)],
      ['starts', () => this.startDue(tenant)],
      ['timers', () => this.ringDueTimers(tenant, stuck)],
      ['batches', () => this.tools.carryOnBatches(tenant)],
      ['messages', () => this.deliverKept(tenant)],
    ];
    let waiting: ReadonlySet<DueKind>;
    let done: number;
    do {
      watch.isWoken = false;
      // One look at everything: most of the time there is nothing.
      waiting = await this.tools.outbox.waiting(tenant);
      done = 0;
      for (const [kind, work] of kinds) {
        if (this.isStopped) return 0;
        if (waiting.has(kind)) done += await work();
      }
    } while (done > 0 || watch.isWoken);
    // What one moment brings to one person is written by now, and can be one message.
    return this.goRounds(tenant, waiting);
  }

  private async goRounds(tenant: TenantId, waiting: ReadonlySet<DueKind>): Promise<number> {
    const { handler, messages } = this.tools;
    const roundTools = { handler, delivery: messages.delivery };
    let done = 0;
    for (const rounds of this.rounds) {
      if (!waiting.has(rounds.kind)) continue;
      await this.attempt(tenant, 'rounds', async () => {
        done += await rounds.work(tenant, roundTools);
        return true;
      });
    }
    if (waiting.has('old-messages')) await messages.buffer.sweep(tenant);
    return done;
  }

  /** Brings kept messages to those who have begun to wait: of different names and keys side by side, else one after the other. */
  private async deliverKept(tenant: TenantId): Promise<number> {
    const { delivery } = this.tools.messages;
    let taken = 0;
    const offered = (await delivery.kept(tenant)).map((messages) =>
      this.attempt(tenant, `message ${messages[0]?.name ?? ''}`, async () => {
        taken += await delivery.offerInOrder(tenant, messages);
        return true;
      }),
    );
    await Promise.all(offered);
    return taken;
  }

  /** Few are rung as any other command. Many are shared with other workers: each takes what no other one has. */
  private async ringDueTimers(tenant: TenantId, stuck: Set<Id<'Timer'>>): Promise<number> {
    const due = await this.tools.outbox.dueTimers(tenant, fewTimers + stuck.size);
    const oldest = due.filter(({ id }) => !stuck.has(id));
    if (oldest.length < fewTimers) return this.ringEach(tenant, oldest, stuck);

    const rung = await Promise.all([this.ringFree(tenant, stuck), this.ringFree(tenant, stuck)]);
    // None: one of them harms its group, or others are at work on all of them. Either shows by ringing some alone.
    return rung.some((count) => count > 0)
      ? rung.reduce((sum, count) => sum + count)
      : this.ringEach(tenant, oldest, stuck);
  }

  private async ringEach(tenant: TenantId, due: readonly SetTimer[], stuck: Set<Id<'Timer'>>): Promise<number> {
    await Promise.all(
      due.map(async (timer) => {
        const isRung = await this.attempt(
          tenant,
          `timer ${timer.id}`,
          async () => (await this.tools.handler.handle(ringRequest(tenant, timer))).ok,
        );
        if (!isRung) stuck.add(timer.id);
      }),
    );
    return due.length;
  }

  private async ringFree(tenant: TenantId, stuck: Set<Id<'Timer'>>): Promise<number> {
    const due = { limit: timersAtATime, except: [...stuck] };
    const rung = await this.tools.handler.ringDue(tenant, due).catch(() => []);
    for (const { request, outcome } of rung)
      if (!outcome.ok && request.command.type === 'TriggerTimer') stuck.add(request.command.timerId);
    return rung.length;
  }

  private async startDue(tenant: TenantId): Promise<number> {
    const due = await this.tools.outbox.dueStarts(tenant, startsAtATime);
    const started = await Promise.all(
      due.map((start) => this.attempt(tenant, `start of ${start.processKey}`, () => this.start(tenant, start))),
    );
    return started.filter(Boolean).length;
  }

  private async start(tenant: TenantId, start: DueStart): Promise<boolean> {
    if (start.isPassedOver !== true) await this.startOnce(tenant, start);
    await this.tools.outbox.markStarted(tenant, start);
    return true;
  }

  private async startOnce(tenant: TenantId, { processKey: key, startEvent, dueAt }: DueStart): Promise<void> {
    const processInstanceId = createProcessInstanceId(dueAt, `${tenant}/${key}/${startEvent}/${dueAt}`);
    const outcome = await this.tools.handler.handle({
      tenant,
      processInstanceId,
      definition: { key },
      command: { type: 'StartProcessInstance', processInstanceId, startEvent, variables: {}, actor: systemActor },
    });
    if (!outcome.ok && outcome.rejection.reason !== 'process-instance-exists') {
      throw new Error(`Expected process '${key}' to start, but it was refused: ${outcome.rejection.reason}`);
    }
  }

  private async carryOutEffects(tenant: TenantId): Promise<number> {
    const claimed = await this.tools.outbox.claimEffects(tenant, effectsAtATime);
    const done = await Promise.all(byCase(claimed).map((effects) => this.carryOutInOrder(effects)));
    return done.reduce((sum, count) => sum + count, 0);
  }

  private async carryOutInOrder(effects: readonly ClaimedEffect[]): Promise<number> {
    const waiting = [...effects];
    let done = 0;
    for (let claimed = waiting.shift(); claimed !== undefined; claimed = waiting.shift()) {
      const takesNext = !this.isStopped && done < longestChain;
      if (await this.carryOut(claimed, takesNext, (next) => waiting.push(...next))) done += 1;
    }
    return done;
  }

  private async carryOut(
    claimed: ClaimedEffect,
    takesNext: boolean,
    goOnWith: (next: readonly ClaimedEffect[]) => void,
  ): Promise<boolean> {
    const { tenant, effect } = claimed;
    return this.attempt(tenant, `effect ${effect.type} ${claimed.processInstanceId}/${effect.key}`, async () => {
      let settled;
      try {
        settled = await this.tools.runEffect(claimed, takesNext);
      } catch (failure) {
        await this.tools.outbox.markFailed(claimed, messageOf(failure));
        throw failure;
      }
      if (settled === undefined) await this.tools.outbox.markDone(claimed);
      else goOnWith(settled.next);
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

/** Whether somebody has said, since the run that has it last looked, that something waits. */
interface Watch {
  isWoken: boolean;
}

function byCase(claimed: readonly ClaimedEffect[]): readonly (readonly ClaimedEffect[])[] {
  const cases = new Map<string, ClaimedEffect[]>();
  for (const effect of claimed)
    cases.set(effect.processInstanceId, [...(cases.get(effect.processInstanceId) ?? []), effect]);
  return [...cases.values()];
}
