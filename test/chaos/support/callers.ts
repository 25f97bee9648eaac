import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { idOf } from '../../../src/shared/id.js';
import { trondheim, type Stack } from '../../support/stack.js';

/** What somebody was answered: the key of the command, the case, and its revision then. */
export interface Receipt {
  readonly key: string;
  readonly processInstanceId: string;
  readonly revision: number;
}

/** People who start cases and take their first task, over and over, at whichever address answers. */
export interface Callers {
  readonly receipts: readonly Receipt[];
  /** Asks for no more; what has been asked is asked until it is answered. */
  stop(): Promise<void>;
}

const answerShape = z.object({ processInstanceId: z.string(), revision: z.number() });
const caseShape = z.object({ tasks: z.array(z.object({ id: z.string(), state: z.string() })) });
const application = {
  process: 'boligtildeling',
  variables: { soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-20' },
};

/** Lets `person` be logged in; answers the cookie. */
export async function logIn({ store }: Pick<Stack, 'store'>, person: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const idHash = createHash('sha256').update(secret).digest('hex');
  await store.sessions.open(trondheim, { idHash, actor: idOf<'Actor'>(person), lifetimeSeconds: 3_600 });
  return `boligflyt=${secret}`;
}

/** Starts `count` people; what they are refused for good is told to `onFault`. */
export function startCallers(
  addresses: readonly string[],
  {
    cookie,
    count,
    onFault,
  }: { readonly cookie: string; readonly count: number; readonly onFault: (fault: string) => void },
): Callers {
  const receipts: Receipt[] = [];
  const until = { isStopped: false };

  // A process that was killed answers nothing, or half: the same key asks the next one.
  const ask = async (first: number, path: string, command?: { readonly key: string; readonly body: object }) => {
    for (let attempt = first; ; attempt += 1) {
      const address = addresses[attempt % addresses.length] ?? '';
      const answer = await fetch(`${address}/api/v1/${path}`, {
        headers: {
          cookie,
          'content-type': 'application/json',
          ...(command && { 'idempotency-key': command.key }),
        },
        ...(command && { method: 'POST', body: JSON.stringify(command.body) }),
      })
        .then(async (response) => ({ status: response.status, body: (await response.json()) as unknown }))
        .catch(() => undefined);
      if (answer !== undefined && answer.status < 300) return answer.body;
      if (answer !== undefined && answer.status < 500) {
        onFault(`${path} ${command?.key ?? ''}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return undefined;
      }
      await wait(50);
    }
  };
  const command = async (first: number, path: string, given: { readonly key: string; readonly body: object }) => {
    const parsed = answerShape.safeParse(await ask(first, path, given));
    if (!parsed.success) return undefined;
    receipts.push({ key: given.key, ...parsed.data });
    return parsed.data.processInstanceId;
  };
  const callOnce = async (who: number, round: number): Promise<void> => {
    const name = `person-${who}-${round}`;
    const id = await command(who + round, 'process-instances', { key: `${name}-start`, body: application });
    if (id === undefined) return;
    const parsed = caseShape.safeParse(await ask(who + round + 1, `process-instances/${id}`));
    const task = parsed.data?.tasks.find(({ state }) => state === 'created');
    if (task === undefined) return onFault(`${name}: no task in ${id}`);
    await command(who + round + 1, `user-tasks/${task.id}/claim`, { key: `${name}-claim`, body: {} });
  };
  const call = async (who: number): Promise<void> => {
    for (let round = 0; !until.isStopped; round += 1) await callOnce(who, round);
  };
  const calls = Promise.all(Array.from({ length: count }, (_, who) => call(who)));
  return {
    receipts,
    stop: async () => {
      until.isStopped = true;
      await calls;
    },
  };
}
