import { parseArgs } from 'node:util';
import { momentText, tableOf } from '../../cli/table.js';
import type { ApiKey, ApiKeyBook } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { idOf } from '../../shared/id.js';
import { refuseToStart } from '../start-refusal.js';
import { MOST_DAYS, type ApiKeys } from './api-keys.js';

/** How keys are made, listed and revoked. */
export const keyUsage = `boligflyt key create --actor <id> --name <what for> --days <1-${MOST_DAYS}>   prints the new key, once, on standard output
boligflyt key list
boligflyt key revoke <id>
`;

/** What is wanted of the keys. */
export type KeyCommand =
  | { readonly kind: 'create'; readonly actor: string; readonly name: string; readonly days: number }
  | { readonly kind: 'list' }
  | { readonly kind: 'revoke'; readonly id: string };

/** Reads the words after `key`; what is wrong with them never repeats them. */
export function parseKeyCommand(args: readonly string[]): KeyCommand | { readonly problem: string } {
  try {
    const options = { actor: { type: 'string' }, name: { type: 'string' }, days: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [kind, id, ...more] = positionals;
    if (more.length > 0) return { problem: 'Expected fewer words.' };
    if (kind === 'list' && id === undefined) return { kind };
    if (kind === 'revoke' && id !== undefined) return { kind, id };
    if (kind === 'create' && id === undefined) return createCommand(values);
    return { problem: 'Expected create, list or revoke <id>.' };
  } catch {
    return { problem: 'Expected only the options below.' };
  }
}

function createCommand({ actor, name, days }: { readonly [option: string]: string | undefined }) {
  if (!actor || !name || !days) return { problem: 'Expected --actor, --name and --days.' };
  if (!/^[1-9]\d{0,2}$/.test(days) || Number(days) > MOST_DAYS) {
    return { problem: `Expected --days to be from 1 to ${MOST_DAYS}.` };
  }
  return { kind: 'create', actor, name, days: Number(days) } as const;
}

/** What the commands work on. */
export interface KeyRoom {
  readonly tenant: TenantId;
  readonly book: ApiKeyBook;
  readonly keys: ApiKeys;
  /** Who gives the command. */
  readonly operator: string;
}

/** What a command says: the answer itself, and a remark beside it. */
export interface KeyAnswer {
  readonly output: string;
  readonly remark: string;
}

/** Does what is wanted; gives up with a sentence when there is no such person or key. */
export async function carryOutKeyCommand(command: KeyCommand, room: KeyRoom): Promise<KeyAnswer> {
  const { tenant, book } = room;
  if (command.kind === 'create') return create(command, room);
  if (command.kind === 'list') return { output: listOf(await book.list(tenant)), remark: '' };

  if (!(await book.revoke(tenant, command.id))) refuseToStart(`Fant ingen nøkkel med id «${command.id}».`);
  return { output: '', remark: `Nøkkelen ${command.id} er trukket tilbake og virker ikke mer.\n` };
}

async function create(
  { actor, name, days }: Extract<KeyCommand, { kind: 'create' }>,
  { keys, operator }: KeyRoom,
): Promise<KeyAnswer> {
  const lifetimeSeconds = days * 86_400;
  const made = await keys.make({ actor: idOf<'Actor'>(actor), name, createdBy: operator, lifetimeSeconds });
  if (made === undefined) return refuseToStart(`Fant ingen person med id «${actor}» som har logget inn før.`);

  const { id, expiresAt } = made.key;
  const remark = `Nøkkelen ${id} gjelder til ${momentText(expiresAt)}. Den vises bare denne ene gangen.\n`;
  return { output: `${made.secret}\n`, remark };
}

const states = { valid: 'gjelder', expired: 'utløpt', revoked: 'trukket tilbake' } as const;

const listOf = (keys: readonly ApiKey[]): string =>
  tableOf(
    ['Id', 'Person', 'Navn', 'Tilstand', 'Laget', 'Laget av', 'Utløper', 'Sist brukt'],
    keys.map((key) => [
      key.id,
      key.actor,
      key.name,
      states[key.state],
      momentText(key.createdAt),
      key.createdBy,
      momentText(key.expiresAt),
      key.lastUsedAt === undefined ? 'aldri' : momentText(key.lastUsedAt),
    ]),
  );
