import type { Actor, Effect } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import type { CommandHandler } from './command-handler.js';
import type { Clock, EventStartPlace, IncomingMessage, MessageIndex, TenantId, UntimedCommand } from './ports.js';
import { createProcessInstanceId } from './process-instance-id.js';
import { systemActor } from './system-actor.js';

/** What a message came to: the cases that waited for it, and those it started. */
export interface Correlation {
  readonly correlated: readonly Id<'ProcessInstance'>[];
  readonly started: readonly Id<'ProcessInstance'>[];
}

/** What comes to a process: its variables, in whose name, and the business key of what it starts. */
interface Arrival {
  readonly variables: JsonObject;
  readonly actor: Actor;
  readonly key?: string;
}

/** Delivers messages and signals to whoever waits, and to the processes that they start. */
export class MessageCorrelation {
  constructor(
    private readonly index: MessageIndex,
    private readonly handler: CommandHandler,
    private readonly clock: Clock,
  ) {}

  /** A message from outside: to everybody who waits for it by name and key; where nobody does, it starts processes. */
  async correlate(tenant: TenantId, incoming: IncomingMessage): Promise<Correlation> {
    const waiting = await this.index.waitingFor(tenant, incoming.message, incoming.key);
    if (waiting.length === 0) {
      const starts = await this.index.startedBy(tenant, 'message', incoming.message);
      return { correlated: [], started: await this.startAll(tenant, starts, incoming) };
    }
    const delivered = await Promise.all(waiting.map((wait) => this.deliver(tenant, wait, incoming)));
    return { correlated: delivered.flat(), started: [] };
  }

  /**
   * A message that a process has sent (BPMN 2.0.2 §10.5.5.9): one receiver takes it, at the end of its message flow if it
   * has one. Answers whether somebody did.
   */
  async publish(tenant: TenantId, sent: Extract<Effect, { readonly type: 'PublishMessage' }>): Promise<boolean> {
    const { message, correlationKey, targets, variables } = sent;
    const isMeant = (process: string, element: string): boolean =>
      targets.length === 0 ||
      targets.some((target) => target.process === process && (target.element ?? element) === element);
    const arrival = { variables, actor: systemActor, ...(correlationKey === undefined ? {} : { key: correlationKey }) };

    for (const wait of await this.index.waitingFor(tenant, message, correlationKey)) {
      if (!isMeant(wait.processKey, wait.node)) continue;
      if ((await this.deliver(tenant, wait, arrival)).length > 0) return true;
    }
    const starts = await this.index.startedBy(tenant, 'message', message);
    const meant = starts.filter(({ processKey, startEvent }) => isMeant(processKey, startEvent));
    return (await this.startAll(tenant, meant.slice(0, 1), arrival)).length > 0;
  }

  /** A signal that a process has sent (BPMN 2.0.2 §10.5.5.13): everybody else who waits for it, and all that it starts. */
  async broadcast(
    tenant: TenantId,
    sender: Id<'ProcessInstance'>,
    { signal, variables }: Extract<Effect, { readonly type: 'BroadcastSignal' }>,
  ): Promise<void> {
    const hearing = await this.index.hearing(tenant, signal);
    const command: UntimedCommand = { type: 'ReceiveSignal', signal, variables, actor: systemActor };
    const others = hearing.filter((id) => id !== sender);
    await Promise.all(others.map((processInstanceId) => this.handler.handle({ tenant, processInstanceId, command })));
    const starts = await this.index.startedBy(tenant, 'signal', signal);
    await this.startAll(tenant, starts, { variables, actor: systemActor });
  }

  private async deliver(
    tenant: TenantId,
    {
      id: subscriptionId,
      processInstanceId,
    }: { readonly id: Id<'Subscription'>; readonly processInstanceId: Id<'ProcessInstance'> },
    { variables, actor }: Arrival,
  ): Promise<readonly Id<'ProcessInstance'>[]> {
    const command: UntimedCommand = { type: 'CorrelateMessage', subscriptionId, variables, actor };
    const outcome = await this.handler.handle({ tenant, processInstanceId, command });
    return outcome.ok ? [processInstanceId] : [];
  }

  private async startAll(
    tenant: TenantId,
    starts: readonly EventStartPlace[],
    arrival: Arrival,
  ): Promise<readonly Id<'ProcessInstance'>[]> {
    const started = await Promise.all(
      starts.map(async ({ processKey: key, startEvent }) => {
        const processInstanceId = createProcessInstanceId(await this.clock.now(tenant));
        const command = startCommand(processInstanceId, startEvent, arrival);
        const outcome = await this.handler.handle({ tenant, processInstanceId, command, definition: { key } });
        return outcome.ok ? [processInstanceId] : [];
      }),
    );
    return started.flat();
  }
}

function startCommand(
  processInstanceId: Id<'ProcessInstance'>,
  startEvent: string,
  { variables, actor, key }: Arrival,
): UntimedCommand {
  const businessKey = key === undefined ? {} : { businessKey: key };
  return { type: 'StartProcessInstance', processInstanceId, startEvent, variables, actor, ...businessKey };
}
