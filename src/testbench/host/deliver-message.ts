import { addDuration, type MessageSubscription, type ProcessInstance } from '../../engine/index.js';
import type { DeployedProcess } from './definitions.js';
import type { Host } from './host.js';
import { isFor, type Letter } from './mailbox.js';
import { occurAtStart, type OccurredAtStart } from './start-instance.js';
import { startTriggersOf, textOf, type StartTrigger } from './start-triggers.js';

/** How long a message with a key waits for somebody to take it. */
const timeToLive = 'P30D';

/**
 * Delivers a message: in each process to the instance that has waited longest, else to a start event of its latest
 * version. One that comes along a message flow waits for its target; another one only if it has a key.
 */
export function deliverMessage(host: Host, letter: Letter): readonly string[] {
  const { taken, isHeard } = tryDeliver(host, letter);
  if (isHeard) return taken;
  if (letter.target !== undefined) host.mailbox.keep(letter);
  else if (letter.correlationKey !== undefined) {
    host.mailbox.keep({ ...letter, keptUntil: addDuration(host.at, timeToLive) });
  }
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
  const waiting = onePerProcess(waitingFor(host, letter));
  const continued = waiting.flatMap(({ instance, subscription }) => {
    const command = { type: 'CorrelateMessage', subscriptionId: subscription.id, variables: letter.variables } as const;
    return host.tryGive(instance.id, command) === undefined ? [instance.id] : [];
  });
  const busy = new Set(waiting.map(({ instance }) => instance.definition.key));
  const started = letter.instance === undefined ? startsFor(host, letter, busy) : [];
  const taken = [...continued, ...started.flatMap((one) => (one === 'gathered' ? [] : [one.id]))];
  if (letter.sender !== undefined) for (const receiver of taken) becomePartners(host, letter.sender, receiver);
  return { taken, isHeard: continued.length + started.length > 0 };
}

interface Waiting {
  readonly instance: ProcessInstance;
  readonly subscription: MessageSubscription;
}

/** Who waits for a letter. In a conversation it is for the partner, as long as there is one. */
function waitingFor(host: Host, letter: Letter): readonly Waiting[] {
  const found = host.cases
    .all()
    .flatMap((instance) =>
      instance.suspended === true
        ? []
        : [...instance.subscriptions.values()].flatMap((subscription) =>
            subscription.kind === 'message' && isFor(letter, instance, subscription)
              ? [{ instance, subscription }]
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

/** Whether an instance already talks with another living instance of the sender's process. */
function hasPartnerOf(host: Host, instance: ProcessInstance, sender: string): boolean {
  const key = host.cases.find(sender)?.definition.key;
  return [...(host.partners.get(instance.id) ?? [])].some((id) => {
    const partner = host.cases.find(id);
    return partner?.state === 'active' && partner.definition.key === key;
  });
}

function onePerProcess(waiting: readonly Waiting[]): readonly Waiting[] {
  const keys = waiting.map(({ instance }) => instance.definition.key);
  return waiting.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

type Start = Exclude<OccurredAtStart, undefined>;

function startsFor(host: Host, letter: Letter, busy: ReadonlySet<string>): readonly Start[] {
  return host.definitions
    .allLatest()
    .filter(({ definition }) => !busy.has(definition.key))
    .flatMap((process) => {
      const start = startTriggersOf(process.definition).find((one) => startsOn(process, one, letter));
      const { correlationKey: businessKey, variables } = letter;
      const begun = start && occurAtStart(host, { process, start }, { variables, ...(businessKey && { businessKey }) });
      return begun === undefined ? [] : [begun];
    });
}

function startsOn(process: DeployedProcess, { element, trigger }: StartTrigger, letter: Letter): boolean {
  if (trigger.kind !== 'message') return false;
  if (letter.element !== undefined && letter.element !== element) return false;
  const { target } = letter;
  if (target?.element !== undefined) return target.process === process.definition.key && target.element === element;
  if (target !== undefined && target.process !== process.definition.key) return false;
  return textOf(trigger.message) === letter.name;
}

function becomePartners(host: Host, one: string, other: string): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    host.partners.set(from, (host.partners.get(from) ?? new Set()).add(to));
  }
}
