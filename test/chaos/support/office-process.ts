import { createInterface } from 'node:readline';
import { writeSync } from 'node:fs';
import type { CommandOutcome, CommandRequest } from '../../../src/runtime/ports.js';
import { trondheim } from '../../support/stack.js';
import * as commands from './commands.js';
import type { OpenWork } from './commands.js';
import { answered, arm, pass, watchWire, type CrashPoint } from './crash-points.js';
import { eventually } from './chaos-run.js';
import { look } from './look.js';
import { openOffice, type Office, type OfficeOptions } from './office.js';

// node --import ./tools/run-typescript.mjs test/chaos/support/office-process.ts: an office in a process of its own, made to be killed. It
// is told what to do by lines of JSON on standard input, and answers each with one.

/** What is asked of an office in a process of its own. */
export type OfficeOrder =
  | { readonly do: 'open'; readonly options: OfficeOptions; readonly dieAt?: CrashPoint }
  | { readonly do: 'prepare'; readonly name: string; readonly command: ProvenCommand }
  | {
      readonly do: 'strike';
      readonly name: string;
      readonly command: ProvenCommand;
      readonly point?: CrashPoint;
      readonly bystanders: readonly string[];
      /** The same command as another process gave before it was killed. */
      readonly request?: CommandRequest;
    }
  | { readonly do: 'settle' }
  /** The clock of this process is so many seconds off from now on (wrong-clock.mjs). */
  | { readonly do: 'set-clock'; readonly offSeconds: number }
  /** Waits until two more sweeps have been left out because the clock is wrong. */
  | { readonly do: 'refuse' }
  | { readonly do: 'finish'; readonly name: string; readonly byAlarm: boolean };

export const provenCommands = [
  'start',
  'claim',
  'complete',
  'answer',
  'ring',
  'job',
  'migrate',
  'modify',
  'cancel',
] as const;
export type ProvenCommand = (typeof provenCommands)[number];

const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

let office: Office | undefined;
let url = '';
let aim: CrashPoint | undefined;
let waitsForJob = false;

const isOfTransaction = new Set<CrashPoint>([
  'after-lock',
  'after-decision',
  'before-write',
  'before-commit',
  'after-commit',
]);
let heard = 0;

function onSending(step: 'halfway' | 'heard'): void {
  if (step === 'halfway') return pass('mid-send');
  heard += 1;
  // Of a job, what is to be interrupted is the command that says it is done: the next one after somebody was told.
  if (waitsForJob && aim !== undefined && heard === 1) {
    arm(aim);
    answered();
  }
  if (heard === 3) pass('mid-sweep');
}

const opened = (): Office => {
  if (office === undefined) throw new Error('Expected the office to be open');
  return office;
};

const handle = (request: CommandRequest): Promise<CommandOutcome> => opened().runtime.handler.handle(request);

const openWork = (name: string): Promise<readonly OpenWork[]> => look<OpenWork>(url, commands.openWorkSql, [name]);

const work = (name: string, what: OpenWork['what']): Promise<OpenWork> =>
  eventually(`${what} in ${name}`, async () => (await openWork(name)).find((one) => one.what === what));

async function requestOf(command: ProvenCommand, name: string): Promise<CommandRequest> {
  const key = `${name}-${command}`;
  switch (command) {
    case 'start':
    case 'job':
      return commands.start(name);
    case 'claim':
      return commands.claimOf(name, await work(name, 'task'), key);
    case 'complete':
      return commands.completeOf(name, await work(name, 'task'), key);
    case 'answer':
      return commands.answerOf(name, await work(name, 'wait'), key);
    case 'ring':
      return commands.ringOf(name, await work(name, 'timer'), key);
    case 'migrate':
      return commands.migrateOf(name, key);
    case 'modify':
      return commands.modifyOf(name, key);
    case 'cancel':
      return commands.cancelOf(name, key);
  }
}

/** Brings a case to where the command can be given. */
async function prepare(command: ProvenCommand, name: string): Promise<void> {
  if (command === 'start' || command === 'job') return;
  await expectOk(handle(commands.start(name)));
  const task = await work(name, 'task');
  if (command === 'complete' || command === 'answer' || command === 'ring')
    await expectOk(handle(commands.claimOf(name, task)));
  if (command === 'answer' || command === 'ring') {
    await expectOk(handle(commands.completeOf(name, task)));
    await work(name, 'wait');
  }
  await settle();
}

async function expectOk(answer: Promise<CommandOutcome>): Promise<void> {
  const outcome = await answer;
  if (!outcome.ok) throw new Error(`Expected to be accepted, but ${JSON.stringify(outcome.rejection)}`);
}

async function strike(order: Extract<OfficeOrder, { do: 'strike' }>): Promise<void> {
  const { command, name, point, bystanders } = order;
  const request = order.request ?? (await requestOf(command, name));
  say({ request });
  [aim, heard] = [point, 0];
  waitsForJob = command === 'job' && point !== undefined && (isOfTransaction.has(point) || point === 'after-answer');
  if (point === 'mid-sweep') opened().isMute = true;
  if (point !== undefined && !waitsForJob) arm(point);
  // In one breath, so that they share a transaction.
  const others = bystanders.map((other) => acknowledged(other, commands.start(other)));
  await Promise.all([acknowledged(name, request), ...others]);
  if (!waitsForJob) answered();
  if (point !== undefined) await opened().runtime.dueWork.drain(trondheim);
}

/** Gives a command and says so once it is answered; the same command again has the same answer. */
async function acknowledged(name: string, request: CommandRequest): Promise<void> {
  const outcome = await handle(request);
  const isDone = outcome.ok || isRepetition(outcome);
  say({ acknowledged: name, isDone, ...(isDone ? {} : { refused: outcome.ok ? '' : outcome.rejection.reason }) });
}

const isRepetition = (outcome: CommandOutcome & { readonly ok: false }): boolean =>
  outcome.rejection.reason === 'command-repeated' && outcome.rejection.sameRequest;

/** Waits until nothing is left to do outside. */
async function settle(): Promise<void> {
  await eventually('everything outside to be done', async () => {
    const [left] = await look<{ count: number }>(url, 'select count(*)::int from outbox where done_at is null');
    return left?.count === 0 ? true : undefined;
  });
}

async function refuse(): Promise<void> {
  const leftOut = () => opened().failures.filter((failure) => failure.includes('nothing is dispatched')).length;
  const before = leftOut();
  await eventually('two sweeps that are left out', async () => (leftOut() >= before + 2 ? true : undefined));
}

/** Brings a case to its end, whatever is open in it. */
async function finish(name: string, byAlarm: boolean): Promise<void> {
  await eventually(`the end of ${name}`, async () => {
    const [row] = await look<{ state: string }>(url, 'select state from process_instance where id = $1', [name]);
    if (row === undefined || row.state !== 'active') return true;
    const all = await openWork(name);
    const task = all.find(({ what }) => what === 'task');
    const next = all.find(({ what }) => what === (byAlarm ? 'timer' : 'wait'));
    if (task?.state === 'created') await handle(commands.claimOf(name, task));
    else if (task !== undefined) await handle(commands.completeOf(name, task));
    else if (next !== undefined) await handle((byAlarm ? commands.ringOf : commands.answerOf)(name, next));
    return undefined;
  });
  await settle();
}

async function carryOut(order: OfficeOrder): Promise<void> {
  switch (order.do) {
    case 'open':
      url = order.options.url;
      if (order.dieAt !== undefined) arm(order.dieAt);
      office = await openOffice({ ...order.options, onDecided: () => pass('after-decision'), onSending });
      pass('boot');
      await office.work({ takeOver: true });
      return;
    case 'prepare':
      return prepare(order.command, order.name);
    case 'strike':
      return strike(order);
    case 'settle':
      return settle();
    case 'set-clock':
      Reflect.set(globalThis, 'clockOffSeconds', order.offSeconds);
      return;
    case 'refuse':
      return refuse();
    case 'finish':
      return finish(order.name, order.byAlarm);
  }
}

watchWire();
say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  // An order is a line of our own test's.
  const order: OfficeOrder = JSON.parse(line);
  await carryOut(order).then(
    () => say({ done: order.do }),
    (failure: unknown) =>
      say({ failed: order.do, message: failure instanceof Error ? failure.message : String(failure) }),
  );
}
process.exit(0);
