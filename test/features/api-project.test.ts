import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
let projectId: string;
beforeAll(async () => {
  world = await createApiWorld();
  const start = { process: 'boligutvikling', variables: { prosjekt: 'Ladeveien' } };
  const { body } = await world.as('per').post('process-instances', start).expect(201);
  projectId = body.processInstanceId;
  await world.settle();
});
afterAll(() => world.stop());

describe('a housing project', () => {
  it('stands in phase 1 of eight in the portfolio, with what it waits for and until when', async () => {
    const { body } = await world.as('per').get('projects').expect(200);

    expect(body.phases).toHaveLength(8);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      id: projectId,
      phase: 1,
      phaseName: 'Kartlegging',
      state: 'active',
      overdue: 0,
    });
    expect(body.items[0].waitingFor.length).toBeGreaterThan(0);
  });
});

describe('a participation checkpoint', () => {
  const answer = { answer: 'deltar', message: 'Gjerne på kveldstid.', adaptations: 'Skyss' };
  let invitation: { readonly taskId: string; readonly revision: number };

  it('invites the user representative with what is asked, in which project, and until when', async () => {
    await work('per', 'Samle behov og tall', { mangler: 'Små boliger med base' });
    await work('per', 'Inviter til medvirkning', {
      handling: 'inviter',
      motedato: '2026-12-14',
      sporsmal: 'Hva trengs?',
    });

    const { body } = await world.as('berit').get('participation/invitations').expect(200);

    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ code: 'MP-B1', project: 'Ladeveien', state: 'open', answer: null });
    expect(body.items[0].about).toMatch(/^Hva mangler i boligtilbudet\?[^]*Hva trengs\?$/);
    expect(body.items[0].deadline).toMatchObject({ rule: 'D-MP', dueOn: '2026-12-14' });
    invitation = body.items[0];
  });

  it('is on the project’s card as open', async () => {
    const { body } = await world.as('per').get('projects').expect(200);

    expect(body.items[0].checkpoints).toEqual([{ code: 'MP-B1', name: 'Behov og ønsker', outcome: null }]);
  });

  it('asks for an answer that it knows: 400', async () => {
    const odd = await reply('berit', { answer: 'kanskje' });

    expect({ status: odd.status, code: odd.body.code }).toEqual({ status: 400, code: 'invalid-input' });
  });

  it('is answered in one step, without taking a task first', async () => {
    await reply('berit', answer).set('idempotency-key', 'svar-1').expect(200);
    await world.settle();

    const { body } = await world.as('berit').get('participation/invitations').expect(200);
    expect(body.items[0]).toMatchObject({ state: 'answered', answer: 'deltar' });
  });

  it('is answered once: the same key gives the first answer, another one 409', async () => {
    const ask = (key: string) => reply('berit', answer).set('idempotency-key', key);
    const before = await world.digest();

    const again = await ask('svar-1').expect(200);
    const other = await ask('svar-2');

    expect(again.body).toMatchObject({ userTaskId: invitation.taskId });
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 409, code: 'user-task-ended' });
    expect(await world.digest()).toBe(before);
  });

  it('shows the user representative the project, but no application', async () => {
    const { body: application } = await world.as('kari').post('process-instances', { process: 'boligtildeling' });
    await world.settle();

    const { body } = await world.as('berit').get('process-instances').expect(200);
    const processes = new Set(body.items.map(({ process }: { process: string }) => process));
    expect(processes).toEqual(new Set(['boligutvikling', 'medvirkningspunkt']));
    await world.as('berit').get(`process-instances/${application.processInstanceId}`).expect(404);
  });

  function reply(person: string, body: object) {
    const path = `participation/invitations/${invitation.taskId}/answer`;
    return world.as(person).post(path, body).set('if-match', `"${invitation.revision}"`);
  }
});

describe('every list', () => {
  it.each(['kari', 'liv', 'bjorn', 'tor', 'per', 'knut', 'berit', 'siv', 'ada', 'kari@orkland'])(
    'shows %s the same cases as the rule that opens one',
    async (person) => {
      const everyone = await Promise.all(
        ['kari', 'per', 'siv'].map((reader) => world.as(reader).get('process-instances')),
      );
      const ids = new Set(everyone.flatMap(({ body }) => body.items.map(({ id }: { id: string }) => id)));
      const opened = await Promise.all([...ids].map((id) => world.as(person).get(`process-instances/${id}`)));

      const { body } = await world.as(person).get('process-instances').expect(200);

      const openable = opened.filter(({ status }) => status === 200).map(({ body: page }) => page.id);
      expect(body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(openable.toSorted());
    },
  );
});

/** Takes the open task of that name and completes it; lets everything happen that follows. */
async function work(person: string, name: string, variables: object): Promise<void> {
  const { body } = await world.as(person).get('user-tasks?filter=all').expect(200);
  const { id } = body.items.find((task: { name: string }) => task.name === name);
  await world.as(person).post(`user-tasks/${id}/claim`).expect(200);
  await world.as(person).post(`user-tasks/${id}/complete`, { variables }).set('if-match', '"2"').expect(200);
  await world.settle();
}
