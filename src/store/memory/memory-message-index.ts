import type { ProcessInstance, Subscription } from '../../engine/index.js';
import type { MessageAddress } from '../../runtime/messages/message-rule.js';
import type { EventStartPlace, MessageIndex, MessageWait, TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { eventStartsOf } from '../definitions/event-starts-of.js';
import type { Municipalities, Municipality } from './municipality.js';

/** Who waits for a message or signal, read from the cases in memory. */
export class MemoryMessageIndex implements MessageIndex {
  constructor(private readonly municipalities: Municipalities) {}

  async waitingFor(
    tenant: TenantId,
    { name, correlationKey }: Pick<MessageAddress, 'name' | 'correlationKey'>,
    { except, limit }: { readonly except: readonly string[]; readonly limit: number },
  ): Promise<readonly MessageWait[]> {
    return waitsOf(this.municipalities.of(tenant))
      .filter(({ message, correlationKey: key }) => message === name && (key === undefined || key === correlationKey))
      .filter(({ id }) => !except.includes(id))
      .slice(0, limit);
  }

  async hearing(tenant: TenantId, signal: string): Promise<readonly Id<'ProcessInstance'>[]> {
    const hears = (one: Subscription): boolean => one.kind === 'signal' && one.signal === signal;
    return [...this.municipalities.of(tenant).instances.values()]
      .filter(({ subscriptions }) => [...subscriptions.values()].some(hears))
      .map(({ id }) => id);
  }

  async startedBy(tenant: TenantId, kind: 'message' | 'signal', name: string): Promise<readonly EventStartPlace[]> {
    const latest = [...this.municipalities.of(tenant).definitions.values()].flatMap((versions) => versions.slice(-1));
    return latest
      .flatMap(({ definition }) =>
        eventStartsOf(definition)
          .filter((start) => start.kind === kind && start.name === name)
          .map(({ startEvent }) => ({ processKey: definition.key, startEvent })),
      )
      .sort((one, other) => (one.processKey < other.processKey ? -1 : 1));
  }
}

function waitsOf({ instances, journals }: Municipality): readonly MessageWait[] {
  const going = [...instances.values()].filter(({ suspended }) => suspended !== true);
  return going
    .flatMap((instance) => {
      const since = sinceWhen(journals.get(instance.id) ?? []);
      return [...instance.subscriptions.values()].flatMap((one) => waitOf(instance, one, since.get(one.id)));
    })
    .sort((one, other) => (one.since === other.since ? 0 : one.since < other.since ? -1 : 1));
}

type Journal = Municipality['journals'] extends Map<string, infer Events> ? Events : never;

const sinceWhen = (journal: Journal): ReadonlyMap<string, Instant> =>
  new Map(journal.flatMap((event) => (event.type === 'MessageSubscribed' ? [[event.subscription.id, event.at]] : [])));

function waitOf(instance: ProcessInstance, one: Subscription, since = instance.startedAt): readonly MessageWait[] {
  if (one.kind !== 'message') return [];
  const { id, node, message, correlationKey } = one;
  const key = correlationKey === undefined ? {} : { correlationKey };
  return [{ id, processInstanceId: instance.id, processKey: instance.definition.key, node, message, since, ...key }];
}
