import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

const mapping = {
  rettsgrunnlag: 'kommunal-bolig',
  behov: 'Stille',
  onsker: 'Nær bussen',
  trengerSamarbeidsmote: false,
};

let world: ApiWorld;
let caseId: string;
beforeAll(async () => {
  world = await createApiWorld();
  const sent = await world
    .as('siv')
    .post('process-instances', { process: 'boligtildeling', variables: { behov: 'Stille' } });
  caseId = sent.body.processInstanceId;
  await world.settle();
});
afterAll(() => world.stop());

describe('an application for a home', () => {
  it('is about the applicant who sent it, and received on the day by the municipality’s clock', async () => {
    const { body } = await world.as('siv').get(`process-instances/${caseId}`).expect(200);

    expect(body).toMatchObject({ title: 'Søknad om kommunal bolig – Siv Dahl', state: 'active', stage: 4 });
    expect(body.startedAt).toBe('2026-11-23T08:00:00.000Z');
    expect(body.letters.map(({ title }: { title: string }) => title)).toEqual(['Vi har fått søknaden din']);
  });

  it('is a task of the office, due in 14 days, with the reason for the date', async () => {
    const { body } = await world.as('kari').get('user-tasks?filter=unassigned').expect(200);

    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ name: 'Kartlegg behov med søker', state: 'created', revision: 1 });
    expect(body.items[0].deadline).toMatchObject({ rule: 'L-KARTLEGGING', dueOn: '2026-12-07', overdue: false });
    expect(body.items[0].deadline.why).toContain('Det gir mandag 7. desember 2026.');
  });

  it('says of each action whether the reader may take it, and why not', async () => {
    const task = await onlyTask();

    const seen = await world.as('kari').get(`user-tasks/${task.id}`).expect(200);
    expect(seen.headers['etag']).toBe('"1"');
    expect(seen.body.values).toEqual({ behov: 'Stille' });
    expect(seen.body.actions.claim).toEqual({ allowed: true, reason: null });
    expect(seen.body.actions.complete).toEqual({
      allowed: false,
      reason: 'Du må ta oppgaven før du kan gjøre dette.',
    });

    const elsewhere = await world.as('bjorn').get(`user-tasks/${task.id}`).expect(200);
    expect(elsewhere.body.actions.claim).toEqual({ allowed: false, reason: 'Oppgaven ligger hos en annen enhet.' });
  });

  it('keeps what staff write in their forms from the applicant, who sees that the task is there', async () => {
    const task = await onlyTask();

    const { body } = await world.as('siv').get(`user-tasks/${task.id}`).expect(200);

    expect(body).toMatchObject({ name: task.name, form: null, values: {} });
    expect(body.actions.claim).toEqual({ allowed: false, reason: 'Oppgaven ligger hos en annen enhet.' });
  });

  it('goes on to the decision when a caseworker has taken and completed the mapping', async () => {
    const task = await onlyTask();
    await world.as('kari').post(`user-tasks/${task.id}/claim`).expect(200);

    const done = await world
      .as('kari')
      .post(`user-tasks/${task.id}/complete`, { variables: mapping })
      .set('if-match', '"2"')
      .expect(200);

    expect(done.body).toMatchObject({ processInstanceId: caseId, userTaskId: task.id });
    expect((await onlyTask()).name).toBe('Fatt vedtak om kommunal bolig');
    const finished = await world.as('kari').get('user-tasks?filter=mine&state=completed').expect(200);
    expect(finished.body.items.map(({ id }: { id: string }) => id)).toEqual([task.id]);
  });

  it('is told to the applicant in nine stages, with who has the ball', async () => {
    const { body } = await world.as('siv').get(`journeys/${caseId}`).expect(200);

    expect(body.stages.map(({ status }: { status: string }) => status).slice(0, 5)).toEqual([
      'skipped',
      'skipped',
      'done',
      'now',
      'later',
    ]);
    expect(body.stages[2].happened.map(({ text }: { text: string }) => text)).toEqual([
      'Vi tok imot søknaden din.',
      'Vi sendte deg brevet «Vi har fått søknaden din».',
    ]);
    expect(body.ball).toMatchObject({ you: false, who: 'Helse- og velferdskontoret' });
    expect(body.othersWaitedDays).toBeNull();
  });

  it('has a timeline in which everything is told by name', async () => {
    const { body } = await world.as('kari').get(`process-instances/${caseId}/journal`).expect(200);
    const milestones = body.items.filter(({ level }: { level: string }) => level === 'milestone');

    expect(milestones.map(({ text }: { text: string }) => text)).toEqual(
      expect.arrayContaining([
        'Siv Dahl opprettet saken.',
        'Kari Nordli tok oppgaven «Kartlegg behov med søker».',
        'Kari Nordli fullførte «Kartlegg behov med søker».',
      ]),
    );
  });

  it('is seen on the pages of no project, and by no project manager', async () => {
    await world.as('per').get(`process-instances/${caseId}`).expect(404);
    await world.as('per').get('process-instances').expect(200, { items: [] });
    await world.as('per').get('user-tasks?filter=all').expect(200, { items: [] });
  });

  it('gives its diagram as XML, to those who may see the case', async () => {
    const { headers, text } = await world.as('siv').get(`process-instances/${caseId}/xml`).expect(200);

    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(text).toContain('<bpmn:process id="boligtildeling"');
  });
});

async function onlyTask(): Promise<{ readonly id: string; readonly name: string }> {
  const { body } = await world.as('kari').get('user-tasks?filter=unit').expect(200);
  return body.items[0];
}
