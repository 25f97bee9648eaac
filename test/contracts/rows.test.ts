import fc from 'fast-check';
import type { ProcessDefinition, ProcessInstance } from '../../src/engine/index.js';
import { decideWithDefinition } from '../../src/runtime/decide-with-definition.js';
import type { CommandOutcome, UntimedCommand } from '../../src/runtime/ports.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresProcessInstanceStore } from '../../src/store/process-instances/postgres-process-instance-store.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { openCommands } from '../laws/open-commands.js';
import { anyBlock } from '../laws/random-block.js';
import { processOf } from '../laws/random-process.js';
import { kari, newCase } from '../support/contract-commands.js';
import { contractRegister } from '../support/contract-processes.js';
import { createPostgresWorld, trondheim } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let store: PostgresProcessInstanceStore;
const versions = new Map<number, ProcessDefinition>();
beforeAll(async () => {
  world = await createPostgresWorld();
  const { definitions } = world;
  const source = {
    load: async ({ version }: { readonly version: number }) => versions.get(version),
    decisions: () => definitions.decisions(trondheim),
    models: () => definitions.models(trondheim),
    model: async () => Promise.reject(new Error('Expected no rules to be asked')),
    deploymentOf: async () => 0,
  };
  const register = contractRegister.map((rule) => ({ ...rule, id: 'D02' }));
  store = new PostgresProcessInstanceStore(world.pool, decideWithDefinition(source, register));
}, 180_000);
afterAll(() => world.stop());

async function deploy(drawn: ProcessDefinition): Promise<number> {
  const processes = [{ definition: drawn, xml: `<!-- ${versions.size + 1} -->` }];
  const [deployed] = await world.definitions.deploy(trondheim, { by: kari.id, processes, forms: [] });
  const version = deployed?.version ?? 0;
  versions.set(version, { ...drawn, version });
  return version;
}

/** The same process with every node called something else. */
function renamed(definition: ProcessDefinition): ProcessDefinition {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return definition.nodes.has(value) ? `ny-${value}` : value;
    if (Array.isArray(value)) return value.map(walk);
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [walk(key), walk(item)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
  };
  return walk(definition) as ProcessDefinition;
}

/** The rows of a case as people and workers find them. */
async function rowsOf({ id }: ProcessInstance) {
  const ask = (text: string) => queryInTenant(world.pool, trondheim, { text, values: [id] });
  const [itself] = await ask(
    `select state, suspended, has_incident as "hasIncident", revision, definition_version as version from process_instance where id = $1`,
  );
  return {
    itself,
    userTasks: await ask(
      `select id, node, name, state, revision, assignee, due_at as "dueAt" from user_task
       where instance = $1 and state in ('created', 'assigned') order by id`,
    ),
    timers: await ask(
      `select id, node, purpose, occurrence, due_at as "dueAt" from timer
       where instance = $1 and fired_at is null and cancelled_at is null order by id`,
    ),
    subscriptions: await ask(
      `select id, node, kind, message, correlation_key as key from subscription where instance = $1 order by id`,
    ),
    incidents: await ask(
      `select id, node, code, element from incident where instance = $1 and resolved_at is null order by id`,
    ),
  };
}

type Row = Readonly<Record<string, unknown>>;

/** What the rows should be, read from the snapshot alone. */
function rowsFrom(instance: ProcessInstance): Awaited<ReturnType<typeof rowsOf>> {
  const isActive = instance.state === 'active';
  const sorted = (rows: readonly Row[]) =>
    rows.toSorted((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1));
  return {
    itself: {
      state: instance.state,
      suspended: instance.suspended === true,
      hasIncident: isActive && instance.incidents.size > 0,
      revision: instance.revision,
      version: instance.definition.version,
    },
    userTasks: sorted(
      [...instance.userTasks.values()].map(({ id, node, name, state, revision, assignee, deadline, dueAt }) => ({
        ...{ id, node, name, revision },
        state: state === 'inProgress' ? 'assigned' : state,
        assignee: assignee ?? null,
        dueAt: deadline?.dueAt ?? dueAt ?? null,
      })),
    ),
    timers: sorted(
      [...instance.timers.values()].map(({ id, node, purpose, occurrence, dueAt }) => ({
        ...{ id, node, purpose, occurrence, dueAt },
      })),
    ),
    subscriptions: sorted(
      [...instance.subscriptions.values()].flatMap((one): readonly Row[] => {
        const { id, node, kind } = one;
        if (one.kind === 'message') return [{ id, node, kind, message: one.message, key: one.correlationKey ?? null }];
        return one.kind === 'signal' ? [{ id, node, kind, message: one.signal, key: null }] : [];
      }),
    ),
    incidents: sorted(
      [...instance.incidents.values()].map(({ id, node, code, elementInstanceId }) => ({
        ...{ id, node, code },
        element: elementInstanceId,
      })),
    ),
  };
}

/** What people may do with tasks and operators with cases, beside what brings a case on. */
function operations({ userTasks, suspended }: ProcessInstance): readonly UntimedCommand[] {
  const liv = { id: idOf<'Actor'>('liv'), groups: ['hvk', 'hvk-leder'] };
  return [
    ...[...userTasks.values()].flatMap(({ id: userTaskId, assignee }): readonly UntimedCommand[] => {
      const actor = { ...kari, id: assignee ?? kari.id };
      return [
        { type: 'AssignUserTask', userTaskId, assignee: liv.id, actor },
        { type: 'DelegateUserTask', userTaskId, to: liv.id, actor },
        { type: 'ResolveUserTask', userTaskId, actor },
        { type: 'RejectUserTask', userTaskId, reason: 'feil enhet', actor },
        { type: 'StartUserTask', userTaskId, actor },
        { type: 'ChangeUserTask', userTaskId, change: { dueAt: '2027-01-01T00:00:00.000Z', priority: 7 }, actor },
      ];
    }),
    suspended === true ? { type: 'ResumeProcessInstance', actor: liv } : { type: 'SuspendProcessInstance', actor: liv },
  ];
}

const steps = fc.array(fc.record({ pick: fc.nat(), x: fc.integer({ min: 0, max: 2 }), ferdig: fc.boolean() }), {
  minLength: 8,
  maxLength: 20,
});

it('rows are what the snapshot says after 60 random cases of people, operators, migrations and cancellations', async () => {
  const given = new Map<string, number>();
  const cases = fc.sample(fc.tuple(anyBlock, steps, fc.nat({ max: 9 })), { numRuns: 60, seed: 20_261_122 });
  for (const [block, choices, ending] of cases) {
    const drawn = processOf(block);
    const version = await deploy(drawn);
    const processInstanceId = newCase();
    const give = async (command: UntimedCommand, definition?: { readonly key: string; readonly version: number }) => {
      const request = { tenant: trondheim, processInstanceId, command, ...(definition && { definition }) };
      const [outcome] = await store.change(trondheim, [request]);
      return check(command, outcome);
    };
    const check = async (command: UntimedCommand, outcome: CommandOutcome | undefined) => {
      if (outcome?.ok !== true) return undefined;
      given.set(command.type, (given.get(command.type) ?? 0) + 1);
      expect({ after: command.type, ...(await rowsOf(outcome.instance)) }).toEqual({
        after: command.type,
        ...rowsFrom(outcome.instance),
      });
      return outcome.instance;
    };
    const begin = { type: 'StartProcessInstance', processInstanceId, variables: { x: 0 }, actor: kari } as const;
    let instance = await give(begin, { key: drawn.key, version });
    for (const { pick, x, ferdig } of choices) {
      if (instance?.state !== 'active') break;
      const open = [
        ...openCommands(instance, ferdig ? { x, y: x, ferdig } : { x, y: x }).map((one) => ({ actor: kari, ...one })),
        ...operations(instance),
      ];
      const command = open[pick % open.length];
      if (command === undefined) continue;
      const asked = command.type === 'TriggerTimer' ? ({ ...command, early: true } as const) : command;
      instance = (await give(asked)) ?? instance;
    }
    if (instance?.state !== 'active') continue;
    if (instance.suspended === true) instance = await give({ type: 'ResumeProcessInstance', actor: kari });
    if (ending < 8) {
      const target = { key: drawn.key, version: await deploy(renamed(drawn)) };
      const mapping = Object.fromEntries([...drawn.nodes.keys()].map((id) => [id, `ny-${id}`]));
      await give({ type: 'MigrateProcessInstance', mapping, actor: kari }, target);
    }
    if (ending % 2 === 0) await give({ type: 'CancelProcessInstance', reason: 'trukket', actor: kari });
  }
  expect([...given.keys()]).toEqual(
    expect.arrayContaining([
      'MigrateProcessInstance',
      'SuspendProcessInstance',
      'AssignUserTask',
      'CancelProcessInstance',
    ]),
  );
}, 240_000);
