import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { activatedJobsSchema } from '../../../src/contract/job.contract.js';
import { messageAnswerSchema } from '../../../src/contract/message.contract.js';
import { processInstanceDetailSchema } from '../../../src/contract/process-instance.contract.js';
import { numbers } from './chaos-run.js';
import type { HouseClient } from './house-client.js';

/** Programs that use a house: some bring cases from their beginning to their end, some do the jobs outside. */
export interface HouseLoad {
  /** The case that each message was told it had begun. */
  readonly begun: ReadonlyMap<string, string>;
  /** Begins with so many programs; the answer lets them come to the end of their case, and begin no more. */
  begin(lanes: number): () => Promise<void>;
  /** Goes on with the jobs outside for as long as `done` lasts, and then no more. */
  finish<Answer>(done: Promise<Answer>): Promise<Answer>;
  /** The jobs of a case that were done never, or as two. */
  notDoneOnce(caseId: string): readonly string[];
  faults(): readonly string[];
  figures(): Readonly<Record<string, number>>;
}

const lookMs = 100;
// The lease of a killed worker (45 s), then the next sweep (30 s).
const patienceMs = 120_000;
const workers = 2;
// Who asked for a job and was not answered has it for as long as its lease; then somebody else does it.
const tooLate = ['stale-fencing-token', 'job-not-active', 'process-instance-ended'];

type Task = z.output<typeof processInstanceDetailSchema>['tasks'][number];

/** The programs; all of them ask by `client`. The task of the first case is left alone until `mayTouchFirst`. */
export function createHouseLoad(client: HouseClient, mayTouchFirst?: Promise<unknown>): HouseLoad {
  const begun = new Map<string, string>();
  const done = new Map<string, Set<string>>();
  const state = { isOver: false, isDone: false, given: 0, jobsRepeated: 0 };

  const playCase = async (place: number): Promise<void> => {
    const name = `hus.${place}`;
    const caseId = await begin(client, name, place);
    if (caseId === undefined) return;
    begun.set(name, caseId);
    if (place === 1) await mayTouchFirst;
    await doTask(client, name, caseId);
    if (isAnswered(place)) await answer(client, name);
  };
  const work = async (name: string): Promise<void> => {
    while (!state.isDone) {
      const wish = { types: ['si-fra'], worker: name, maxJobs: 4, lockDuration: 'PT10S', longPollMs: 1_000 };
      const { status, body } = await client.ask('jobs/activate', { body: wish });
      if (status !== 200) return;
      for (const { id, fencingToken, processInstanceId, node } of activatedJobsSchema.parse(JSON.parse(body)).jobs) {
        const what = `${processInstanceId}/${node}`;
        if (done.get(what)?.has(id) === true) state.jobsRepeated += 1;
        done.set(what, (done.get(what) ?? new Set()).add(id));
        const body = { fencingToken };
        await client.ask(`jobs/${id}/complete`, { body, key: `${id}-${fencingToken}`, orRefused: tooLate });
      }
    }
  };
  const working: Promise<void>[] = [];

  return {
    begun,
    begin: (lanes) => {
      const tell = (failure: unknown): void => void client.faults.push(String(failure));
      working.push(...numbers(workers).map((place) => work(`arbeider-${place}`).catch(tell)));
      const playing = numbers(lanes).map(async () => {
        while (!state.isOver) await playCase((state.given += 1)).catch(tell);
      });
      return async () => {
        state.isOver = true;
        await Promise.all(playing);
      };
    },
    finish: async (whole) => {
      try {
        return await whole;
      } finally {
        state.isDone = true;
        await Promise.all(working);
      }
    },
    notDoneOnce: (caseId) => {
      const jobs = [...done].filter(([what]) => what.startsWith(`${caseId}/`));
      return [
        ...(jobs.length === 3 ? [] : [`${caseId}: ${jobs.length} jobs were done`]),
        ...jobs.flatMap(([what, ids]) => (ids.size === 1 ? [] : [`${what}: done as ${ids.size} jobs`])),
      ];
    },
    faults: () => client.faults,
    figures: () => ({ cases: begun.size, ...client.figures, jobsRepeated: state.jobsRepeated }),
  };
}

// Every second case waits for its alarm, which is a worker's to ring.
const isAnswered = (place: number): boolean => place % 2 === 0;

async function begin(client: HouseClient, name: string, place: number): Promise<string | undefined> {
  const variables = { nummer: name, frist: isAnswered(place) ? 'P30D' : 'PT1S' };
  const body = { name: 'meldt', messageId: name, variables };
  const answered = await client.ask('messages', { body, key: `${name}-meldt` });
  if (answered.status >= 300) return undefined;
  return messageAnswerSchema.parse(JSON.parse(answered.body)).started[0];
}

/** Waits for the task of the case, takes it and does it. */
async function doTask(client: HouseClient, name: string, caseId: string): Promise<void> {
  const task = await taskOf(client, caseId);
  if (task === undefined) return void client.faults.push(`${caseId}: no task within ${patienceMs / 1000} s`);
  const { id } = task;
  await client.ask(`user-tasks/${id}/claim`, { body: {}, key: `${name}-ta` });
  const { etag } = await client.ask(`user-tasks/${id}`);
  await client.ask(`user-tasks/${id}/complete`, { body: { variables: {} }, key: `${name}-fullfor`, etag });
}

async function taskOf(client: HouseClient, caseId: string): Promise<Task | undefined> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const { body } = await client.ask(`process-instances/${caseId}`);
    const { tasks, state } = processInstanceDetailSchema.parse(JSON.parse(body));
    if (tasks[0] !== undefined || state === 'incident') return tasks[0];
    await wait(lookMs);
  }
  return undefined;
}

/** Answers the case: kept until it waits for that. */
async function answer(client: HouseClient, name: string): Promise<void> {
  const body = { name: 'svar', correlationKey: name, messageId: `${name}-svar` };
  await client.ask('messages', { body, key: `${name}-svar` });
}
