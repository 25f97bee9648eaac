import { createApiKeys } from '../../../src/app/login/api-keys.js';
import { idOf } from '../../../src/shared/id.js';
import { trondheim } from '../../support/stack.js';
import { createTestDatabase } from '../../support/test-database.js';
import { numbers } from './chaos-run.js';
import { createHouseClient } from './house-client.js';
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

/** Opens a house of these processes, the load of which leaves the task of its first case alone until `mayTouchFirst`; people beside the program hear of each task that is there for them. */
export async function openHouse(
  kinds: readonly HouseProcess['kind'][],
  mayTouchFirst?: Promise<unknown>,
): Promise<House> {
  const database = await createTestDatabase();
  const bearer = await furnish(database.url);
  const mail = await startMailReceiver();
  const environment = {
    ...{ DEMO: 'true', DATABASE_URL: database.url, SMTP_URL: mail.url, EXTERNAL_JOB_TYPES: 'si-fra' },
    LOG_LEVEL: 'error',
  };
  const processes = await Promise.all(kinds.map((kind) => startHouseProcess(kind, environment)));
  const addresses = processes.flatMap(({ kind, address }) => (kind === 'web' ? [address] : []));
  const load = createHouseLoad(createHouseClient(addresses, bearer), mayTouchFirst);
  return {
    url: database.url,
    processes,
    load,
    mail,
    close: async () => {
      await Promise.all(processes.map((one) => one.end('SIGKILL')));
      await mail.stop();
      await database.drop();
    },
  };
}
