import type { CommandAnswer } from '../../contract/command.contract.js';
import type { ProposeRule } from '../../contract/priority-rule.contract.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { readRule } from './read-rule.js';

/** Begins the case in which a proposed key is tried, users are heard and a leader decides; 422 for what is no key. */
export async function proposeRule(
  ports: ApiPorts,
  asked: AskedCommand,
  { dmn, why }: ProposeRule,
): Promise<CommandAnswer> {
  const { tenant, actor, name } = asked.who;
  await readRule(dmn);
  const processInstanceId = createProcessInstanceId(await ports.clock.now(tenant));
  const variables = { regelDmn: dmn, forslag: why, foreslattAv: name };
  const command = { type: 'StartProcessInstance', processInstanceId, variables, actor } as const;
  return giveCommand(ports, asked, { processInstanceId, definition: { key: 'prioriteringsregel' }, command });
}
