import { readFile } from 'node:fs/promises';
import { readBpmn } from '../../engine/index.js';
import type { Person } from '../../runtime/case-ports.js';
import type { NoticePreference } from '../../runtime/notice-ports.js';
import type { Notification } from '../../runtime/ports.js';
import type { CaseWithRelations, TimerRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import { readDeadlineRegister } from '../deadlines/read-deadline-register.js';
import { createWrittenNotices } from '../../../test/support/written-notices.js';
import { createCaseNotifier } from './case-notifier.js';

const reading = await readBpmn(await readFile('workflows/ventelisterunde/ventelisterunde.bpmn', 'utf8'));
const [round] = reading.ok ? reading.definitions : [];
if (round === undefined) throw new Error('Expected the round to be readable');
const definition = { ...round, version: 1 };

const tenant = idOf<'Tenant'>('trondheim');
const kari: Person = { id: idOf('kari'), name: 'Kari Nordli', email: 'kari@boligflyt.test', groups: ['hvk'] };
const siv: Person = { id: idOf('siv'), name: 'Siv Dahl', email: 'siv@boligflyt.test', groups: ['soker'] };

const sivsCase: CaseWithRelations = {
  id: idOf('sak'),
  title: 'Søknad om kommunal bolig – Siv Dahl',
  process: 'boligtildeling',
  processName: 'Boligtildeling',
  version: 1,
  family: 'applicant',
  subject: siv.id,
  state: 'active',
  revision: 7,
  readers: ['hvk'],
  startedAt: '2026-11-25T08:00:00.000Z',
  assignees: [],
  openAssignees: [],
  openCandidateGroups: ['hvk'],
  emergencyReaders: [],
  isProtected: false,
};

const reminder = (to: Person): Notification => ({
  tenant,
  key: 'sak/rung-9',
  processInstanceId: idOf('sak'),
  effect: {
    type: 'Notify',
    key: 'rung-9',
    kind: 'reminder',
    userTaskId: idOf('sak-5'),
    node: 'send-forelopig-svar',
    taskName: 'Skriv foreløpig svar',
    to: { actor: to.id },
    deadline: {
      rule: 'D02',
      startOn: '2026-11-25',
      dueOn: '2026-12-24',
      legalOn: '2026-12-28',
      dueAt: '2026-12-24T23:00:00.000Z',
    },
  },
  at: '2026-12-22T07:00:00.000Z',
});

const breachAlarm: TimerRow = {
  id: idOf('sak-10'),
  node: 'send-forelopig-svar',
  purpose: 'breach',
  dueAt: '2026-12-24T23:00:00.000Z',
  to: 'hvk-leder',
  userTaskId: idOf('sak-5'),
  deadline: {
    rule: 'D02',
    startOn: '2026-11-25',
    dueOn: '2026-12-24',
    legalOn: '2026-12-28',
    dueAt: '2026-12-24T23:00:00.000Z',
  },
  state: 'scheduled',
};

/** A notifier whose notices can be read. */
async function notifierOf(people: readonly Person[], chosen: Partial<NoticePreference> = {}) {
  const { postbox, rows, rules } = await createWrittenNotices(chosen);
  const notifier = createCaseNotifier({
    register: await readDeadlineRegister('workflows'),
    rules,
    directory: {
      person: async (_tenant, id) => people.find((person) => person.id === id),
      membersOf: async (_tenant, groups) =>
        people.filter((person) => person.groups.some((group) => groups.includes(group))),
    },
    absences: { current: async () => [] },
    keepers: { keeperOf: async () => undefined },
    cases: { find: async () => sivsCase },
    timers: { ofCase: async () => [breachAlarm] },
    postbox,
    municipality: async () => 'Trondheim kommune',
    definitions: { load: async () => definition },
    publicUrl: 'https://boligflyt.trondheim.kommune.no',
  });
  return { notifier, rows };
}

describe('a reminder', () => {
  it('says what, which date and why, by which law, and what happens next', async () => {
    const { notifier, rows } = await notifierOf([kari]);

    await notifier.notify(reminder(kari));

    expect(rows.map(({ address, subject }) => [address, subject])).toEqual([
      ['kari@boligflyt.test', 'Påminnelse: Skriv foreløpig svar har frist torsdag 24. desember 2026'],
    ]);
    expect(rows[0]?.text).toContain('«Skriv foreløpig svar» i saken «Boligtildeling»');
    expect(rows[0]?.text).toContain('Fristen er 1 måned og regnes fra onsdag 25. november 2026.');
    expect(rows[0]?.text).toContain('Regel: D02 Vedtak eller foreløpig svar, forvaltningsloven (1967) § 11 a');
    expect(rows[0]?.text).toContain(
      'Hva skjer videre: Er oppgaven ikke ferdig når torsdag 24. desember 2026 er over, får leder på helse- og velferdskontoret beskjed',
    );
  });

  it('names nobody whom the case or the task is about, and leads to the task', async () => {
    const { notifier, rows } = await notifierOf([kari]);
    const { effect, ...about } = reminder(kari);

    await notifier.notify({
      ...about,
      effect: {
        ...effect,
        node: 'vurder-oppforing',
        taskName: 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl',
      },
    });

    expect(rows[0]?.subject).toBe('Påminnelse: Vurder oppføring har frist torsdag 24. desember 2026');
    expect(rows[0]?.text).not.toContain('Siv');
    expect(rows[0]?.text).toContain('https://boligflyt.trondheim.kommune.no/oppgaver/sak-5');
  });

  it('tells an applicant by e-mail only that there is a message', async () => {
    const { notifier, rows } = await notifierOf([siv]);

    await notifier.notify(reminder(siv));

    expect(rows[0]?.subject).toBe('Du har en melding fra Trondheim kommune');
    expect(rows[0]?.text).not.toMatch(/foreløpig|bolig –|frist/i);
  });

  it('is written once, however often it is asked for', async () => {
    const { notifier, rows } = await notifierOf([kari]);

    await notifier.notify(reminder(kari));
    await notifier.notify(reminder(kari));

    expect(rows).toHaveLength(1);
  });

  it.each([
    ['nn', 'Påminning: Skriv foreløpig svar har frist torsdag 24. desember 2026', 'Kva skjer vidare'],
    ['en', 'Reminder: Skriv foreløpig svar is due Thursday 24 December 2026', 'What happens next'],
  ] as const)('comes in %s for whoever has chosen that', async (language, subject, next) => {
    const { notifier, rows } = await notifierOf([kari], { language });

    await notifier.notify(reminder(kari));

    expect(rows[0]?.subject).toBe(subject);
    expect(rows[0]?.text).toContain(next);
  });

  it('by SMS says that there is something to read, and nothing of what it is', async () => {
    const { notifier, rows } = await notifierOf([{ ...kari, phone: '+4799999999' }]);
    const { effect, ...about } = reminder(kari);

    await notifier.notify({ ...about, effect: { ...effect, notice: { channel: 'sms' } } });

    expect(rows[0]).toMatchObject({ channel: 'sms', address: '+4799999999', subject: 'Du har fått noe nytt å lese' });
    expect(rows[0]?.text).not.toMatch(/foreløpig|Kari|2026/);
  });

  it.each([
    ['nb', 'I dag er siste dag for en oppgave dere har.'],
    ['nn', 'I dag er siste dag for ei oppgåve de har.'],
    ['en', 'Today is the last day for a task of your unit.'],
  ] as const)('by SMS says to staff in %s what the text of its rung says, and no more', async (language, said) => {
    const { notifier, rows } = await notifierOf([{ ...kari, phone: '+4799999999' }], { language });
    const { effect, ...about } = reminder(kari);

    await notifier.notify({ ...about, effect: { ...effect, notice: { channel: 'sms', text: 'siste-dag' } } });

    expect(rows[0]).toMatchObject({ channel: 'sms', text: expect.stringContaining(said) });
    expect(rows[0]?.text).not.toMatch(/foreløpig|Kari|2026/);
  });

  it('by SMS tells an applicant only that there is something to read, whatever the text of its rung says', async () => {
    const { notifier, rows } = await notifierOf([{ ...siv, phone: '+4799999901' }]);
    const { effect, ...about } = reminder(siv);

    await notifier.notify({ ...about, effect: { ...effect, notice: { channel: 'sms', text: 'siste-dag' } } });

    expect(rows[0]).toMatchObject({ channel: 'sms', text: expect.stringContaining('noe nytt å lese') });
  });

  it.each([
    ['nb', 'I dag er siste dag: Skriv foreløpig svar'],
    ['nn', 'I dag er siste dag: Skriv foreløpig svar'],
    ['en', 'Today is the last day: Skriv foreløpig svar'],
  ] as const)('comes by e-mail in %s with the text of its rung to who has no telephone', async (language, subject) => {
    const { notifier, rows } = await notifierOf([kari], { language });
    const { effect, ...about } = reminder(kari);

    await notifier.notify({ ...about, effect: { ...effect, notice: { channel: 'sms', text: 'siste-dag' } } });

    expect(rows[0]).toMatchObject({ channel: 'email', subject });
  });
});
