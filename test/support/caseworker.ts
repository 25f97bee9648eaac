import type request from 'supertest';
import type { ApiWorld } from './api-world.js';

/** Somebody who works on cases through the API. */
export interface Caseworker {
  /** Somebody applies for a home; answers the case. */
  applicationOf(person: string): Promise<string>;
  /** Takes the open task of the case, or of a part of it, with this name, and does it. */
  does(caseId: string, task: string, variables: object): Promise<void>;
  /** The same, with the answer to the attempt. */
  tries(caseId: string, task: string, variables: object): Promise<request.Response>;
  /** The newest case with an open task of this name. */
  caseWith(task: string): Promise<string>;
  /** The names of the open tasks of a case that this person can see. */
  openTasks(caseId: string): Promise<readonly string[]>;
}

interface Task {
  readonly id: string;
  readonly name: string;
  readonly case: { readonly id: string; readonly partOf: string | null };
}

/** Lets `person` work in `world`. */
export function createCaseworker(world: ApiWorld, person: string): Caseworker {
  const open = async (caseId: string): Promise<readonly Task[]> => {
    const { body } = await world.as(person).get('user-tasks?filter=all').expect(200);
    return body.items.filter((task: Task) => [task.case.id, task.case.partOf].includes(caseId));
  };
  const tries = async (caseId: string, name: string, variables: object): Promise<request.Response> => {
    const task = (await open(caseId)).find((one) => one.name === name);
    if (task === undefined) throw new Error(`Expected an open task '${name}' in case ${caseId}, but there is none`);
    await world.as(person).post(`user-tasks/${task.id}/claim`);
    const { headers } = await world.as(person).get(`user-tasks/${task.id}`).expect(200);
    const asked = world.as(person).post(`user-tasks/${task.id}/complete`, { variables });
    const answer = await asked.set('if-match', headers['etag'] ?? '');
    await world.settle();
    return answer;
  };
  return {
    applicationOf: async (applicant) => {
      const sent = await world.as(applicant).post('process-instances', { process: 'boligtildeling' }).expect(201);
      await world.settle();
      return sent.body.processInstanceId;
    },
    does: async (caseId, task, variables) => {
      const { status, body } = await tries(caseId, task, variables);
      if (status !== 200) throw new Error(`Expected '${task}' to be done, but ${JSON.stringify(body)}`);
    },
    tries,
    caseWith: async (name) => {
      const { body } = await world.as(person).get('user-tasks?filter=all').expect(200);
      const ids = body.items.filter((task: Task) => task.name === name).map((task: Task) => task.case.id);
      const [newest] = ids.toSorted().toReversed();
      if (newest === undefined) throw new Error(`Expected an open task '${name}', but there is none`);
      return newest;
    },
    openTasks: async (caseId) => (await open(caseId)).map(({ name }) => name),
  };
}
