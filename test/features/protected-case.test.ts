import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
let caseId: string;
let projectId: string;
beforeAll(async () => {
  world = await createApiWorld();
  const started = async (person: string, body: object): Promise<string> =>
    (await world.as(person).post('process-instances', body).expect(201)).body.processInstanceId;
  caseId = await started('siv', { process: 'boligtildeling' });
  projectId = await started('per', { process: 'boligutvikling', variables: { prosjekt: 'Småhus i Ila' } });
  const siv = { id: 'siv', name: 'Siv Dahl', protection: 'strengt-fortrolig' };
  await world.as('kari+adressesperre').post('persons', siv).expect(201);
  await world.settle();
});
afterAll(() => world.stop());

const ids = async (person: string, path: string): Promise<readonly string[]> => {
  const { body } = await world.as(person).get(path).expect(200);
  return body.items.map((item: { id: string; case?: { id: string } }) => item.case?.id ?? item.id);
};
const lists = ['process-instances', 'user-tasks?filter=all', 'user-tasks?filter=unit', 'user-tasks?filter=unassigned'];

describe('the case of a person with a protected address (kode 6)', () => {
  it.each(lists)(
    'is not in the list %s of the caseworker who has the task, but in that of the group for it',
    async (path) => {
      expect(await ids('kari', path)).not.toContain(caseId);
      expect(await ids('kari+adressesperre', path)).toContain(caseId);
    },
  );

  it('answers the caseworker as a case that does not exist, letter by letter', async () => {
    for (const rest of ['', '/journal', '/xml', '/notices', '/decisions', '/records']) {
      const hidden = await world.as('kari').get(`process-instances/${caseId}${rest}`);
      const missing = await world.as('kari').get(`process-instances/finnes-ikke${rest}`);
      expect([rest, hidden.status, hidden.body]).toEqual([rest, 404, missing.body]);
    }
  });

  it('is open to the person, and to the group for it, who are written down', async () => {
    await world.as('siv').get(`process-instances/${caseId}`).expect(200);
    await world.as('kari+adressesperre').get(`process-instances/${caseId}`).expect(200);

    const { body } = await world.as('siv').get('me/reads').expect(200);
    expect(body.items).toEqual([expect.objectContaining({ who: 'Kari Nordli', times: 1, processInstanceId: caseId })]);
  });

  it('takes no case that is about nobody out of the lists with it', async () => {
    expect(await ids('per', 'process-instances')).toEqual([projectId]);
  });
});
