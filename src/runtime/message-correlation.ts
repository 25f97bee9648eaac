import type { Actor } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { CommandHandler } from './command-handler.js';
import type { Clock, IncomingMessage, MessageIndex, TenantId, UntimedCommand } from './ports.js';
import { createProcessInstanceId } from './process-instance-id.js';

/** What a message came to: the cases that waited for it, and those it started. */
export interface Correlation {
  readonly correlated: readonly Id<'ProcessInstance'>[];
  readonly started: readonly Id<'ProcessInstance'>[];
}

/** Delivers messages by name and key to whoever waits; where nobody does, to the processes that a message starts. */
export class MessageCorrelation {
  constructor(
    private readonly index: MessageIndex,
    private readonly handler: CommandHandler,
    private readonly clock: Clock,
  ) {}

  async correlate(tenant: TenantId, incoming: IncomingMessage): Promise<Correlation> {
    const waiting = await this.index.waitingFor(tenant, incoming.message, incoming.key);
    if (waiting.length === 0) return { correlated: [], started: await this.startByMessage(tenant, incoming) };

    const { variables, actor } = incoming;
    const delivered = await Promise.all(
      waiting.map(async ({ id: subscriptionId, processInstanceId }) => {
        const command: UntimedCommand = { type: 'CorrelateMessage', subscriptionId, variables, actor };
        const outcome = await this.handler.handle({ tenant, processInstanceId, command });
        return outcome.ok ? [processInstanceId] : [];
      }),
    );
    return { correlated: delivered.flat(), started: [] };
  }

  private async startByMessage(tenant: TenantId, incoming: IncomingMessage): Promise<Correlation['started']> {
    const starts = await this.index.startedBy(tenant, incoming.message);
    const started = await Promise.all(
      starts.map(async ({ processKey, startEvent }) => {
        const processInstanceId = createProcessInstanceId(await this.clock.now(tenant));
        const command = startCommand(processInstanceId, startEvent, incoming);
        const outcome = await this.handler.handle({
          tenant,
          processInstanceId,
          command,
          definition: { key: processKey },
        });
        return outcome.ok ? [processInstanceId] : [];
      }),
    );
    return started.flat();
  }
}

function startCommand(
  processInstanceId: Id<'ProcessInstance'>,
  startEvent: string,
  {
    variables,
    actor,
    key,
  }: { readonly variables: IncomingMessage['variables']; readonly actor: Actor; readonly key?: string },
): UntimedCommand {
  const businessKey = key === undefined ? {} : { businessKey: key };
  return { type: 'StartProcessInstance', processInstanceId, startEvent, variables, actor, ...businessKey };
}
