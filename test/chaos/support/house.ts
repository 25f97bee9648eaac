import { createApiKeys } from '../../../src/app/login/api-keys.js';
import { idOf } from '../../../src/shared/id.js';
import { trondheim } from '../../support/stack.js';
import { createTestDatabase } from '../../support/test-database.js';
import { numbers } from './chaos-run.js';
import { createHouseClient, type HouseClient } from './house-client.js';
import { createHouseLoad, type HouseLoad } from './house-load.js';
import { startHouseProcess, type HouseProcess } from './house-process.js';
import { startMailReceiver, type MailReceiver } from './mail-receiver.js';
import { openOffice } from './office.js';
import { deployProving } from './proving-process.js';

const colleagues = 8;

/** A municipality, the programs that use it and the processes that serve it. */
export interface House {
  readonly url: string;
  readonly processes: readonly HouseProcess[];
  readonly client: HouseClient;
  readonly load: HouseLoad;
  readonly mail: MailReceiver;
  close(): Promise<void>;
}

/** Writes the municipality with its people and answers the key of a program that may do everything in it. */
async function furnish(url: string): Promise<string> {
  const office = await openOffice({ url });
  await deployProving(office.store);
  const enter = (name: string, groups: readonly string[]): Promise<void> =>
    office.store.people.enter(trondheim, { id: idOf(name), name, email: `${name}@boligflyt.test`, groups });
  await enter('ada', ['hvk', 'admin', 'jobbarbeider']);
  for (const place of numbers(colleagues)) await enter(`kollega-${place}`, ['hvk']);
  const wanted = { actor: idOf<'Actor'>('ada'), name: 'prøve', createdBy: 'ada', lifetimeSeconds: 86_400 };
  const made = await createApiKeys(trondheim, office.store.apiKeys).make(wanted);
  await office.close();
  if (made === undefined) throw new Error('Expected a key for ada, but nobody knows her');
  return made.secret;
}

/** What is particular about a house. */
export interface HouseOptions {
  /** Until then the task of its first case is left alone. */
  readonly mayTouchFirst?: Promise<unknown>;
  /** Where the hints are kept; in the same database when nothing is said. */
  readonly redisUrl?: string;
}

/** Opens a house of these processes and the load on it; people beside the program hear of each task that is there for them. */
export async function openHouse(
  kinds: readonly HouseProcess['kind'][],
  { mayTouchFirst, redisUrl }: HouseOptions = {},
): Promise<House> {
  const database = await createTestDatabase();
  const bearer = await furnish(database.url);
  const mail = await startMailReceiver();
  const environment = {
    ...{ DEMO: 'true', DATABASE_URL: database.url, SMTP_URL: mail.url, EXTERNAL_JOB_TYPES: 'si-fra' },
    ...{ LOG_LEVEL: 'error', ...(redisUrl !== undefined && { REDIS_URL: redisUrl }) },
  };
  const processes = await Promise.all(kinds.map((kind) => startHouseProcess(kind, environment)));
  const addresses = processes.flatMap(({ kind, address }) => (kind === 'web' ? [address] : []));
  const client = createHouseClient(addresses, bearer);
  const load = createHouseLoad(client, mayTouchFirst);
  return {
    url: database.url,
    processes,
    client,
    load,
    mail,
    close: async () => {
      await Promise.all(processes.map((one) => one.end('SIGKILL')));
      await mail.stop();
      await database.drop();
    },
  };
}
