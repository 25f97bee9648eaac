import { enterDemoHomes } from '../../src/app/demo/demo-homes.js';
import { offerableHomes } from '../../src/cases/homes/offerable-homes.js';
import { knownInCase, TaskRegisters } from '../../src/cases/homes/task-registers.js';
import type { ProcessInstance } from '../../src/engine/index.js';
import { DemoPlayer, type DemoPlayerParts } from '../../src/app/demo/demo-player.js';
import { HistoryPlayer } from '../../src/app/demo/history/history-player.js';
import { createOffersOfRound } from '../../src/app/demo/history/offers-of-round.js';
import { HISTORY_BEGINS, pastApplicants } from '../../src/app/demo/history/past-applicants.js';
import { demoPersonas } from '../../src/app/demo/personas.js';
import { TimeTravel } from '../../src/runtime/time-travel.js';
import { idOf } from '../../src/shared/id.js';
import { createPlay, type Play } from '../support/play.js';
import { furnish, openStack, trondheim, type Stack } from '../support/stack.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const until = '2024-12-24';

/** The first four weeks of the two years. */
async function playAdvent(stack: Stack, play: Play): Promise<void> {
  const { store, queries, runtime, files } = stack;
  await furnish(stack, `${HISTORY_BEGINS}T08:00:00.000Z`);
  await enterDemoHomes(store.homes.desk, trondheim);
  const people = [...demoPersonas, ...pastApplicants.map(({ person }) => person)];
  for (const { id, name, groups } of people) await store.people.enter(trondheim, { id: idOf(id), name, groups });

  const parts: DemoPlayerParts = {
    tenant: trondheim,
    settle: () => play.settle(),
    cases: queries.cases,
    handle: (request) => runtime.handler.handle(request),
    people,
    taskRegisters: new TaskRegisters(store.definitions, files.homeRequirements),
    deploy: async () => undefined,
    alsoOffered: createOffersOfRound(queries.cases, trondheim),
  };
  const travel = new TimeTravel(store.clock, store.outbox, () => play.settle());
  const homesToOffer = async (instance: ProcessInstance) => {
    const at = await store.clock.now(trondheim);
    const asked = { rules: files.homeRequirements, need: knownInCase(instance), at };
    return (await offerableHomes(store.homes.reader, trondheim, asked)).map(({ id }) => id);
  };
  const history = new HistoryPlayer({ ...parts, ...queries, travel, homesToOffer }, new DemoPlayer(parts));
  await history.playDays(HISTORY_BEGINS, until, () => undefined);
}

describe('the past of the demo municipality, four weeks of it', () => {
  let database: TestDatabase;
  let stack: Stack;
  let play: Play;
  beforeAll(async () => {
    database = await createTestDatabase();
    stack = await openStack(database.url, async () => ({ send: async () => undefined }));
    play = createPlay(stack, database.url);
    await playAdvent(stack, play);
  }, 300_000);
  afterAll(async () => {
    await play.close();
    await stack.close();
    await database.drop();
  });
  const count = async (sql: string): Promise<number> =>
    (await play.query<{ count: number }>(`select count(*)::int as count from ${sql}`))[0]?.count ?? -1;

  it('is played by the engine: everybody who applied has a case, some have been talked with, some have a decision', async () => {
    const applied = pastApplicants.filter((one) => one.applied < until).length;

    expect(await count(`process_instance where definition_key = 'boligtildeling' and subject like 'soker-%'`)).toBe(
      applied,
    );
    expect(await count(`user_task where node = 'kartlegg-behov' and state = 'completed'`)).toBeGreaterThanOrEqual(3);
    expect(await count(`user_task where node = 'fatt-vedtak' and state = 'completed'`)).toBeGreaterThanOrEqual(1);
  });

  it('has closed the rounds of its Tuesdays: 3, 10 and 17 December', async () => {
    expect(await count(`process_instance where definition_key = 'ventelisterunde' and state = 'completed'`)).toBe(3);
  });

  it('has stopped nowhere', async () => {
    expect(await count('incident')).toBe(0);
    expect(stack.failures).toEqual([]);
  });

  it('draws the same people and days whenever it is asked', () => {
    expect(pastApplicants.slice(0, 3).map(({ person: { name }, applied }) => [name, applied])).toMatchInlineSnapshot(`
      [
        [
          "Camilla Johnsen",
          "2024-11-28",
        ],
        [
          "Nora Moen",
          "2024-12-02",
        ],
        [
          "Trine Sandvik",
          "2024-12-06",
        ],
      ]
    `);
    expect(new Set(pastApplicants.map(({ person }) => person.id)).size).toBe(180);
  });
});
