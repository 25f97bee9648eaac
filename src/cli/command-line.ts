import { setTimeout as wait } from 'node:timers/promises';
import { batchCommands } from './batch.js';
import { batchStart } from './batch-start.js';
import { createClient } from './client.js';
import type { Answer, Command } from './command.js';
import { connectionOf, connectionOptions } from './connection.js';
import { deploy } from './deploy.js';
import { problemText, RefusedError, UnreachedError, UsageError } from './failure.js';
import { parseGiven } from './given.js';
import { incidentCommands } from './incident.js';
import { instanceChanges } from './instance-changes.js';
import { instanceReads } from './instance-reads.js';
import { messageCommands } from './message.js';

/** The process that a command line runs in. */
export interface Shell {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: AsyncIterable<string | Uint8Array>;
  readonly output: NodeJS.WritableStream;
  readonly remarks: NodeJS.WritableStream;
}

const commands: readonly Command[] = [
  ...instanceReads,
  ...instanceChanges,
  ...incidentCommands,
  batchStart,
  ...batchCommands,
  ...messageCommands,
  deploy,
];

const usage = `${commands.map(({ name, usage: how }) => `boligflyt ${name} ${how}`.trimEnd()).join('\n')}
boligflyt key create|list|revoke   on the server: keys for programs
boligflyt testbench | test         docs/testbench.md, docs/scenarios.md

Every command: --url <address> or BOLIGFLYT_URL (http://localhost:3000), --key-file <file> or BOLIGFLYT_KEY, --json,
--retry-for <seconds, at most 60>, --plain-http. Every change: --idempotency-key <key> to give it again. A file may be - for standard input.
Exit codes: 0 done, 1 refused, 2 wrongly used, 3 the server was not reached. docs/operations.md has more.
`;

/** Runs one command of an operator; resolves to the exit code. */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<number> {
  if (args.length === 0 || args.includes('--help')) {
    shell.remarks.write(usage);
    return 0;
  }
  const isJson = args.includes('--json');
  try {
    const answer = await carryOut(args, shell);
    if (answer !== undefined) shell.output.write(isJson ? jsonText(answer.body) : answer.text);
    return answer?.isRefused === true ? 1 : 0;
  } catch (failure) {
    return tellFailure(failure, shell, isJson);
  }
}

async function carryOut(args: readonly string[], shell: Shell): Promise<Answer | undefined> {
  const command = commandOf(args);
  const rest = args.slice(command.name.split(' ').length);
  const given = parseGiven(rest, { ...connectionOptions, json: 'flag', ...command.options });
  const [least, most] = command.words;
  if (given.words.length < least || given.words.length > most) {
    throw new UsageError(`Expected: boligflyt ${command.name} ${command.usage}`);
  }
  const tell = (text: string): void => void shell.remarks.write(text);
  const now = (): number => performance.now();
  const patience = { now, wait: (ms: number) => wait(ms), chance: () => Math.random(), tell };
  return command.run({
    given,
    client: createClient(await connectionOf(given, shell.environment), patience),
    tell,
    wait: patience.wait,
    readInput: () => textOf(shell.input),
    write: (bytes) => written(shell.output, bytes),
  });
}

function commandOf(args: readonly string[]): Command {
  const [first, second] = args;
  const command = commands.find(({ name }) => name === first || name === `${first} ${second}`);
  if (command !== undefined) return command;
  const near = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  throw new UsageError(
    near.length > 0 ? `Expected one of: ${near.join(', ')}.` : 'Expected a command: boligflyt --help',
  );
}

function tellFailure(failure: unknown, { output, remarks }: Shell, isJson: boolean): number {
  if (failure instanceof RefusedError) {
    if (isJson) output.write(jsonText(failure.problem));
    else remarks.write(problemText(failure.problem));
    return 1;
  }
  if (!(failure instanceof UsageError || failure instanceof UnreachedError)) throw failure;
  remarks.write(`${failure.message}\n`);
  return failure instanceof UsageError ? 2 : 3;
}

const jsonText = (body: object): string => `${JSON.stringify(body, null, 2)}\n`;

async function textOf(input: Shell['input']): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

function written(output: NodeJS.WritableStream, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
