import type { MessageSubscription, ProcessInstance } from '../../engine/index.js';
import { isFor, keptUntil, turnsOf } from '../../runtime/messages/message-rule.js';
import type { AwaitingPlace } from '../../runtime/messages/message-rule.js';
import type { DeployedProcess } from './definitions.js';
import type { Host } from './host.js';
import type { Letter } from './mailbox.js';
import { occurAtStart, type OccurredAtStart } from './start-instance.js';
import { startTriggersOf, textOf, type StartTrigger } from './start-triggers.js';

/**
 * Delivers a message: in each process to the instance that has waited longest, else to a start event of its latest
 * version. One that comes along a message flow waits for its target; another one only if it has a key.
 */
export function deliverMessage(host: Host, letter: Letter): readonly string[] {
  const { taken, isHeard } = tryDeliver(host, letter);
  if (isHeard) return taken;
  const until = keptUntil(letter, host.at);
  if (until === undefined) host.mailbox.keep(letter);
  else if (until > host.at) host.mailbox.keep({ ...letter, keptUntil: until });
  return taken;
}

/** Offers the kept messages to those who have begun to wait. */
export function deliverKept(host: Host): void {
  host.mailbox.offer(host.at, (letter) => tryDeliver(host, letter).isHeard);
}

interface Delivered {
  /** Whom the letter came to: instances that it continued or started. */
  readonly taken: readonly string[];
  /** Whether somebody had use for it, if only as a part of what a start event waits for. */
  readonly isHeard: boolean;
}

function tryDeliver(host: Host, letter: Letter): Delivered {
  const receivers = { waiting: waitingFor(host, letter), starts: startsFor(host, letter) };
  const given = turnsOf('one-per-process', receivers)
    .flat()
    .flatMap((receiver) => give(host, letter, receiver) ?? []);
  const taken = given.flatMap((one) => (one === 'gathered' ? [] : [one.id]));
  if (letter.sender !== undefined) for (const receiver of taken) becomePartners(host, letter.sender, receiver);
  return { taken, isHeard: given.length > 0 };
}

interface Waiting {
  readonly processKey: string;
  readonly instance: ProcessInstance;
  readonly subscription: MessageSubscription;
}

interface Starting {
  readonly processKey: string;
  readonly process: DeployedProcess;
  readonly start: StartTrigger;
}

function give(host: Host, { correlationKey, variables }: Letter, receiver: Waiting | Starting): OccurredAtStart {
  if ('process' in receiver) {
    const businessKey = correlationKey === undefined ? {} : { businessKey: correlationKey };
    return occurAtStart(host, receiver, { variables, ...businessKey });
  }
  const { instance, subscription } = receiver;
  const command = { type: 'CorrelateMessage', subscriptionId: subscription.id, variables } as const;
  return host.tryGive(instance.id, command) === undefined ? { id: instance.id } : undefined;
}

/** Who waits for a letter. In a conversation it is for the partner, as long as there is one. */
function waitingFor(host: Host, letter: Letter): readonly Waiting[] {
  const active = host.cases.all().filter(({ suspended }) => suspended !== true);
  const found = active.flatMap((instance) =>
    [...instance.subscriptions.values()].flatMap((subscription) =>
      subscription.kind === 'message' && isFor(letter, placeOf(instance, subscription))
        ? [{ processKey: instance.definition.key, instance, subscription }]
        : [],
    ),
  );
  const { sender, target } = letter;
  if (sender === undefined || target === undefined) return found;
  const partners = [...(host.partners.get(sender) ?? [])].flatMap((id) => host.cases.find(id) ?? []);
  const isTalking = partners.some(({ state, definition }) => state === 'active' && definition.key === target.process);
  if (isTalking) return found.filter(({ instance }) => host.partners.get(sender)?.has(instance.id));
  return found.filter(({ instance }) => !hasPartnerOf(host, instance, sender));
}

const placeOf = (instance: ProcessInstance, subscription: MessageSubscription): AwaitingPlace => ({
  ...subscription,
  processKey: instance.definition.key,
  processInstanceId: instance.id,
});

/** Whether an instance already talks with another living instance of the sender's process. */
function hasPartnerOf(host: Host, instance: ProcessInstance, sender: string): boolean {
  const key = host.cases.find(sender)?.definition.key;
  return [...(host.partners.get(instance.id) ?? [])].some((id) => {
    const partner = host.cases.find(id);
    return partner?.state === 'active' && partner.definition.key === key;
  });
}

/** Where a letter starts a process, once in each. */
function startsFor(host: Host, letter: Letter): readonly Starting[] {
  return host.definitions.allLatest().flatMap((process) => {
    const processKey = process.definition.key;
    const start = startTriggersOf(process.definition).find(
      ({ element: node, trigger }) =>
        trigger.kind === 'message' && isFor(letter, { processKey, node, message: textOf(trigger.message) ?? '' }),
    );
    return start === undefined ? [] : [{ processKey, process, start }];
  });
}

function becomePartners(host: Host, one: string, other: string): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    host.partners.set(from, (host.partners.get(from) ?? new Set()).add(to));
  }
}
