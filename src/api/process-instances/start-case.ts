import { mayStart } from '../../cases/access/may-start.js';
import { startVariables, unknownStartVariables } from '../../cases/access/start-variables.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { checkLease } from './check-lease.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';

/** What a person wants to start. */
export interface WantedCase {
  readonly process: string;
  readonly businessKey?: string | undefined;
  readonly variables: JsonObject;
}

/** Starts a case for whoever may start one of the process. */
export async function startCase(ports: ApiPorts, asked: AskedCommand, wanted: WantedCase): Promise<CommandAnswer> {
  const { tenant, actor, name } = asked.who;
  const { process, businessKey } = wanted;
  if ((await ports.definitions.versions(tenant, process)).length === 0) throw problem('unknown-definition');
  const right = mayStart(actor, process);
  if (right === undefined) throw problem('actor-not-allowed');
  const unknown = unknownStartVariables(process, wanted.variables);
  if (unknown.length > 0) throw problem('invalid-input', { errors: unknown.map(unknownVariable) });

  await checkLease(ports, tenant, wanted);
  const now = await ports.clock.now(tenant);
  const variables = startVariables(wanted.variables, { process, right, actor, name, now, crisis: ports.crisis });
  return beginCase(ports, asked, { process, businessKey, variables });
}

/** Begins a case in the name of whoever asks; that they may is decided already. */
export async function beginCase(ports: ApiPorts, asked: AskedCommand, wanted: WantedCase): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const { process, businessKey, variables } = wanted;
  const processInstanceId = createProcessInstanceId(await ports.clock.now(tenant));
  const command = { type: 'StartProcessInstance', processInstanceId, actor, variables } as const;
  return giveCommand(ports, asked, {
    processInstanceId,
    definition: { key: process },
    command: businessKey === undefined ? command : { ...command, businessKey },
  });
}

const unknownVariable = (name: string) => ({
  path: `variables.${name}`,
  message: 'En sak kan ikke begynne med denne opplysningen.',
});
