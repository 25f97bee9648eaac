import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { CommandRequest } from '../../../src/runtime/ports.js';
import type { OfficeOrder } from './office-process.js';

/** What an office in a process of its own has said. */
export interface OfficeLine {
  readonly ready?: true;
  readonly done?: string;
  readonly failed?: string;
  readonly message?: string;
  readonly died?: string;
  readonly acknowledged?: string;
  readonly isDone?: boolean;
  readonly refused?: string;
  readonly request?: CommandRequest;
}

/** An office in a process of its own. */
export interface ChildOffice {
  readonly pid: number;
  readonly lines: readonly OfficeLine[];
  /** Resolves when the order is carried out or the process is gone; answers which. */
  order(order: OfficeOrder): Promise<'done' | 'gone'>;
  /** Gives an order and does not wait. */
  begin(order: OfficeOrder): void;
  kill(): Promise<void>;
  readonly isGone: Promise<unknown>;
}

/** Starts a process that has read its code and waits to be told to open. */
export async function startChildOffice(
  environment: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<ChildOffice> {
  const program = ['--import', './tools/run-typescript.mjs', 'test/chaos/support/office-process.ts'];
  const child: ChildProcess = spawn(process.execPath, [...flags, ...program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const lines: OfficeLine[] = [];
  const waiting = new Set<() => void>();
  const isGone = once(child, 'close');
  if (child.stdout === null || child.stdin === null) throw new Error('Expected the process to have pipes');
  const { stdin } = child;
  stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line));
    waiting.forEach((look) => look());
  });
  let isOver = false;
  void isGone.then(() => {
    isOver = true;
    waiting.forEach((look) => look());
  });

  const begin = (order: OfficeOrder): void => void stdin.write(`${JSON.stringify(order)}\n`);
  const until = async (isIt: (line: OfficeLine) => boolean, from: number): Promise<'done' | 'gone'> =>
    new Promise((resolve, reject) => {
      const lookAgain = (): void => {
        const line = lines.slice(from).find(isIt);
        if (line === undefined && !isOver) return;
        waiting.delete(lookAgain);
        if (line?.failed === undefined) resolve(line === undefined ? 'gone' : 'done');
        else reject(new Error(`${line.failed}: ${line.message}`));
      };
      waiting.add(lookAgain);
      lookAgain();
    });
  await until(({ ready }) => ready === true, 0);
  return {
    pid: child.pid ?? 0,
    lines,
    isGone,
    begin,
    order: (order) => {
      const from = lines.length;
      begin(order);
      return until(({ done, failed }) => done !== undefined || failed !== undefined, from);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await isGone;
    },
  };
}
