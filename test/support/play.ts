import { demoApplicants, demoPersonas } from '../../src/app/demo/personas.js';
import { TaskRegisters } from '../../src/cases/homes/task-registers.js';
import type { Actor } from '../../src/engine/index.js';
import type { RegisterStep } from '../../src/runtime/homes/register-step.js';
import type { CommandOutcome, UntimedCommand } from '../../src/runtime/ports.js';
import { createProcessInstanceId } from '../../src/runtime/process-instance-id.js';
import type { TravelTarget } from '../../src/runtime/time-travel.js';
import { idOf, type Id } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import { createPool } from '../../src/store/pool.js';
import { withTenant } from '../../src/store/with-tenant.js';
import type { Stack } from './stack.js';
import { trondheim } from './stack.js';

export type CaseId = Id<'ProcessInstance'>;

/** What people do, in a municipality that is otherwise quiet. */
export interface Play {
  /** Starts a case; the same `name` is the same case, however often it is asked for. */
  start(name: string, process: string, by: string, variables: JsonObject): Promise<CaseId>;
  /** Claims and completes the oldest open task at `node` in the case or in those it called. */
  complete(id: CaseId, node: string, by: string, variables: JsonObject): Promise<void>;
  /** How often tasks at `node` were completed in the case or in those it called. */
  timesCompleted(id: CaseId, node: string): Promise<number>;
  hasOpen(id: CaseId, node: string): Promise<boolean>;
  /** Ids of the cases of a process, oldest first. */
  casesOf(process: string): Promise<readonly CaseId[]>;
  advance(target: TravelTarget): Promise<void>;
  /** Waits until nothing is left to do now, also what another process had begun. */
  settle(): Promise<void>;
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

interface OpenTask {
  readonly id: Id<'UserTask'>;
  readonly instance: CaseId;
  readonly assignee: string | null;
}

const family = `with recursive family as (
    select id from process_instance where id = $1
    union all select c.id from process_instance c join family f on c.parent_id = f.id
  )`;

/** Everybody of the demo by id, with their groups. */
export function actorOf(id: string): Actor {
  const person = [...demoPersonas, ...demoApplicants].find((one) => one.id === id);
  if (person === undefined) throw new Error(`Expected '${id}' to be somebody of the demo`);
  return { id: idOf<'Actor'>(id), groups: person.groups };
}

/** Lets people act in `stack`, whose database is at `url`. */
export function createPlay(stack: Stack, url: string): Play {
  const { runtime, store } = stack;
  const pool = createPool(url, { max: 2 });
  const query: Play['query'] = async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
    const { rows } = await withTenant(pool, trondheim, (transaction) => transaction.query<Row>(sql, [...values]));
    return rows;
  };
  const taskRegisters = new TaskRegisters(store.definitions, stack.files.homeRequirements);
  const handle = async (processInstanceId: CaseId, command: UntimedCommand, registers?: RegisterStep) => {
    const request = { tenant: trondheim, processInstanceId, command, ...(registers && { registers }) };
    expectAccepted(command, await runtime.handler.handle(request));
  };
  const settle = async (): Promise<void> => {
    for (;;) {
      await runtime.dueWork.drain(trondheim);
      const [left] = await query<{ count: string }>(
        'select count(*) from outbox where done_at is null and failed_at is null',
      );
      if (left?.count === '0') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  return {
    query,
    settle,
    start: async (name, key, by, variables) => {
      const known = await query<{ id: CaseId }>('select id from process_instance where business_key = $1', [name]);
      if (known[0] !== undefined) return known[0].id;
      const id = createProcessInstanceId(await store.clock.now(trondheim));
      const command: UntimedCommand = {
        type: 'StartProcessInstance',
        processInstanceId: id,
        variables,
        businessKey: name,
        actor: actorOf(by),
      };
      const request = { tenant: trondheim, processInstanceId: id, command, definition: { key } };
      expectAccepted(command, await runtime.handler.handle(request));
      await settle();
      return id;
    },
    complete: async (id, node, by, variables) => {
      const sql = `${family} select t.id, t.instance, t.assignee from user_task t join family f on t.instance = f.id
        where t.node = $2 and t.state in ('created', 'assigned') order by t.created_at, t.id limit 1`;
      const [task] = await query<OpenTask>(sql, [id, node]);
      if (task === undefined) throw new Error(`Expected an open task '${node}' in case ${id}, but there is none`);
      const actor = actorOf(by);
      const { id: userTaskId } = task;
      if (task.assignee === null) await handle(task.instance, { type: 'ClaimUserTask', userTaskId, actor });
      const instance = await stack.queries.cases.snapshot(trondheim, task.instance);
      const answered = instance && { tenant: trondheim, instance, task: { id: userTaskId, node }, variables };
      const registers = answered && (await taskRegisters.stepOf(answered));
      await handle(task.instance, { type: 'CompleteUserTask', userTaskId, variables, actor }, registers);
      await settle();
    },
    hasOpen: async (id, node) => {
      const sql = `${family} select t.id from user_task t join family f on t.instance = f.id
        where t.node = $2 and t.state in ('created', 'assigned')`;
      return (await query(sql, [id, node])).length > 0;
    },
    timesCompleted: async (id, node) => {
      const sql = `${family} select t.id from user_task t join family f on t.instance = f.id
        where t.node = $2 and t.state = 'completed'`;
      return (await query(sql, [id, node])).length;
    },
    casesOf: async (process) => {
      const sql = 'select id from process_instance where definition_key = $1 order by started_at, id';
      return (await query<{ id: CaseId }>(sql, [process])).map(({ id }) => id);
    },
    advance: async (target) => {
      await settle();
      const outcome = await runtime.timeTravel.advance(trondheim, target);
      if (!outcome.ok) throw new Error('Expected the clock to be movable');
      await settle();
    },
    close: () => pool.end(),
  };
}

function expectAccepted(command: UntimedCommand, outcome: CommandOutcome): void {
  if (!outcome.ok) throw new Error(`Expected ${command.type} to be accepted, but ${JSON.stringify(outcome.rejection)}`);
}
