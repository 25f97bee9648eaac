import { idOf } from '../../shared/id.js';
import type { CommandHandler } from '../command-handler.js';
import type { EventStartPlace, MessageIndex, MessageWait, TenantId, UntimedCommand } from '../ports.js';
import { createProcessInstanceId } from '../process-instance-id.js';
import type { KeptMessage, MessageBuffer, MessageToSend } from './message-ports.js';
import { isFor, turnsOf } from './message-rule.js';

const receiversAtATime = 50;
const messagesAtATime = 100;

/** Brings messages to their receivers: each to one, or to all of them, never twice to the same, the oldest first. */
export class MessageDelivery {
  constructor(
    private readonly index: MessageIndex,
    private readonly buffer: MessageBuffer,
    private readonly handler: CommandHandler,
  ) {}

  /** Delivers a message, behind older ones of its name and key; answers what has become of it. */
  async send(tenant: TenantId, message: MessageToSend): Promise<KeptMessage> {
    const kept = await this.buffer.keep(tenant, message);
    if (kept.state !== 'waiting') return kept;

    let older: readonly KeptMessage[];
    do {
      older = await this.buffer.deliverable(tenant, messagesAtATime, kept);
    } while ((await this.offerInOrder(tenant, older)) > 0 && older.length === messagesAtATime);
    return this.buffer.settle(tenant, kept.id);
  }

  /** Messages that somebody can take now, in rows: those of one name and key in their order. */
  async kept(tenant: TenantId): Promise<readonly (readonly KeptMessage[])[]> {
    const rows = new Map<string, KeptMessage[]>();
    for (const message of await this.buffer.deliverable(tenant, messagesAtATime)) {
      const key = JSON.stringify([message.name, message.correlationKey]);
      rows.set(key, [...(rows.get(key) ?? []), message]);
    }
    return [...rows.values()];
  }

  /** Offers messages one after the other; answers how many somebody took. */
  async offerInOrder(tenant: TenantId, messages: readonly KeptMessage[]): Promise<number> {
    let taken = 0;
    for (const message of messages) {
      if (await this.offer(tenant, message)) taken += 1;
      await this.buffer.settle(tenant, message.id);
    }
    return taken;
  }

  private async offer(tenant: TenantId, message: KeptMessage): Promise<boolean> {
    const asked: string[] = [...message.receivers];
    let isTaken = false;
    for (;;) {
      const page = await this.index.waitingFor(tenant, message, { except: asked, limit: receiversAtATime });
      if (page.length === 0) break;
      asked.push(...page.map(({ id }) => id));
      const waiting = page.filter((wait) => isFor(message, wait) && isInTime(message, wait));
      isTaken = (await this.give(tenant, message, { waiting, starts: [] })) || isTaken;
      if (isTaken && !message.isBroadcast) return true;
    }
    const all = await this.index.startedBy(tenant, 'message', message.name);
    const starts = all.filter(({ processKey, startEvent: node }) =>
      isFor(message, { processKey, node, message: message.name }),
    );
    return (await this.give(tenant, message, { waiting: [], starts })) || isTaken;
  }

  private async give(tenant: TenantId, message: KeptMessage, receivers: MessageReceivers): Promise<boolean> {
    const turns = turnsOf(message.isBroadcast ? 'all' : 'one', receivers);
    const taken = await Promise.all(turns.map((turn) => this.giveToFirst(tenant, message, turn)));
    return taken.includes(true);
  }

  private async giveToFirst(
    tenant: TenantId,
    message: KeptMessage,
    turn: readonly (MessageWait | EventStartPlace)[],
  ): Promise<boolean> {
    for (const receiver of turn) {
      const given = 'startEvent' in receiver ? startAt(tenant, message, receiver) : goOn(message, receiver);
      const takes = { id: message.id, receiver: given.receiver };
      const outcome = await this.handler.handle({ tenant, ...given.request, takes });
      if (outcome.ok) return true;
      if (outcome.rejection.reason === 'message-taken' && !message.isBroadcast) return false;
    }
    return false;
  }
}

interface MessageReceivers {
  readonly waiting: readonly MessageWait[];
  readonly starts: readonly EventStartPlace[];
}

// A broadcast that was interrupted goes on to those for whom it was said; who came later has not missed it.
const isInTime = ({ receivers, publishedAt }: KeptMessage, { since }: MessageWait): boolean =>
  receivers.length === 0 || since <= publishedAt;

function goOn({ variables, actor }: KeptMessage, { id: subscriptionId, processInstanceId }: MessageWait) {
  const command: UntimedCommand = { type: 'CorrelateMessage', subscriptionId, variables, actor };
  return { receiver: subscriptionId, request: { processInstanceId, command } };
}

function startAt(tenant: TenantId, message: KeptMessage, { processKey, startEvent }: EventStartPlace) {
  const { id, variables, actor, correlationKey, publishedAt } = message;
  const receiver = `${processKey}/${startEvent}`;
  const processInstanceId = createProcessInstanceId(publishedAt, `${tenant}/message/${id}/${receiver}`);
  const businessKey = correlationKey === undefined ? {} : { businessKey: correlationKey };
  const start = { type: 'StartProcessInstance', processInstanceId, startEvent, variables, actor, ...businessKey };
  const command: UntimedCommand = { ...start, type: 'StartProcessInstance' };
  return {
    receiver,
    request: {
      processInstanceId: idOf<'ProcessInstance'>(processInstanceId),
      command,
      definition: { key: processKey },
    },
  };
}
