import type { CommandAnswer } from '../../contract/command.contract.js';
import type { DeclaredPartiality } from '../../runtime/declared-partiality.js';
import type { AttentionNote, CommandOutcome, UntimedCommand } from '../../runtime/ports.js';
import type { CaseOfPerson } from '../../runtime/only-open-case.js';
import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import { rejectionProblem } from '../problem/rejection-problem.js';
import type { AskedCommand } from './asked-command.js';

/** A command for one case, with what the answer says it was about. */
export interface GivenCommand {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly command: UntimedCommand;
  readonly definition?: { readonly key: string; readonly version?: number };
  /** Whom a new case is about, where there must be no other open one of the process about them. */
  readonly onlyOpen?: CaseOfPerson;
  readonly userTaskId?: Id<'UserTask'>;
  /** Towards whom somebody says that they are not impartial, in the same transaction. */
  readonly declares?: DeclaredPartiality;
  readonly note?: AttentionNote;
  /** What it does to registers, in the same transaction. */
  readonly registers?: RegisterStep;
  /** The revision of the case that the person has seen. */
  readonly expectedRevision?: number;
}

/** Gives the command to the one road and answers from what was committed; a repetition gets the first answer. */
export async function giveCommand(ports: ApiPorts, asked: AskedCommand, given: GivenCommand): Promise<CommandAnswer> {
  const { userTaskId, ...rest } = given;
  const { tenant } = asked.who;
  const request = { ...rest, tenant, receipt: asked.receipt };
  // Two requests with one key at the same moment: the second fails on the first one's receipt, and finds it when it asks again.
  const outcome = await ports.commands.handle(request).catch(() => ports.commands.handle(request));
  return answerOf(outcome, userTaskId ?? null);
}

function answerOf(outcome: CommandOutcome, userTaskId: string | null): CommandAnswer {
  if (outcome.ok) return { processInstanceId: outcome.instance.id, revision: outcome.instance.revision, userTaskId };

  const { rejection } = outcome;
  if (rejection.reason !== 'command-repeated') throw rejectionProblem(rejection);
  if (!rejection.sameRequest) throw problem('idempotency-key-reused');
  const { processInstanceId, revision } = rejection;
  return { processInstanceId, revision, userTaskId };
}
