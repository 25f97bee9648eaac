import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { lettersAwaited } from '../../cases/decisions/letters-awaited.js';
import type { LetterOpening } from '../../cases/timeline/letter-opening.js';
import type { Actor } from '../../engine/index.js';
import type { SentLetter } from '../../runtime/case-ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

const ofBoligflyt: Actor = { id: idOf<'Actor'>('system'), groups: ['system'] };

/** A letter that somebody it is to has opened, and by what. */
interface Opened {
  readonly letter: SentLetter;
  readonly way: LetterOpening['way'];
}

/**
 * The person, or who acts for them, has opened a letter: if the case waits to be told when it arrived, it is told now, and the time to
 * appeal runs from that day (forvaltningsloven § 29). Any other letter, and any other opening, changes nothing.
 */
export async function letterOpened(ports: ApiPorts, who: RequestActor, { letter, way }: Opened): Promise<void> {
  const { tenant } = who;
  const { processInstanceId } = letter;
  const tasks = await ports.userTasks.ofCases(tenant, [processInstanceId]);
  for (const task of tasks) {
    if (task.state !== 'created' && task.state !== 'assigned') continue;
    if (!(await isAwaited(ports, who, { task, letter }))) continue;

    const variables = {
      vedtakMottattOn: dateInNorway(await ports.clock.now(tenant)),
      mottakBevis: way,
      mottakBrev: letter.id,
      mottakApnetAv: who.actor.id,
    };
    const command = { type: 'CompleteUserTask', userTaskId: task.id, actor: ofBoligflyt, variables } as const;
    // Refused is as good: somebody wrote the day down, or opened the letter, at the same moment, and the first one counts.
    await ports.commands.handle({ tenant, processInstanceId, command });
  }
}

interface Waiting {
  readonly task: UserTaskRow;
  readonly letter: SentLetter;
}

/** Whether it is the letter of the newest decision, and the task is the one that waits for it: by the version that the case follows. */
async function isAwaited(ports: ApiPorts, { tenant }: RequestActor, { task, letter }: Waiting): Promise<boolean> {
  const { process: key, version } = task.case;
  const definition = await ports.definitionSource.load({ tenant, key, version });
  const node = definition?.nodes.get(task.node);
  if (definition === undefined || node?.hint.register !== 'vedtak-mottatt') return false;

  const awaited = lettersAwaited(definition, node);
  if (!awaited.has(letter.template)) return false;

  const sent = await ports.cases.letters(tenant, letter.processInstanceId);
  return sent.every(({ template, at }) => !awaited.has(template) || at <= letter.at);
}
