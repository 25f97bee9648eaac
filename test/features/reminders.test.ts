import type { MessageChannel, OutgoingMessage } from '../../src/cases/delivery/message-channel.js';
import { createTestWorld, type TestWorld } from '../support/test-world.js';

let world: TestWorld;

afterEach(() => world.stop());

const application = { soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-25' };

/** Everything about one deadline rule that anybody was given or told. */
async function toldBy(rule: string) {
  const entries = (await world.chronicle()).filter((entry) => entry.rule.startsWith(`${rule},`));
  return entries.map(({ at, kind, who }) => `${at} ${kind} ${who}`);
}

describe('the interim reply (D02)', () => {
  it('for an application received 2026-11-25 is due 2026-12-24: asked for on the 17th, reminded of on the 22nd, told to the leader when the day is over, by SMS on the last day of the law, Monday 28 December, and again when that is', async () => {
    const texted: OutgoingMessage[] = [];
    const sms: MessageChannel = { hand: async (message) => ({ providerId: `sms-${texted.push(message)}` }) };
    world = await createTestWorld('2026-11-25T08:00:00.000Z', { channels: { sms } });
    await world.query("update actor set phone = '+4799999999' where id = 'liv'", []);
    const id = await world.start('siv', 'boligtildeling', 'kari', application);

    await world.advance({ to: '2026-12-29T08:00:00.000Z' });

    expect(await toldBy('D02')).toEqual([
      '2026-12-17 08:00 oppgave hvk',
      '2026-12-22 08:00 påminnelse Kari Nordli',
      '2026-12-22 08:00 påminnelse Liv Aune',
      '2026-12-25 00:00 fristbrudd Liv Aune',
      '2026-12-28 08:00 påminnelse Kari Nordli',
      '2026-12-28 08:00 påminnelse Liv Aune',
      '2026-12-28 08:00 eskalering Liv Aune',
      '2026-12-29 00:00 siste dag over Liv Aune',
    ]);
    const broken = await world.query(
      `select payload->>'clock' as clock, at from journal_event where instance in (select id from process_instance where parent_id = $1) and type = 'DeadlineBreached'
        and payload->'deadline'->>'rule' = 'D02' order by seq`,
      [id],
    );
    expect(broken).toEqual([
      { clock: 'target', at: '2026-12-24T23:00:00.000Z' },
      { clock: 'legal', at: '2026-12-28T23:00:00.000Z' },
    ]);
    expect(texted).toMatchObject([
      {
        address: '+4799999999',
        text: expect.stringMatching(/^I dag er siste dag for en oppgave dere har\. .*Trondheim kommune$/),
      },
    ]);
  });

  it('is not reminded of once it is sent, and reminders go to the one who took the task', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    const id = await world.start('siv', 'boligtildeling', 'kari', application);
    await world.advance({ to: '2026-12-18T08:00:00.000Z' });

    await world.complete(id, 'send-forelopig-svar', 'kari', {
      forelopigSvar: 'send',
      forsinkelseGrunn: 'Vi mangler en uttalelse.',
      nySvardato: '2027-01-15',
    });
    await world.advance({ to: '2026-12-29T08:00:00.000Z' });

    expect(await toldBy('D02')).toEqual(['2026-12-17 08:00 oppgave hvk']);
    const letter = (await world.chronicle()).find(({ what }) => what === 'Saken din tar lengre tid');
    expect(letter).toMatchObject({ at: '2026-12-18 09:00', who: 'Siv Dahl' });
  });

  it('changes nothing when the same alarm rings three times', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    const id = await world.start('siv', 'boligtildeling', 'kari', application);
    await world.advance({ to: '2026-12-22T08:00:00.000Z' });
    const before = await world.journalOf(id);

    const rung = await world.query<{ id: string }>(
      `select id from timer where purpose = 'reminder' and fired_at is not null order by due_at`,
    );
    const answers = [await world.ring(id, rung[0]?.id ?? ''), await world.ring(id, rung[0]?.id ?? '')];
    await world.settle();

    expect(answers).toEqual(['timer-not-active', 'timer-not-active']);
    expect(await world.journalOf(id)).toEqual(before);
  });

  it('rings no alarm before its time, whatever the queue says', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    const id = await world.start('siv', 'boligtildeling', 'kari', application);
    const set = await world.query<{ id: string }>('select id from timer where fired_at is null order by due_at');

    const answers = await Promise.all(set.map((timer) => world.ring(id, timer.id)));

    expect(new Set(answers)).toEqual(new Set(['timer-not-active']));
  });
});

describe('the hearing (D30)', () => {
  it('scenario 41: published 2026-11-23 ends when Monday 2027-01-04 is over, six weeks later, Christmas and all', async () => {
    world = await createTestWorld('2026-11-22T08:00:00.000Z');
    const id = await world.start('småhus', 'boligutvikling', 'per', { prosjekt: 'Nye småhus øst' });
    await world.skipTo(id, 'publiser-horing');
    await world.advance({ to: '2026-11-23T08:00:00.000Z' });
    await world.complete(id, 'publiser-horing', 'knut', { publisertOn: '2026-11-23', horingstype: 'lokal' });
    await world.exemptCheckpoint(id);

    await world.advance({ to: '2027-01-04T22:59:00.000Z' });
    expect(await world.hasOpen(id, 'behandle-merknader')).toBe(false);

    await world.advance({ to: '2027-01-04T23:00:00.000Z' });
    expect(await world.hasOpen(id, 'behandle-merknader')).toBe(true);
    expect(await toldBy('D32')).toEqual(['2027-01-05 00:00 oppgave byplan']);
  });
});

describe('a participation checkpoint', () => {
  it('reminds the user representative 14, 7 and 2 days before the meeting and tells the chief executive’s staff on the day', async () => {
    world = await createTestWorld('2026-11-02T08:00:00.000Z');
    const id = await world.start('småhus', 'boligutvikling', 'per', { prosjekt: 'Nye småhus øst' });
    await world.complete(id, 'samle-behov', 'per', { mangler: 'Små hus' });
    await world.complete(id, 'inviter-til-medvirkning', 'per', { handling: 'inviter', motedato: '2026-11-30' });

    await world.advance({ to: '2026-11-30T12:00:00.000Z' });

    expect(await toldBy('D-MP')).toEqual([
      '2026-11-02 09:00 oppgave brukerrepresentant',
      '2026-11-16 08:00 påminnelse Berit Lien',
      '2026-11-23 08:00 påminnelse Berit Lien',
      '2026-11-28 08:00 påminnelse Berit Lien',
      '2026-11-30 08:00 eskalering Knut Haugen',
    ]);
  });
});

describe('the chronicle', () => {
  it('tells what happens in one minute in the order in which one thing led to another', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    const id = await world.start('småhus', 'boligutvikling', 'per', { prosjekt: 'Nye småhus øst' });
    await world.complete(id, 'samle-behov', 'per', { mangler: 'Små hus' });
    const invitation = { handling: 'inviter', motedato: '2026-12-17', motested: 'Lade', form: 'liten-gruppe' };
    await world.complete(id, 'inviter-til-medvirkning', 'per', { ...invitation, sporsmal: 'Hva?', honorar: true });

    const told = (await world.chronicle()).map(({ kind, what }) => `${kind} ${what}`);

    expect(told).toEqual([
      'oppgave Samle behov og tall',
      'utført Samle behov og tall',
      'oppgave Inviter til medvirkning',
      'utført Inviter til medvirkning',
      'brev Vi vil høre hva du mener om Nye småhus øst',
      'oppgave Svar på invitasjonen',
    ]);
  });
});
