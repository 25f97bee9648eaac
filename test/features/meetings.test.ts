import { messageIdOf } from '../../src/cases/mail-sender.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';
import { readCalendar } from '../support/read-calendar.js';
import { trondheim } from '../support/stack.js';
import { createTestWorld, type TestWorld } from '../support/test-world.js';

const ada = { id: idOf<'Actor'>('ada'), groups: ['admin'] };

describe('a meeting that a process sets', () => {
  let world: TestWorld;
  afterEach(() => world.stop());

  const invitation = { handling: 'inviter', motedato: '2026-12-15', moteklokke: '17.30', motested: 'Treffstedet' };
  const invitationsTo = (address: string) =>
    world.mails
      .filter(({ to, calendar }) => to === address && calendar !== undefined)
      .map(({ subject, text, calendar = '' }) => ({ subject, text, calendar: readCalendar(calendar) }));

  it('lies in the user representative’s mail as an invitation, and is called off when nobody needs the meeting', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    const project = await world.start('småhus', 'boligutvikling', 'per', { prosjekt: 'Nye småhus øst' });
    await world.complete(project, 'samle-behov', 'per', { mangler: 'Små hus' });
    await world.complete(project, 'inviter-til-medvirkning', 'per', invitation);

    const [asked, ...more] = invitationsTo('berit@boligflyt.test');
    expect(more).toEqual([]);
    expect(asked?.subject).toBe('Invitasjon: Medvirkningsmøte');
    expect(asked?.text).toContain('Tid: tirsdag 15. desember 2026 klokka 17:30\nSted: Treffstedet');
    expect(asked?.calendar).toMatchObject({
      ...{ method: 'REQUEST', sequence: 0, place: 'Treffstedet', start: '2026-12-15T16:30:00.000Z' },
      ...{
        organizer: 'mailto:per@boligflyt.test',
        attendees: [{ address: 'mailto:berit@boligflyt.test', rsvp: 'TRUE' }],
      },
    });
    expect(world.mails.filter(({ to, subject }) => to.startsWith('berit') && subject.includes('melding'))).toEqual([]);

    const command = { type: 'CancelProcessInstance', reason: 'Bygges ikke', actor: ada } as const;
    await world.stack.runtime.handler.handle({ tenant: trondheim, processInstanceId: project, command });
    await world.settle();

    const off = invitationsTo('berit@boligflyt.test').at(-1);
    expect(off?.subject).toBe('Avlyst: Medvirkningsmøte');
    expect(off?.calendar).toMatchObject({ method: 'CANCEL', sequence: 1, uid: asked?.calendar.uid });
  });

  it('that is moved, since nobody answered, has the same id and the next number', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    const project = await world.start('småhus', 'boligutvikling', 'per', { prosjekt: 'Nye småhus øst' });
    await world.complete(project, 'samle-behov', 'per', { mangler: 'Små hus' });
    await world.complete(project, 'inviter-til-medvirkning', 'per', invitation);
    await world.advance({ to: '2026-12-16T11:00:00.000Z' });
    await world.complete(project, 'inviter-til-medvirkning', 'per', { ...invitation, motedato: '2027-01-12' });

    const told = invitationsTo('berit@boligflyt.test').map(({ subject, calendar }) => [
      ...[subject, calendar.uid, calendar.sequence, calendar.start],
    ]);
    const uid = told[0]?.[1];
    expect(told).toEqual([
      ['Invitasjon: Medvirkningsmøte', uid, 0, '2026-12-15T16:30:00.000Z'],
      ['Endret: Medvirkningsmøte', uid, 1, '2027-01-12T16:30:00.000Z'],
    ]);
  });
});

describe('a meeting about a case that is arranged in its task', () => {
  let world: ApiWorld;
  let task = '';
  beforeAll(async () => {
    world = await createApiWorld();
    const { body: started } = await world.as('siv').post('process-instances', { process: 'boligtildeling' });
    const id: string = started.processInstanceId;
    await world.settle();
    await complete(await openTask(id, 'kartlegg-behov'), {
      ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'Trygt', onsker: 'Nær bussen', trengerSamarbeidsmote: true },
    });
    task = await openTask(id, 'hold-samarbeidsmote');
  }, 240_000);
  afterAll(() => world.stop());

  const openTask = async (id: string, node: string): Promise<string> => {
    await world.settle();
    const { body } = await world.as('kari').get('user-tasks?filter=all');
    const found = body.items.find(
      (one: { node: string; case: { id: string } }) => one.node === node && one.case.id === id,
    );
    await world.as('kari').post(`user-tasks/${found.id}/claim`).expect(200);
    return found.id;
  };
  const complete = async (id: string, variables: object) => {
    const { headers } = await world.as('kari').get(`user-tasks/${id}`);
    const asked = world.as('kari').post(`user-tasks/${id}/complete`, { variables });
    await asked.set('if-match', headers['etag'] ?? '').expect(200);
  };
  const time = { on: '2026-12-01', at: '10:00', minutes: 60, place: 'Vestre Kvartal 3' };
  const arrange = (person: string, more: object = {}) =>
    world.as(person).post(`user-tasks/${task}/meeting`, { ...time, ...more });
  const lastTo = (person: string) => {
    const mail = world.sentMail.findLast(({ to, calendar }) => to.startsWith(person) && calendar !== undefined);
    return { subject: mail?.subject, text: mail?.text, ...readCalendar(mail?.calendar ?? '') };
  };

  it('is arranged by whoever has the task, not in the past, and by nobody else', async () => {
    await arrange('liv').expect(403);
    await arrange('per').expect(404);
    await arrange('kari', { on: '2026-11-22' }).expect(400);
    await arrange('kari', { at: '25:00' }).expect(400);
    const { body } = await world.as('kari').get(`user-tasks/${task}/meeting`).expect(200);

    expect(body).toEqual({ meeting: null });
    expect(world.sentMail.filter(({ calendar }) => calendar !== undefined)).toEqual([]);
  });

  it('tells staff what and where, the applicant only when, and names nobody to anybody', async () => {
    const { body } = await arrange('kari').expect(200);
    await world.settle();

    expect(body.meeting).toMatchObject({ ...time, kind: 'samarbeidsmote', sequence: 0, cancelled: false });
    const [siv, bjorn] = [lastTo('siv'), lastTo('bjorn')];
    expect(bjorn).toMatchObject({
      title: 'Samarbeidsmøte',
      place: 'Vestre Kvartal 3',
      start: '2026-12-01T09:00:00.000Z',
    });
    expect(siv).toMatchObject({
      title: 'Avtale med Trondheim kommune',
      place: null,
      start: '2026-12-01T09:00:00.000Z',
    });
    expect(siv.subject).toBe('Invitasjon: Avtale med Trondheim kommune');
    expect(`${siv.text}${siv.description}`).not.toContain('Kvartal');
    expect(JSON.stringify(bjorn)).not.toContain('Siv');
    const { body: seen } = await world.as('siv').get(`user-tasks/${task}/meeting`).expect(200);
    expect(seen.meeting.place).toBe('Vestre Kvartal 3');
  });

  it('is moved with one more number, and told to nobody when it stays', async () => {
    await arrange('kari', { at: '12:30' }).expect(200);
    await world.settle();
    const told = world.sentMail.length;
    await arrange('kari', { at: '12:30' }).expect(200);
    await world.settle();

    expect(lastTo('siv')).toMatchObject({ method: 'REQUEST', sequence: 1, start: '2026-12-01T11:30:00.000Z' });
    expect(world.sentMail).toHaveLength(told);
  });

  it('is called off by whoever has the task, once, and so is one whose task is done before it', async () => {
    const uid = lastTo('siv').uid;
    const { body } = await world.as('kari').post(`user-tasks/${task}/meeting/cancel`).expect(200);
    await world.as('kari').post(`user-tasks/${task}/meeting/cancel`).expect(200);
    await world.settle();
    expect(body.meeting).toMatchObject({ cancelled: true, sequence: 2 });
    expect(lastTo('siv')).toMatchObject({ method: 'CANCEL', sequence: 2, uid });

    await arrange('kari', { on: '2026-12-03' }).expect(200);
    await complete(task, { moteOn: '2026-11-23', referat: 'Vi møttes på telefon.', avklart: true });
    await world.settle();

    const numbers = world.sentMail
      .filter(({ to, calendar }) => to.startsWith('siv') && calendar !== undefined)
      .map(({ calendar = '' }) => [readCalendar(calendar).method, readCalendar(calendar).sequence]);
    expect(numbers.slice(2)).toEqual([
      ['CANCEL', 2],
      ['REQUEST', 3],
      ['CANCEL', 4],
    ]);
    await arrange('kari').expect(409);
  });

  it('has a Message-ID of its own for each of its invitations', () => {
    const ids = world.sentMail.filter(({ calendar }) => calendar !== undefined).map(({ key }) => messageIdOf(key));

    expect(new Set(ids).size).toBe(ids.length);
  });
});
