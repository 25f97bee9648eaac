import { idOf } from '../../src/shared/id.js';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
let caseId: string;
let taskId: string;

beforeAll(async () => {
  world = await createApiWorld();
  const variables = { soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-23' };
  const { body } = await world.as('kari').post('process-instances', { process: 'boligtildeling', variables });
  caseId = body.processInstanceId;
  await world.settle();
  const { body: list } = await world.as('kari').get('user-tasks?filter=all').expect(200);
  taskId = list.items.find(({ node }: { node: string }) => node === 'kartlegg-behov').id;
}, 240_000);
afterAll(() => world.stop());

const read = async () => (await world.as('kari').get(`user-tasks/${taskId}`).expect(200)).body;
async function change(person: string, step: string, body: object) {
  const { revision } = await read();
  return world.as(person).post(`user-tasks/${taskId}/deadline/${step}`, body).set('if-match', `"${revision}"`);
}
const isRung = ({ rung }: { rung: boolean }): boolean => rung;

describe('the deadline of the survey of an application from Monday 23 November 2026', () => {
  const pause = { ground: 'party-delay', reason: 'Siv finner fram lønnsslipper' };

  it('is 7 December, with its two clocks, what it may be paused for, and why', async () => {
    const { deadline } = await read();

    expect(deadline).toMatchObject({
      rule: 'L-KARTLEGGING',
      ruleFrom: '2020-01-01',
      dueOn: '2026-12-07',
      legalOn: '2026-12-07',
      pausedSince: null,
      pausable: ['party-asks', 'party-delay', 'others-delay', 'local'],
    });
    expect(deadline.steps.map(({ key }: { key: string }) => key)).toEqual(['rule', 'kind', 'start', 'counted', 'end']);
  });

  it('is explained in the language that the reader has chosen, and in bokmål to the next', async () => {
    const choose = (language: string) =>
      world.as('kari').post('me/notice-preference', { language, dailyDigest: false }).expect(200);
    const lastOf = async () => {
      const { language, why } = (await read()).deadline;
      return [language, why.at(-1)];
    };

    await choose('en');
    expect(await lastOf()).toEqual(['en', 'The deadline ends at midnight, when Monday 7 December 2026 is over.']);
    await choose('nn');
    expect(await lastOf()).toEqual(['nn', 'Fristen går ut ved midnatt, når måndag 7. desember 2026 er slutt.']);
    await choose('nb');
    expect(await lastOf()).toEqual(['nb', 'Fristen går ut ved midnatt, når mandag 7. desember 2026 er slutt.']);
  });

  it('may be paused and extended by the caseworker, not taken up again; the applicant may do nothing', async () => {
    const allowed = async (person: string) => {
      const { body } = await world.as(person).get(`user-tasks/${taskId}`).expect(200);
      const { pauseDeadline, resumeDeadline, extendDeadline } = body.actions;
      return [pauseDeadline, resumeDeadline, extendDeadline].map((one: { allowed: boolean }) => one.allowed);
    };

    expect(await allowed('kari')).toEqual([true, false, true]);
    expect(await allowed('siv')).toEqual([false, false, false]);
  });

  it('is paused by nobody but staff who work with the case, and by nobody who has not seen the task', async () => {
    expect((await change('siv', 'pause', pause)).status).toBe(403);
    expect((await change('per', 'pause', pause)).status).toBe(404);
    expect((await world.as('kari').post(`user-tasks/${taskId}/deadline/pause`, pause)).status).toBe(428);
    expect((await change('kari', 'pause', { ...pause, reason: ' ' })).status).toBe(400);
    expect((await change('kari', 'pause', { ...pause, from: '2026-12-24' })).body.code).toBe(
      'deadline-date-impossible',
    );
    expect((await change('kari', 'resume', {})).body.code).toBe('deadline-not-paused');
  });

  it('is paused with a reason: the case says since when and why, and the one alarm that is set tells after 14 days that it still stands', async () => {
    expect((await change('kari', 'pause', pause)).status).toBe(200);
    expect((await read()).actions).toMatchObject({
      resumeDeadline: { allowed: true, reason: null },
      extendDeadline: { allowed: false, reason: 'Klokka for fristen står allerede.' },
    });

    const { deadline, reminders } = await read();
    expect(deadline).toMatchObject({ pausedSince: '2026-11-23', overdue: false });
    expect(reminders.filter((one: { rung: boolean }) => !isRung(one))).toEqual([
      { kind: 'pause', at: '2026-12-07T07:00:00.000Z', to: 'Den som har oppgaven', rung: false },
    ]);
    const { body } = await world.as('kari').get(`process-instances/${caseId}/journal`).expect(200);
    expect(body.items.map(({ text }: { text: string }) => text)).toContain(
      'Kari Nordli stoppet klokka for «Kartlegg behov med søker» fra mandag 23. november 2026: Siv finner fram lønnsslipper (forvaltningslovforskriften § 38).',
    );
  });

  it('goes on and is extended: 18 December, for everybody who reads the case, with the alarm at the end of that day', async () => {
    expect((await change('kari', 'resume', {})).status).toBe(200);
    expect((await change('kari', 'extend', { dueOn: '2026-12-19', reason: 'Saken er stor' })).status).toBe(200);

    const { body } = await world.as('kari').get(`process-instances/${caseId}`).expect(200);
    const task = body.tasks.find(({ id }: { id: string }) => id === taskId);
    expect(task.deadline).toMatchObject({
      dueOn: '2026-12-18',
      legalOn: '2026-12-21',
      extensions: [{ days: 12, reason: 'Saken er stor' }],
    });
    const ends = body.timers.filter(
      ({ node, purpose }: Record<string, string>) => `${node} ${purpose}` === 'kartlegg-behov breach',
    );
    expect(ends).toMatchObject([{ dueAt: '2026-12-18T23:00:00.000Z', deadline: { dueOn: '2026-12-18' } }]);
  });
});

describe('scenario 5: the interim reply for an application received 25 November 2026, that nobody sends', () => {
  let id: string;

  it('is over by our target on 24 December and by the law on 28 December: both are in the case’s history, with who was told', async () => {
    const variables = { soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-25' };
    const { body: begun } = await world.as('kari').post('process-instances', { process: 'boligtildeling', variables });
    id = begun.processInstanceId;
    await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-12-29T08:00:00.000Z' });

    const { body } = await world.as('kari').get(`process-instances/${id}/journal`).expect(200);
    const texts = body.items.flatMap(({ type, text }: Record<string, string>) =>
      type === 'DeadlineBreached' && text?.includes('foreløpig svar') ? [text] : [],
    );
    expect(texts).toEqual([
      'Fristen for «Skriv foreløpig svar» er ute. Siste dag er mandag 28. desember 2026. Leder ved Helse- og velferdskontoret er varslet. (D02)',
      'Siste dag for «Skriv foreløpig svar», mandag 28. desember 2026, er over. Fristen er brutt. Leder ved Helse- og velferdskontoret er varslet. (D02)',
    ]);
  });

  it('is red by both clocks, and its alarms are listed as rung', async () => {
    const { body } = await world.as('kari').get(`process-instances/${id}`).expect(200);
    const task = body.tasks.find(({ node }: Record<string, string>) => node === 'send-forelopig-svar');

    expect(task.deadline).toMatchObject({
      dueOn: '2026-12-24',
      legalOn: '2026-12-28',
      overdue: true,
      legallyOverdue: true,
    });
    const { body: detail } = await world.as('kari').get(`user-tasks/${task.id}`).expect(200);
    expect(detail.reminders.filter(isRung).map(({ kind, at }: Record<string, string>) => `${at} ${kind}`)).toEqual([
      '2026-12-22T07:00:00.000Z reminder',
      '2026-12-24T23:00:00.000Z breach',
      '2026-12-28T07:00:00.000Z reminder',
      '2026-12-28T07:00:00.000Z escalation',
      '2026-12-28T23:00:00.000Z legal-breach',
    ]);
  });

  it('counts in the leader’s figures by the day that was missed: 23 and 24 December by our target, 23 and 28 December by the law', async () => {
    const figures = async (from: string, to: string) => {
      const { body } = await world.as('liv').get(`missed-deadlines?from=${from}&to=${to}`).expect(200);
      return body.items.find(({ rule }: { rule: string }) => rule === 'D02');
    };
    const rule = {
      rule: 'D02',
      name: 'Vedtak eller foreløpig svar',
      law: 'forvaltningsloven (1967) § 11 a tredje ledd',
    };

    expect(await figures('2026-12-23', '2026-12-23')).toEqual({ ...rule, target: 1, legal: 1 });
    expect(await figures('2026-12-24', '2026-12-27')).toEqual({ ...rule, target: 1, legal: 0 });
    expect(await figures('2026-12-28', '2026-12-28')).toEqual({ ...rule, target: 0, legal: 1 });
    expect(await figures('2026-12-01', '2026-12-31')).toEqual({ ...rule, target: 2, legal: 2 });
    await world.as('kari').get('missed-deadlines?from=2026-12-01&to=2026-12-31').expect(403);
    await world.as('liv').get('missed-deadlines?from=2026-12-01').expect(400);
  });
});
