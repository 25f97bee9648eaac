import { mayStart } from '../../cases/access/may-start.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';

/** What a person wants to start. */
export interface WantedCase {
  readonly process: string;
  readonly businessKey?: string | undefined;
  readonly variables: JsonObject;
}

/** Starts a case for whoever may; an applicant starts one about herself, whatever the variables say. */
export async function startCase(ports: ApiPorts, asked: AskedCommand, wanted: WantedCase): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const { process, businessKey } = wanted;
  const [latest] = await ports.definitions.versions(tenant, process);
  if (latest === undefined) throw problem('unknown-definition');
  const right = mayStart(actor, process);
  if (right === undefined) throw problem('actor-not-allowed');

  const definition = await ports.definitionSource.load({ tenant, key: process, version: latest.version });
  const subject = definition?.hint.subject;
  const aboutSelf = right === 'self' && subject !== undefined ? { [subject]: actor.id } : {};
  const processInstanceId = createProcessInstanceId(await ports.clock.now(tenant));
  return giveCommand(ports, asked, {
    processInstanceId,
    definition: { key: process },
    command: {
      type: 'StartProcessInstance',
      processInstanceId,
      actor,
      variables: { ...wanted.variables, ...aboutSelf },
      ...(businessKey === undefined ? {} : { businessKey }),
    },
  });
}
