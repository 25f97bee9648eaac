import { RefusedForGood } from '../../src/cases/delivery/message-channel.js';
import { messageIdOf } from '../../src/cases/mail-sender.js';
import type { NotificationRow } from '../../src/runtime/notice-ports.js';
import { idOf } from '../../src/shared/id.js';
import { trondheim } from '../support/stack.js';
import { createTestWorld, type TestWorld } from '../support/test-world.js';

let world: TestWorld;

afterEach(() => world.stop());

const application = { soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-25' };
const kari = idOf<'Actor'>('kari');
const noon = '2026-11-25T11:00:00.000Z';

/** Mails to one person of the demo, by subject. */
const subjectsTo = (person: string): readonly string[] =>
  world.mails.filter(({ to }) => to === `${person}@boligflyt.test`).map(({ subject }) => subject);

const messagesOf = async (id: string) => world.stack.store.sentMessages.ofCase(trondheim, idOf<'ProcessInstance'>(id));

async function writeMany(count: number, more: Partial<NotificationRow> = {}): Promise<void> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  for (const number of numbers)
    await world.stack.store.notifications.write({
      ...{ tenant: trondheim, key: `storm-${number}`, processInstanceId: idOf<'ProcessInstance'>('sak'), to: kari },
      ...{ kind: 'reminder', subject: `Påminnelse ${number}`, text: 'Hei', at: noon, notBefore: noon },
      ...{ channel: 'email', address: 'kari@boligflyt.test', language: 'nb', joinsSummary: false },
      ...{ stopsWithTask: false, ...more },
    });
}

describe('a storm', () => {
  it('of 50 messages to one person is one message with 50 lines', async () => {
    world = await createTestWorld(noon);
    await writeMany(50);

    await world.settle();

    expect(subjectsTo('kari')).toEqual(['Du har 50 nye meldinger i Boligflyt']);
    expect(world.mails[0]?.text.match(/^- Påminnelse/gm)).toHaveLength(50);
    expect((await messagesOf('sak')).every(({ state, inSummary }) => state === 'sent' && inSummary)).toBe(true);
  });

  it('that goes on is held for the rest of its 15 minutes, and is one more message then', async () => {
    world = await createTestWorld(noon);
    await writeMany(5);
    await world.settle();
    await writeMany(9);
    await world.settle();
    expect(world.mails).toHaveLength(5);

    await world.advance({ to: '2026-11-25T11:15:00.000Z' });

    expect(subjectsTo('kari').slice(5)).toEqual(['Du har 4 nye meldinger i Boligflyt']);
  });
});

describe('quiet hours', () => {
  it('let a task of Friday night be told on Monday morning at 07:00', async () => {
    world = await createTestWorld('2026-11-27T20:00:00.000Z');
    await world.start('siv', 'boligtildeling', 'kari', application);
    expect(world.mails).toEqual([]);

    await world.advance({ to: '2026-11-30T05:59:00.000Z' });
    expect(world.mails).toEqual([]);
    await world.advance({ to: '2026-11-30T06:00:00.000Z' });

    expect(subjectsTo('kari').length).toBeGreaterThan(0);
  });

  it('and a task that is done before morning is not told at all', async () => {
    world = await createTestWorld('2026-11-26T20:00:00.000Z');
    const id = await world.start('siv', 'boligtildeling', 'kari', application);
    await world.complete(id, 'kartlegg-behov', 'kari', {
      ...{
        rettsgrunnlag: 'kommunal-bolig',
        behov: 'Et trygt sted',
        onsker: 'Nær bussen',
        trengerSamarbeidsmote: false,
      },
    });

    await world.advance({ to: '2026-11-27T08:00:00.000Z' });

    expect(subjectsTo('kari').filter((subject) => subject.includes('Kartlegg'))).toEqual([]);
    expect((await messagesOf(id)).map(({ state }) => state)).toContain('dropped');
  });
});

describe('the daily digest', () => {
  it('brings what came on Wednesday on Thursday at 07:30, in one message, to her who has chosen it', async () => {
    world = await createTestWorld(noon);
    await world.stack.store.preferences.choose(trondheim, kari, { language: 'nn', dailyDigest: true });
    await world.start('siv', 'boligtildeling', 'kari', application);
    await world.start('siv-2', 'boligtildeling', 'kari', application);
    expect(subjectsTo('kari')).toEqual([]);

    await world.advance({ to: '2026-11-26T06:30:00.000Z' });

    expect(subjectsTo('kari')).toEqual([expect.stringMatching(/^Du har \d+ nye meldingar i Boligflyt$/)]);
  });
});

describe('a substitute', () => {
  it('is told of the tasks of whoever is away, and both are told why', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    const id = await world.start('siv', 'boligtildeling', 'kari', application);
    await world.advance({ to: '2026-12-18T08:00:00.000Z' });
    const [task] = await world.query<{ id: string }>(
      `update user_task set assignee = 'kari', state = 'assigned' where node = 'send-forelopig-svar' returning id`,
    );
    expect(task).toBeDefined();
    await world.stack.store.absences.register(trondheim, {
      ...{ id: 'f1', actor: kari, fromOn: '2026-12-18', toOn: '2027-01-03' },
      ...{ substitute: idOf<'Actor'>('bjorn'), registeredBy: kari },
    });
    const notifier = world.stack.notifier;
    await notifier.notify({
      ...{ tenant: trondheim, key: 'vikar-1', processInstanceId: id, at: '2026-12-18T08:00:00.000Z' },
      effect: {
        ...{ type: 'Notify', key: 'k', kind: 'task-assigned', userTaskId: idOf<'UserTask'>(task?.id ?? '') },
        ...{ node: 'send-forelopig-svar', taskName: 'Skriv foreløpig svar', to: { actor: kari } },
      },
    });
    await world.settle();

    const told = (await messagesOf(id)).filter(({ key }) => key.startsWith('vikar-1'));
    expect(told.map(({ to, why }) => [to, why])).toEqual([
      ['bjorn', 'Du får dette fordi du er vikar for Kari Nordli til og med søndag 3. januar 2027.'],
      ['kari', 'Bjørn Moe er vikar for deg til og med søndag 3. januar 2027 og får også beskjed.'],
    ]);
    expect(subjectsTo('bjorn').at(-1)).toBe('Ny oppgave til deg: Skriv foreløpig svar');
  });
});

describe('a process that dies while it hands a message over', () => {
  it('has the message sent again after its lease, once, and the case says that it may be doubled', async () => {
    const hands: { let?: (failure: Error) => void; reached?: () => void } = {};
    const inHand = new Promise<void>((resolve) => (hands.reached = resolve));
    // The first to reach the mail server never hears of it again.
    const send = async (): Promise<void> => {
      if (hands.let !== undefined) return;
      const silence = new Promise<void>((_, reject) => (hands.let = reject));
      hands.reached?.();
      await silence;
    };
    world = await createTestWorld(noon, { send });
    await writeMany(1);
    void world.stack.runtime.dueWork.drain(trondheim);
    await inHand;
    expect([world.mails, (await messagesOf('sak')).map(({ state }) => state)]).toEqual([[], ['sending']]);

    await world.query(`update notification set claimed_until = clock_timestamp()`);
    await world.stack.deliveries.work(trondheim);
    await world.stack.deliveries.work(trondheim);

    expect(subjectsTo('kari')).toEqual(['Påminnelse 0']);
    expect(await messagesOf('sak')).toMatchObject([{ state: 'sent', attempts: 2, mayBeDoubled: true }]);
    hands.let?.(new Error('The process is dead'));
  });
});

describe('a message that does not arrive', () => {
  const toSiv = { to: idOf<'Actor'>('siv'), address: 'siv@boligflyt.test', kind: 'letter' };

  it('because the mail server refuses it for good has failed, and whoever has the case is told why', async () => {
    const refuse = async ({ to }: { readonly to: string }): Promise<void> => {
      if (to.startsWith('siv')) throw new RefusedForGood('550 5.1.1 Ukjent mottaker');
    };
    world = await createTestWorld('2026-11-25T08:00:00.000Z', { send: refuse });
    const id = await world.start('siv', 'boligtildeling', 'kari', application);
    await writeMany(1, { ...toSiv, processInstanceId: id, notBefore: '2026-11-25T08:00:00.000Z' });
    await world.settle();

    const failed = (await messagesOf(id)).filter(({ key }) => key === 'storm-0');
    expect(failed).toMatchObject([{ state: 'failed', failure: '550 5.1.1 Ukjent mottaker', attempts: 1 }]);
    const told = world.mails.find(({ to, subject }) => to.startsWith('kari') && subject.includes('kom ikke fram'));
    expect(told?.text).toContain('550 5.1.1 Ukjent mottaker');
    expect(told?.text).not.toContain('Siv');
  });

  it('because it comes back is bounced, once, and whoever has the case is told once', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    const id = await world.start('siv', 'boligtildeling', 'kari', application);
    await writeMany(1, { ...toSiv, processInstanceId: id, notBefore: '2026-11-25T08:00:00.000Z' });
    await world.settle();

    const { deliveries } = world.stack;
    const report = { providerId: messageIdOf('storm-0'), reason: 'Postkassen er full.', cameBack: true };
    const bounce = () => deliveries.reported(trondheim, report);
    expect([await bounce(), await bounce()]).toEqual([true, false]);
    await world.settle();

    expect(await messagesOf(id)).toContainEqual(expect.objectContaining({ key: 'storm-0', state: 'bounced' }));
    expect(subjectsTo('kari').filter((subject) => subject === 'En melding kom ikke fram')).toHaveLength(1);
  });
});
