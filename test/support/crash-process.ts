import { randomUUID } from 'node:crypto';
import { startLocalMailbox } from '../../src/app/mail/local-mailbox.js';
import { createSmtpMailSender } from '../../src/app/mail/smtp-mail-sender.js';
import type { CommandOutcome, CommandRequest, UntimedCommand } from '../../src/runtime/ports.js';
import { idOf, type Id } from '../../src/shared/id.js';
import { crashScript, type CrashStep } from './crash-script.js';
import { actorOf, createPlay, type CaseId } from './play.js';
import { openStack, trondheim } from './stack.js';

// node --import ./tools/run-typescript.mjs test/support/crash-process.ts <database>: plays the script from its beginning, with the same
// Idempotency-Keys every time, and says on standard output what was acknowledged. Made to be killed.

// Which messages become one, and which are needed no more, depends on the moment; a killed process lives in other moments.
const calm = { storm: { limit: 10_000, minutes: 1 }, stopsWithTask: [] };

const url = process.argv[2] ?? '';
const mail: { stop?: () => Promise<void> } = {};
const stack = await openStack(
  url,
  async (store) => {
    const mailbox = await startLocalMailbox(trondheim, store.mailbox);
    const sender = createSmtpMailSender(mailbox.url, 'Boligflyt <ikke-svar@boligflyt.test>');
    mail.stop = async () => {
      sender.close();
      await mailbox.stop();
    };
    return sender;
  },
  { rules: calm },
);
const play = createPlay(stack, url);

function acknowledge(key: string, outcome: CommandOutcome): CaseId {
  if (!outcome.ok && !(outcome.rejection.reason === 'command-repeated' && outcome.rejection.sameRequest))
    throw new Error(`Expected ${key} to be accepted, but ${JSON.stringify(outcome.rejection)}`);

  const { id, revision } = outcome.ok
    ? outcome.instance
    : { id: idOf<'ProcessInstance'>(''), revision: 0, ...first(outcome) };
  process.stdout.write(`ack ${key} ${id} ${revision}\n`);
  return id;
}

const first = ({ rejection }: CommandOutcome & { readonly ok: false }) =>
  rejection.reason === 'command-repeated' ? { id: rejection.processInstanceId, revision: rejection.revision } : {};

async function ask(key: string, request: Omit<CommandRequest, 'tenant' | 'receipt'>): Promise<CaseId> {
  const receipt = { key, requestHash: key };
  return acknowledge(key, await stack.runtime.handler.handle({ tenant: trondheim, receipt, ...request }));
}

async function start({ name, process: key = '', by, values }: CrashStep): Promise<CaseId> {
  // A new id each time, as behind HTTP: only the Idempotency-Key says that it is the same request.
  const id = idOf<'ProcessInstance'>(randomUUID());
  const command: UntimedCommand = {
    ...{ type: 'StartProcessInstance', processInstanceId: id, variables: values, businessKey: name },
    actor: actorOf(by),
  };
  return ask(`${name}-start`, { processInstanceId: id, command, definition: { key } });
}

interface Task {
  readonly id: Id<'UserTask'>;
  readonly instance: CaseId;
}

/** The task at a node of a case or of those it called, open or done; it may still be on its way. */
async function taskAt(id: CaseId, node: string): Promise<Task> {
  for (let round = 0; round < 400; round += 1) {
    const [task] = await play.query<Task>(
      `select t.id, t.instance from user_task t join process_instance c on c.id = t.instance
        where t.node = $2 and (c.id = $1 or c.parent_id = $1) order by t.created_at, t.id limit 1`,
      [id, node],
    );
    if (task !== undefined) return task;
    await stack.runtime.dueWork.drain(trondheim);
  }
  throw new Error(`Expected a task at '${node}' in ${id}, but it never came`);
}

async function complete(id: CaseId, { name, does, by, values: variables }: CrashStep): Promise<void> {
  const { id: userTaskId, instance: processInstanceId } = await taskAt(id, does);
  const actor = actorOf(by);
  const key = `${name}-${does}`;
  const command: UntimedCommand = { type: 'CompleteUserTask', userTaskId, variables, actor };
  await ask(`${key}-claim`, { processInstanceId, command: { type: 'ClaimUserTask', userTaskId, actor } });
  await ask(`${key}-complete`, { processInstanceId, command });
}

const cases = new Map<string, CaseId>();
for (const { cases: side, until } of crashScript) {
  await Promise.all(
    side.map(async (steps) => {
      for (const step of steps) {
        if (step.does === 'start') cases.set(step.name, await start(step));
        else await complete(cases.get(step.name) ?? idOf(''), step);
      }
    }),
  );
  await play.settle();
  // A clock that stands there already was moved before the crash.
  if ((await stack.store.clock.now(trondheim)) < until) await play.advance({ to: until });
  process.stdout.write(`reached ${until}\n`);
}
await play.settle();
await play.close();
await stack.close();
await mail.stop?.();
process.stdout.write(`done ${JSON.stringify(stack.failures)}\n`);
process.exit(0);
