import { writeSync } from 'node:fs';
import pg from 'pg';

/**
 * Where a process is killed, in the order in which a command passes. By what goes over the wire and not by our own source, so
 * that nothing of it stands in the product and no change of the product moves a point without a word.
 */
export const crashPoints = [
  'after-lock',
  'after-decision',
  'before-write',
  'between-writes',
  'before-commit',
  'after-commit',
  'after-answer',
  'after-claim',
  'mid-send',
  'before-mark',
  'mid-sweep',
  'boot',
] as const;

export type CrashPoint = (typeof crashPoints)[number];

let armed: CrashPoint | undefined;
let hasAnswered = false;

/** The next time that `point` is passed, this process is no more. */
export function arm(point: CrashPoint): void {
  armed = point;
  hasAnswered = false;
}

/** Says that a command was answered: from now on whatever touches the outbox comes after it. */
export const answered = (): void => void (hasAnswered = true);

/** Passes a point; where it is the one that is armed, nothing comes after it. */
export function pass(point: CrashPoint): void {
  if (point !== armed) return;
  writeSync(1, `${JSON.stringify({ died: point })}\n`);
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; not one statement more.
  for (;;);
}

const locks = /from process_instance\b[^]*for update/;
const writes = /insert into journal\b/;
const claims = /from outbox\b[^]*for update skip locked/;
const marks = /update outbox\s+set done_at/;

/** What a connection has done in the transaction that is open on it. */
interface Transaction {
  /** Told to write; the commit goes with it in one breath. */
  isWriting: boolean;
  hasWritten: boolean;
  hasClaimed: boolean;
}

const nothingDone: Readonly<Transaction> = { isWriting: false, hasWritten: false, hasClaimed: false };

/** Watches everything that this process says to PostgreSQL. */
export function watchWire(): void {
  const open = new WeakMap<object, Transaction>();
  const original: unknown = Reflect.get(pg.Client.prototype, 'query');
  if (typeof original !== 'function') throw new Error('Expected a client of PostgreSQL to have queries');

  Object.defineProperty(pg.Client.prototype, 'query', {
    value(this: object, ...asked: unknown[]): unknown {
      const text = textOf(asked[0]);
      const transaction = open.get(this) ?? { ...nothingDone };
      open.set(this, transaction);
      before(text, transaction);
      const answer: unknown = Reflect.apply(original, this, asked);
      if (answer instanceof Promise)
        answer.then(
          (result: unknown) => after(text, transaction, result),
          () => undefined,
        );
      return answer;
    },
  });
}

function before(text: string, transaction: Transaction): void {
  if (text.startsWith('begin')) Object.assign(transaction, nothingDone);
  if (text === 'commit' && transaction.isWriting) pass('before-commit');
  if (writes.test(text)) {
    pass('before-write');
    transaction.isWriting = true;
  }
  if (hasAnswered && (claims.test(text) || marks.test(text))) pass('after-answer');
  if (marks.test(text)) pass('before-mark');
}

function after(text: string, transaction: Transaction, result: unknown): void {
  if (locks.test(text)) pass('after-lock');
  if (writes.test(text)) transaction.hasWritten = true;
  if (claims.test(text) && rowsOf(result) > 0) transaction.hasClaimed = true;
  if (text !== 'commit') return;
  if (transaction.hasWritten) pass('after-commit');
  if (transaction.hasClaimed) pass('after-claim');
}

const textOf = (asked: unknown): string => {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : '';
};

const rowsOf = (result: unknown): number =>
  typeof result === 'object' && result !== null && 'rowCount' in result ? Number(result.rowCount) : 0;
