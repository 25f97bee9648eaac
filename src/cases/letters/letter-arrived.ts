import type { Actor } from '../../engine/index.js';
import type { AwaitableLetter } from '../../runtime/case-ports.js';
import type { CommandHandler } from '../../runtime/command-handler.js';
import type { DefinitionSource, TenantId } from '../../runtime/ports.js';
import type { CaseReader, UserTaskReader, UserTaskRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { lettersAwaited } from '../decisions/letters-awaited.js';
import { arrivalNames, awaitedBy, type AwaitedLetter } from './arrival-names.js';

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
  for (const { task, about } of await tasksAwaiting(parts, tenant, letter)) {
    const names = arrivalNames[about];
    const variables = {
      ...{ [names.on]: on, [names.how]: by.way, [names.letter]: letter.id },
      ...('person' in by ? { [names.openedBy]: by.person } : {}),
    };
    const command = { type: 'CompleteUserTask', userTaskId: task.id, actor: ofBoligflyt, variables } as const;
    // Refused is as good: somebody wrote the day down, or opened the letter, at the same moment, and the first one counts.
    await parts.handler.handle({ tenant, processInstanceId, command });
  }
}

/** An open task that waits to be told when a letter came, and what the letter is about. */
export interface AwaitingTask {
  readonly task: UserTaskRow;
  readonly about: AwaitedLetter;
}

/** The open tasks that wait for a letter; none where somebody said when it came, or no time to appeal runs from it. */
export async function tasksAwaiting(
  parts: AwaitingParts,
  tenant: TenantId,
  letter: AwaitableLetter,
): Promise<readonly AwaitingTask[]> {
  const tasks = await parts.userTasks.ofCases(tenant, [letter.processInstanceId]);
  const open = tasks.filter(({ state }) => state === 'created' || state === 'assigned');
  const found = await Promise.all(
    open.map(async (task) => {
      const about = await awaitedIn(parts, tenant, { task, letter });
      return about === undefined ? [] : [{ task, about }];
    }),
  );
  return found.flat();
}

interface Waiting {
  readonly task: UserTaskRow;
  readonly letter: AwaitableLetter;
}

/** What the letter is about, if it is the newest that the task waits for, by the version that the case follows. */
async function awaitedIn(
  parts: AwaitingParts,
  tenant: TenantId,
  { task, letter }: Waiting,
): Promise<AwaitedLetter | undefined> {
  const { process: key, version } = task.case;
  const definition = await parts.definitions.load({ tenant, key, version });
  const node = definition?.nodes.get(task.node);
  const about = awaitedBy(node?.hint.register);
  if (definition === undefined || node === undefined || about === undefined) return undefined;

  const awaited = lettersAwaited(definition, node);
  if (!awaited.has(letter.template)) return undefined;

  const sent = await parts.cases.letters(tenant, letter.processInstanceId);
  const isNewest = sent.every(({ template, at }) => !awaited.has(template) || at <= letter.at);
  return isNewest ? about : undefined;
}
