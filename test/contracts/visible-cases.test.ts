import pg from 'pg';
import { mayReadCase, seesTasksOnly, wayToWholeCase } from '../../src/cases/access/may-read-case.js';
import { isTheirTask } from '../../src/cases/access/may-read-work.js';
import { readerOf } from '../../src/cases/access/reader-of.js';
import type { CaseWithRelations, UserTaskRow } from '../../src/runtime/read-ports.js';
import { idOf } from '../../src/shared/id.js';
import { createPool } from '../../src/store/pool.js';
import { createPrismaReads } from '../../src/store/prisma-for.js';
import { findCases } from '../../src/store/queries/find-cases.js';
import { PrismaCaseReader } from '../../src/store/queries/prisma-case-reader.js';
import { PrismaUserTaskReader } from '../../src/store/queries/prisma-user-task-reader.js';
import { createPostgresWorld, monday, trondheim } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';

// Every group that has a role, and some that have none: `adressesperre` opens nothing by itself.
const groups = [
  ...[
    'soker',
    'fullmektig',
    'brukerrepresentant',
    'hvk',
    'hvk-leder',
    'bst',
    'bst-leder',
    'botiltaksleder',
    'ambulant-team',
  ],
  ...['nav', 'trondheim-eiendom', 'vaktmester', 'klagenemnd', 'prosjektleder', 'kd', 'byplan', 'politisk-sekretariat'],
  ...['politiker', 'borettslag', 'publikum', 'personvernombud', 'admin', 'jobbarbeider', 'adressesperre', 'ukjent'],
];
const [families, states] = [
  ['applicant', 'applicant', 'applicant-part', 'project', 'safety', 'shared', 'ventelisterunde'],
  ['created', 'assigned', 'completed', 'cancelled'],
];
const size = 220;
const everyCase = Array.from({ length: size }, (_, index) => idOf<'ProcessInstance'>(`sak-${index}`));

/** A generator of its own, so that every run sees the same population. */
function createChance(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const one = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];
  const some = <Item>(items: readonly Item[], atMost: number): readonly Item[] =>
    items.filter(() => below(items.length) < atMost);
  return { below, one, some };
}

const chance = createChance(2026);
const someone = (): string => `person-${chance.below(size)}`;
// The first of each group is in that group only: every role is asked for by itself.
const users = Array.from({ length: size }, (_, index) => ({
  id: idOf<'Actor'>(`person-${index}`),
  groups: groups[index] === undefined ? [...chance.some(groups, 2)] : [groups[index]],
}));

let world: PostgresWorld;
let lookups: pg.Pool;
let cases: PrismaCaseReader;
let tasks: PrismaUserTaskReader;
let found: readonly CaseWithRelations[];
beforeAll(async () => {
  world = await createPostgresWorld();
  await populate(world.url);
  lookups = createPool(world.url, { pipeline: true, max: 2 });
  cases = new PrismaCaseReader(createPrismaReads(world.pool), lookups);
  tasks = new PrismaUserTaskReader(createPrismaReads(world.pool), lookups);
  found = await findCases(lookups, trondheim, everyCase);
}, 180_000);
afterAll(async () => {
  await lookups.end();
  await world.stop();
});

async function populate(url: string): Promise<void> {
  const owner = new pg.Client(url);
  await owner.connect();
  const insert = (table: string, rows: readonly object[]) =>
    owner.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  await insert('registered_person', users.map(registered));
  await insert('process_instance', everyCase.map(caseOf));
  await insert('user_task', everyCase.flatMap(tasksOf));
  await owner.end();
}

const registered = ({ id }: (typeof users)[number], index: number) => ({
  ...{ tenant: trondheim, id, revision: 1, name: id, language: 'nb', channel: 'digital' },
  protection: ['none', 'none', 'none', 'fortrolig', 'strengt-fortrolig'][index % 5],
  ...{ registered_by: 'kari', registered_at: monday, changed_by: 'kari', changed_at: monday },
});

const caseOf = (id: string) => ({
  ...{ tenant: trondheim, id, definition_key: 'henvendelse', definition_version: 1, process_name: 'Henvendelse' },
  ...{ family: chance.one(families), title: id, state: 'active', suspended: false, has_incident: false, revision: 1 },
  ...{ snapshot: {}, started_by: 'kari', started_at: monday, readers: chance.some(groups, 2) },
  subject: chance.below(5) === 0 ? null : someone(),
});

const tasksOf = (instance: string) =>
  ['a', 'b'].map((part) => ({
    ...{
      tenant: trondheim,
      id: `${instance}-${part}`,
      instance,
      node: part,
      name: part,
      revision: 1,
      created_at: monday,
    },
    ...{ state: chance.one(states), candidate_groups: chance.some(groups, 2) },
    assignee: chance.below(2) === 0 ? null : someone(),
  }));

describe('a population of 220 people and 220 cases', () => {
  it('has every family and role, protected people, and cases that are open and closed', () => {
    const seen = users.flatMap((user) => found.map((one) => mayReadCase(user, one)));
    const hidden = found.filter(({ isProtected }) => isProtected);

    expect([found.length, hidden.length > 30, new Set(found.map(({ family }) => family)).size]).toEqual([220, true, 6]);
    expect([seen.filter((open) => open).length > 1000, seen.filter((open) => !open).length > 1000]).toEqual([
      true,
      true,
    ]);
  });

  it('finds in its lists exactly the cases that each of them may open, whoever asks', async () => {
    const differences: unknown[] = [];
    for (const actor of users) {
      const listed = await cases.list(readerOf({ tenant: trondheim, actor }), {});
      const open = new Set(found.filter((one) => mayReadCase(actor, one)).map(({ id }) => id));
      const tooMany = listed.filter(({ id }) => !open.delete(id)).map(({ id }) => id);
      if (tooMany.length > 0 || open.size > 0) differences.push({ ...actor, tooMany, missing: [...open] });
    }

    expect(differences).toEqual([]);
  });

  it('finds among 220 cases exactly those of which each of them sees the whole', async () => {
    const differences: unknown[] = [];
    for (const actor of users) {
      const whole = await cases.wholeAmong(readerOf({ tenant: trondheim, actor }), everyCase);
      const expected = found.filter((one) => wayToWholeCase(actor, one) !== undefined).map(({ id }) => id);
      if (whole.toSorted().join() !== expected.toSorted().join()) differences.push({ ...actor, whole, expected });
    }

    expect(differences).toEqual([]);
  });

  it('finds in the lists of tasks those of whole cases, and of the others their own', async () => {
    const ofCase = new Map<string, UserTaskRow[]>();
    for (const task of await tasks.ofCases(trondheim, everyCase))
      ofCase.set(task.case.id, [...(ofCase.get(task.case.id) ?? []), task]);
    const differences: unknown[] = [];
    let kept = 0;
    // One person for each group, and twenty with several.
    for (const actor of users.slice(0, groups.length + 20)) {
      const open = found.filter((one) => mayReadCase(actor, one));
      const shown = open.flatMap((one) => {
        const all = (ofCase.get(one.id) ?? []).filter(({ state }) => state === 'created' || state === 'assigned');
        const own = seesTasksOnly(actor, one) ? all.filter((task) => isTheirTask(actor, task)) : all;
        kept += all.length - own.length;
        return own.map(({ id }) => id);
      });
      const listed = await tasks.list(readerOf({ tenant: trondheim, actor }), { whose: 'all', state: 'open' });
      const ids = listed.map(({ id }) => id).toSorted();
      if (ids.join() !== shown.toSorted().join()) differences.push({ ...actor, ids, shown });
    }

    expect(differences).toEqual([]);
    expect(kept).toBeGreaterThan(10);
  });
});
