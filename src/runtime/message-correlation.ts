import type { Actor, Effect } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import type { CommandHandler } from './command-handler.js';
import type { KeptMessage, MessageToSend } from './messages/message-ports.js';
import type { MessageDelivery } from './messages/message-delivery.js';
import type { Clock, MessageIndex, TenantId, UntimedCommand } from './ports.js';
import { createProcessInstanceId } from './process-instance-id.js';
import { systemActor } from './system-actor.js';

/** A message from outside, by name and key (BPMN 2.0.2 §8.4.2). */
export interface IncomingMessage extends Pick<MessageToSend, 'timeToLive' | 'messageId'> {
  readonly message: string;
  readonly key?: string;
  readonly variables: JsonObject;
  readonly actor: Actor;
  /** For everybody who waits and everything it starts; otherwise one receiver takes it. */
  readonly isBroadcast?: boolean;
}

/** What a message came to: the cases that took it, those it started, and whether it is kept for somebody to come. */
export interface Correlation extends Pick<KeptMessage, 'correlated' | 'started' | 'expiresAt'> {
  readonly isKept: boolean;
}

/** What messages and signals are delivered with. */
export interface CorrelationTools {
  readonly index: Pick<MessageIndex, 'hearing' | 'startedBy'>;
  readonly delivery: Pick<MessageDelivery, 'send'>;
  readonly handler: CommandHandler;
  readonly clock: Clock;
}

/** Delivers messages and signals to whoever waits, and to the processes that they start. */
export class MessageCorrelation {
  constructor(private readonly tools: CorrelationTools) {}

  /**
   * A message from outside. The one that has waited longest takes it; where nobody waits, the first process that it starts. One
   * that nobody takes is kept for its life (`keptUntil`). Behind older ones with its name and key it waits for its turn.
   */
  async correlate(tenant: TenantId, { message: name, key, ...incoming }: IncomingMessage): Promise<Correlation> {
    const correlationKey = key === undefined ? {} : { correlationKey: key };
    const sent = await this.tools.delivery.send(tenant, { isBroadcast: false, ...incoming, name, ...correlationKey });
    const { correlated, started, state, expiresAt } = sent;
    return { correlated, started, isKept: state === 'waiting', ...(expiresAt === undefined ? {} : { expiresAt }) };
  }

  /**
   * A message that a process has sent (BPMN 2.0.2 §10.5.5.9): one receiver takes it, or one at the end of each of its message
   * flows. Safe to repeat: the same effect is the same message.
   */
  async publish(
    tenant: TenantId,
    sender: Id<'ProcessInstance'>,
    sent: Extract<Effect, { readonly type: 'PublishMessage' }>,
  ): Promise<void> {
    const { key, message: name, correlationKey, targets, variables } = sent;
    const address = { name, ...(correlationKey === undefined ? {} : { correlationKey }) };
    const message = { ...address, variables, sender, actor: systemActor, isBroadcast: false };
    const ends = targets.length === 0 ? [{}] : targets.map((target) => ({ target }));
    for (const [place, end] of ends.entries()) {
      await this.tools.delivery.send(tenant, { ...message, ...end, messageId: `${sender}/${key}/${place}` });
    }
  }

  /** A signal that a process has sent (BPMN 2.0.2 §10.5.5.13): everybody else who waits for it, and all that it starts. */
  async broadcast(
    tenant: TenantId,
    sender: Id<'ProcessInstance'>,
    { signal, variables }: Extract<Effect, { readonly type: 'BroadcastSignal' }>,
  ): Promise<void> {
    const { index, handler } = this.tools;
    const hearing = await index.hearing(tenant, signal);
    const command: UntimedCommand = { type: 'ReceiveSignal', signal, variables, actor: systemActor };
    const others = hearing.filter((id) => id !== sender);
    await Promise.all(others.map((processInstanceId) => handler.handle({ tenant, processInstanceId, command })));
    const starts = await index.startedBy(tenant, 'signal', signal);
    await Promise.all(
      starts.map(async ({ processKey: key, startEvent }) => {
        const processInstanceId = createProcessInstanceId(await this.tools.clock.now(tenant));
        const start = {
          type: 'StartProcessInstance',
          processInstanceId,
          startEvent,
          variables,
          actor: systemActor,
        } as const;
        await handler.handle({ tenant, processInstanceId, command: start, definition: { key } });
      }),
    );
  }
}
