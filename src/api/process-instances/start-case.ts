import { mayStart } from '../../cases/access/may-start.js';
import { startVariables, unknownStartVariables } from '../../cases/access/start-variables.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { CaseOfPerson } from '../../runtime/only-open-case.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';
import { caseOfLease } from './case-of-lease.js';

/** What a person wants to start. */
export interface WantedCase {
  readonly process: string;
  readonly businessKey?: string | undefined;
  readonly variables: JsonObject;
}

/** The same, and whom it must be the only open case about, where it must. */
interface CaseToBegin extends WantedCase {
  readonly onlyOpen?: CaseOfPerson;
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

  const onlyOpen = await caseOfLease(ports, tenant, wanted);
  const now = await ports.clock.now(tenant);
  const variables = startVariables(wanted.variables, { process, right, actor, name, now, crisis: ports.crisis });
  return beginCase(ports, asked, { process, businessKey, variables, ...(onlyOpen && { onlyOpen }) });
}

/** Begins a case in the name of whoever asks; that they may is decided already. */
export async function beginCase(ports: ApiPorts, asked: AskedCommand, wanted: CaseToBegin): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const { process, businessKey, variables, onlyOpen } = wanted;
  const processInstanceId = createProcessInstanceId(await ports.clock.now(tenant));
  const command = { type: 'StartProcessInstance', processInstanceId, actor, variables } as const;
  return giveCommand(ports, asked, {
    processInstanceId,
    definition: { key: process },
    ...(onlyOpen && { onlyOpen }),
    command: businessKey === undefined ? command : { ...command, businessKey },
  });
}

const unknownVariable = (name: string) => ({
  path: `variables.${name}`,
  message: 'En sak kan ikke begynne med denne opplysningen.',
});
