import { enterBuilding, enterHome } from '../../src/cases/homes/keep-homes.js';
import { letHome } from '../../src/cases/homes/let-homes.js';
import type { CareerReader } from '../../src/runtime/career/career-ports.js';
import type { RegisterStep } from '../../src/runtime/homes/register-step.js';
import { idOf } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import { PostgresWaitingList } from '../../src/store/cases/postgres-waiting-list.js';
import { PostgresCareerReader } from '../../src/store/career/postgres-career-reader.js';
import { accepted, claim, complete, kari, start } from '../support/contract-commands.js';
import { moveWish, processesIn } from '../support/contract-processes.js';
import { smallHouse, smallHouses, tun } from '../support/register-records.js';
import { createPostgresWorld, monday, orkland, trondheim, type PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let reader: CareerReader;
let list: PostgresWaitingList;
beforeAll(async () => {
  world = await createPostgresWorld();
  [reader, list] = [new PostgresCareerReader(world.pool), new PostgresWaitingList(world.pool)];
  await world.definitions.deploy(trondheim, { by: kari.id, processes: await processesIn(moveWish), forms: [] });
  await take('bygg', enterBuilding(tun, smallHouses));
  await take('hjem', enterHome(idOf('hjem-siv'), smallHouse));
  const lease = { home: idOf<'Home'>('hjem-siv'), id: idOf<'Tenancy'>('leie-siv'), person: idOf<'Actor'>('siv') };
  await take('leie', letHome({ ...lease, fromOn: '2015-09-01' }));
}, 180_000);
afterAll(() => world.stop());

async function take(key: string, step: RegisterStep): Promise<void> {
  const receipt = { key, requestHash: 'a' };
  expect(await world.registerDesk.change({ tenant: trondheim, actor: kari.id, receipt, step })).toMatchObject({
    ok: true,
  });
}

const caseId = (name: string) => idOf<'ProcessInstance'>(name);
const person = (name: string) => idOf<'Actor'>(name);

/** A wish of somebody; each answer completes the next of its tasks: the mapping, then the decision. */
async function wishes(id: string, soker: string, ...answers: readonly JsonObject[]): Promise<void> {
  const begun = await world.store.change(trondheim, [start(caseId(id), { key: 'boligbytte', variables: { soker } })]);
  let { instance } = accepted(begun[0]);
  for (const answer of answers) {
    instance = accepted((await world.store.change(trondheim, [claim(instance)]))[0]).instance;
    instance = accepted((await world.store.change(trondheim, [complete(instance, answer)]))[0]).instance;
  }
}

const november = { from: '2026-11-01', to: '2026-11-30' };
const wishesIn = (between: typeof november) => reader.moveWishes(trondheim, between);
const received = '2026-11-23';

// One test goes on where the one before it stopped: it begins on 23 November 2026.
describe('the reader of housing careers on PostgreSQL', () => {
  it('knows of no mapping and no wish before there is one', async () => {
    expect(await reader.lastAssessedAt(trondheim, person('siv'))).toBeUndefined();
    expect(await wishesIn(november)).toEqual([]);
  });

  it('tells whom the home is for where the person lives, and nothing of where who rents nothing lives', async () => {
    await wishes('bytte-1', 'siv');
    await wishes('bytte-2', 'odd');

    expect(await wishesIn(november)).toEqual([
      { processInstanceId: 'bytte-1', receivedOn: received, group: 'rus', waits: false, ended: false },
      { processInstanceId: 'bytte-2', receivedOn: received, waits: false, ended: false },
    ]);
  });

  it('has when the needs were last mapped, of the person that they are of and in whichever case', async () => {
    await wishes('bytte-3', 'eva', { behov: 'To rom' });
    await world.clock.moveTo(trondheim, '2026-11-25T09:00:00.000Z');
    await wishes('bytte-4', 'eva', { behov: 'Tre rom' });
    await wishes('bytte-5', 'tor');

    expect(await reader.lastAssessedAt(trondheim, person('eva'))).toBe('2026-11-25T09:00:00.000Z');
    expect(await reader.lastAssessedAt(trondheim, person('tor'))).toBeUndefined();
  });

  it('tells what was decided, and that the case is over', async () => {
    await wishes('bytte-6', 'liv', { behov: 'To rom' }, { hjemmel: 'kommunal-bolig', resultat: 'avslag' });

    expect((await wishesIn(november)).find(({ processInstanceId }) => processInstanceId === 'bytte-6')).toEqual({
      ...{ processInstanceId: 'bytte-6', receivedOn: '2026-11-25', outcome: 'avslag' },
      ...{ waits: false, ended: true },
    });
  });

  it('has somebody wait from the list with a swap, not with an application, and no longer when they leave it', async () => {
    const entered = { title: 'Venter', enteredAt: monday };
    const waiting = async (name: string) =>
      (await wishesIn(november)).find(({ processInstanceId }) => processInstanceId === name)?.waits;
    const swap = { ...entered, processInstanceId: caseId('liste-1'), applicant: person('siv') };
    await list.enter(trondheim, { ...swap, need: { bytte: true } });
    const application = { ...entered, processInstanceId: caseId('liste-2'), applicant: person('odd') };
    await list.enter(trondheim, { ...application, need: { boliggruppe: 'rus' } });

    expect([await waiting('bytte-1'), await waiting('bytte-2')]).toEqual([true, false]);
    await list.leave(trondheim, { processInstanceId: caseId('liste-1'), reason: 'innflyttet', at: monday });
    expect(await waiting('bytte-1')).toBe(false);
  });

  it('counts both days of what is asked for, the oldest first: the day is Norwegian, so 23.30 in Greenwich is tomorrow', async () => {
    await world.clock.moveTo(trondheim, '2026-11-30T23:30:00.000Z');
    await wishes('bytte-0', 'ada');
    const ids = async (from: string, to: string) =>
      (await wishesIn({ from, to })).map(({ processInstanceId }) => processInstanceId);

    expect(await ids('2026-11-23', '2026-11-25')).toEqual([1, 2, 3, 4, 5, 6].map((no) => `bytte-${no}`));
    expect(await ids('2026-11-24', '2026-11-24')).toEqual([]);
    expect(await ids('2026-11-26', '2026-11-30')).toEqual([]);
    expect(await ids('2026-11-25', '2026-12-01')).toEqual(['bytte-4', 'bytte-5', 'bytte-6', 'bytte-0']);
  });

  it('shows nothing of it to another municipality', async () => {
    expect(await reader.lastAssessedAt(orkland, person('eva'))).toBeUndefined();
    expect(await reader.moveWishes(orkland, { from: '2026-01-01', to: '2027-12-31' })).toEqual([]);
  });
});
