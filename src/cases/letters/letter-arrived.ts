import type { Actor } from '../../engine/index.js';
import type { AwaitableLetter } from '../../runtime/case-ports.js';
import type { CommandHandler } from '../../runtime/command-handler.js';
import type { DefinitionSource, TenantId } from '../../runtime/ports.js';
import type { CaseReader, UserTaskReader, UserTaskRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { lettersAwaited } from '../decisions/letters-awaited.js';

/** How it is known whether a case waits for a letter. */
export interface AwaitingParts {
  readonly userTasks: Pick<UserTaskReader, 'ofCases'>;
  readonly definitions: Pick<DefinitionSource, 'load'>;
  readonly cases: Pick<CaseReader, 'letters'>;
}

/** What a case is told with that a letter has come. */
export interface ArrivalParts extends AwaitingParts {
  readonly handler: Pick<CommandHandler, 'handle'>;
}

/** That a letter has come: on which day, how that is known, and from whom. */
export interface Arrival {
  readonly letter: AwaitableLetter;
  readonly on: LocalDate;
  readonly by:
    | { readonly way: 'lastet-ned' | 'apnet'; readonly person: Actor['id'] }
    /** It went by post, and its day has come. */
    | { readonly way: 'sendt-i-posten' };
}

const ofBoligflyt: Actor = { id: idOf<'Actor'>('system'), groups: ['system'] };

/**
 * A letter has come: if its case waits to be told when it did, it is told now, and the time to appeal runs from that day (forvaltningsloven
 * § 29). Any other letter changes nothing.
 */
export async function letterArrived(parts: ArrivalParts, tenant: TenantId, { letter, on, by }: Arrival): Promise<void> {
  const { processInstanceId } = letter;
  for (const task of await tasksAwaiting(parts, tenant, letter)) {
    const variables = {
      ...{ vedtakMottattOn: on, mottakBevis: by.way, mottakBrev: letter.id },
      ...('person' in by ? { mottakApnetAv: by.person } : {}),
    };
    const command = { type: 'CompleteUserTask', userTaskId: task.id, actor: ofBoligflyt, variables } as const;
    // Refused is as good: somebody wrote the day down, or opened the letter, at the same moment, and the first one counts.
    await parts.handler.handle({ tenant, processInstanceId, command });
  }
}

/** The open tasks that wait to be told when a letter came; none where somebody said so, or it is no decision. */
export async function tasksAwaiting(
  parts: AwaitingParts,
  tenant: TenantId,
  letter: AwaitableLetter,
): Promise<readonly UserTaskRow[]> {
  const tasks = await parts.userTasks.ofCases(tenant, [letter.processInstanceId]);
  const open = tasks.filter(({ state }) => state === 'created' || state === 'assigned');
  const awaited = await Promise.all(open.map((task) => isAwaited(parts, tenant, { task, letter })));
  return open.filter((_, place) => awaited[place]);
}

interface Waiting {
  readonly task: UserTaskRow;
  readonly letter: AwaitableLetter;
}

/** Whether it is the letter of the newest decision, and the task is the one that waits for it: by the version that the case follows. */
async function isAwaited(parts: AwaitingParts, tenant: TenantId, { task, letter }: Waiting): Promise<boolean> {
  const { process: key, version } = task.case;
  const definition = await parts.definitions.load({ tenant, key, version });
  const node = definition?.nodes.get(task.node);
  if (definition === undefined || node?.hint.register !== 'vedtak-mottatt') return false;

  const awaited = lettersAwaited(definition, node);
  if (!awaited.has(letter.template)) return false;

  const sent = await parts.cases.letters(tenant, letter.processInstanceId);
  return sent.every(({ template, at }) => !awaited.has(template) || at <= letter.at);
}
