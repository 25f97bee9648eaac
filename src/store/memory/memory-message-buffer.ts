import { addDuration } from '../../engine/index.js';
import type { KeptMessage, MessageBuffer, MessageToSend } from '../../runtime/messages/message-ports.js';
import { keptUntil, type MessageAddress } from '../../runtime/messages/message-rule.js';
import type { TenantId } from '../../runtime/ports.js';
import { idOf, type Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { TakenRow } from '../process-instances/taken-messages.js';
import type { BufferedMessage, Municipalities, Municipality } from './municipality.js';

/** Messages on their way, in memory. */
export class MemoryMessageBuffer implements MessageBuffer {
  constructor(private readonly municipalities: Municipalities) {}

  async keep(tenant: TenantId, message: MessageToSend): Promise<KeptMessage> {
    const municipality = this.municipalities.of(tenant);
    const { messages, now } = municipality;
    forgetOld(municipality);
    const known = [...messages.values()].find(
      ({ name, messageId }) => messageId !== undefined && name === message.name && messageId === message.messageId,
    );
    if (known !== undefined) return known;

    const id = idOf<'KeptMessage'>(String((municipality.messageCount += 1)));
    const expiresAt = keptUntil(message, now);
    const life = { publishedAt: now, ...(expiresAt === undefined ? {} : { expiresAt }) };
    const nobody = { receivers: [], correlated: [], started: [], offered: false } as const;
    const kept = { ...message, ...life, ...nobody, id, state: 'waiting' } as const;
    messages.set(id, kept);
    return kept;
  }

  // Whoever takes a message looks closer; here everything within its life is worth it.
  async deliverable(
    tenant: TenantId,
    limit: number,
    like?: Pick<MessageAddress, 'name' | 'correlationKey'>,
  ): Promise<readonly KeptMessage[]> {
    const municipality = this.municipalities.of(tenant);
    return [...municipality.messages.values()]
      .filter(({ state }) => state === 'waiting')
      .filter(({ name, correlationKey: key }) => !like || (name === like.name && key === like.correlationKey))
      .filter((message) => !message.offered || !isOver(message, municipality.now))
      .slice(0, limit);
  }

  async settle(tenant: TenantId, id: Id<'KeptMessage'>): Promise<KeptMessage> {
    const municipality = this.municipalities.of(tenant);
    const message = municipality.messages.get(id);
    if (message === undefined) throw new Error(`Expected message ${id} to be remembered, but it is not`);
    if (message.state !== 'waiting') return message;

    const isTaken = message.receivers.length > 0;
    if (isTaken || isOver(message, municipality.now)) return end(municipality, message, isTaken ? 'taken' : 'expired');
    const waiting = { ...message, offered: true };
    municipality.messages.set(id, waiting);
    return waiting;
  }

  async sweep(tenant: TenantId): Promise<number> {
    const municipality = this.municipalities.of(tenant);
    forgetOld(municipality);
    const old = [...municipality.messages.values()].filter(
      (one) => one.state === 'waiting' && one.offered && one.receivers.length === 0 && isOver(one, municipality.now),
    );
    for (const message of old) end(municipality, message, 'expired');
    return old.length;
  }
}

/** Notes that a case took a message, or began by it. */
export function takeMessage(municipality: Municipality, { id, receiver, instance, isStart }: TakenRow): void {
  const message = municipality.messages.get(id);
  if (message === undefined) throw new Error(`Expected message ${id} to be there while it is taken`);

  const came = idOf<'ProcessInstance'>(instance);
  const taken = {
    ...message,
    receivers: [...message.receivers, receiver],
    correlated: isStart ? message.correlated : [...message.correlated, came],
    started: isStart ? [...message.started, came] : message.started,
  };
  if (message.isBroadcast) municipality.messages.set(id, taken);
  else end(municipality, taken, 'taken');
}

function end({ messages, now }: Municipality, message: BufferedMessage, state: 'taken' | 'expired'): KeptMessage {
  const tomorrow = addDuration(now, 'PT24H');
  const { expiresAt = tomorrow } = message;
  const forgetAt = expiresAt > tomorrow ? expiresAt : tomorrow;
  const ended = { ...message, state, forgetAt, variables: {}, offered: true };
  messages.set(message.id, ended);
  return ended;
}

const isOver = ({ expiresAt }: KeptMessage, now: Instant): boolean => expiresAt !== undefined && expiresAt <= now;

function forgetOld({ messages, now }: Municipality): void {
  for (const { id, forgetAt } of messages.values()) if (forgetAt !== undefined && forgetAt <= now) messages.delete(id);
}
