import type { CommandAnswer } from '../../contract/command.contract.js';
import type { StartInstruction } from '../../engine/index.js';
import { restartOf } from '../../engine/index.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import { operatedCase } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';

/** How an ended case is to be taken up again. */
export interface WantedRestart {
  readonly id: string;
  readonly version: number | undefined;
  readonly reason: string;
  readonly startAt: readonly StartInstruction[] | undefined;
}

/** Takes an ended case up again as a new one that knows what the first knew at its end; the first stays as it is. */
export async function restartCase(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, version, startAt, reason }: WantedRestart,
): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const ended = await operatedCase(ports, asked.who, id);
  const snapshot = await ports.cases.snapshot(tenant, ended.id);
  if (snapshot === undefined) throw problem('not-found');

  const processInstanceId = createProcessInstanceId(await ports.clock.now(tenant));
  const command = restartOf(snapshot, processInstanceId, startAt);
  if (command === undefined) throw problem('process-instance-active');
  return giveCommand(ports, asked, {
    processInstanceId,
    definition: { key: ended.process, version: version ?? ended.version },
    command: { ...command, reason, actor },
  });
}
