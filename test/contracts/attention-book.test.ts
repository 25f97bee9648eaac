import { MessageDelivery } from '../../src/runtime/messages/message-delivery.js';
import { caseWorkPartsOf } from '../../src/app/composition/case-work-parts-of.js';
import { createCaseWork } from '../../src/cases/case-work.js';
import { idOf } from '../../src/shared/id.js';
import type { CommandRequest } from '../../src/runtime/ports.js';
import { start, kari } from '../support/contract-commands.js';
import { processesIn } from '../support/contract-processes.js';
import { trondheim } from '../support/stack.js';
import { createTestWorld, type TestWorld } from '../support/test-world.js';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestWorld('2027-03-22T09:00:00.000Z');
}, 120_000);
afterEach(() => world.stop());

const sak = idOf<'ProcessInstance'>('sak-1');

const tilsyn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1"
  id="dokument" targetNamespace="https://boligflyt.no">
  <message id="melding" name="nytt" boligflyt:correlationKey="=soker" />
  <process id="tilsyn" name="Tilsyn" isExecutable="true" boligflyt:family="applicant" boligflyt:readers="hvk"
    boligflyt:subject="soker" boligflyt:attention="P7D">
    <startEvent id="start" name="Startet" />
    <userTask id="se-til" name="Se til" boligflyt:candidateGroups="hvk soker" />
    <boundaryEvent id="nytt" attachedToRef="se-til" cancelActivity="false"><messageEventDefinition messageRef="melding" /></boundaryEvent>
    <endEvent id="notert" name="Notert" />
    <sequenceFlow id="f3" sourceRef="nytt" targetRef="notert" />
    <endEvent id="slutt" name="Ferdig" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="se-til" />
    <sequenceFlow id="f2" sourceRef="se-til" targetRef="slutt" />
  </process>
</definitions>`;

const wait = (id: string): string =>
  `<intermediateCatchEvent id="${id}" boligflyt:attention="P4W"><timerEventDefinition><timeDuration>P21D</timeDuration></timerEventDefinition></intermediateCatchEvent>`;

/** Twice three weeks in which there is nothing to do, then something to do for Kari's unit; with `beside`, something all along. */
const waiting = (beside = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1"
  id="dokument" targetNamespace="https://boligflyt.no">
  <process id="tilsyn" name="Tilsyn" isExecutable="true" boligflyt:family="applicant" boligflyt:readers="hvk"
    boligflyt:attention="P7D">
    <startEvent id="start" name="Startet" />
    <parallelGateway id="begge" />${wait('forste')}${wait('andre')}${beside}
    <userTask id="se-til" name="Se til" boligflyt:candidateGroups="hvk" />
    <endEvent id="slutt" name="Ferdig" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="begge" />
    <sequenceFlow id="f2" sourceRef="begge" targetRef="forste" />
    <sequenceFlow id="f3" sourceRef="forste" targetRef="andre" />
    <sequenceFlow id="f4" sourceRef="andre" targetRef="se-til" />
    <sequenceFlow id="f5" sourceRef="se-til" targetRef="slutt" />
  </process>
</definitions>`;

/** Kari starts a case on Monday 22 March 2027 at 10:00, the week before summer time begins. */
async function begin(xml = tilsyn) {
  await world.stack.store.definitions.deploy(trondheim, {
    by: kari.id,
    processes: await processesIn(xml),
    forms: [],
  });
  const [outcome] = await world.stack.store.store.change(trondheim, [start(sak, { key: 'tilsyn' })]);
  expect(outcome).toMatchObject({ ok: true });
}

async function give(actor: string, command: 'SetVariables' | 'CancelProcessInstance'): Promise<void> {
  const by = { id: idOf<'Actor'>(actor), groups: [] };
  const given: CommandRequest['command'] =
    command === 'SetVariables'
      ? { type: command, variables: { sett: actor }, actor: by }
      : { type: command, reason: 'Feil', actor: by };
  const request = { tenant: trondheim, processInstanceId: sak, command: given };
  expect((await world.stack.store.store.change(trondheim, [request]))[0]).toMatchObject({ ok: true });
}

const reach = (at: string) => world.stack.store.clock.moveTo(trondheim, at);
const row = async () => {
  const rows = await world.query<{ lastBy: string; how: string; level: number; due: string }>(
    `select last_by as "lastBy", how, level, to_char(due_at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') as due
     from attention where instance = $1`,
    [sak],
  );
  return rows.map(({ lastBy, how, level, due }) => `${lastBy} ${how}, ${due}, ${level}`);
};

describe('the look that a case must get every 7 days', () => {
  it('is due at the same time of day a week later, also over the night in which summer time begins', async () => {
    await begin();

    expect(await row()).toEqual(['kari started, 2027-03-29 10:00, 0']);
  });

  it('is what people do with it: not what happens by itself, nor what Siv does, whom it is about; none is due once it has ended', async () => {
    await begin();
    await reach('2027-03-23T09:00:00.000Z');

    await give('system', 'SetVariables');
    await give('siv', 'SetVariables');
    expect(await row()).toEqual(['kari started, 2027-03-29 10:00, 0']);
    await give('ada', 'SetVariables');
    expect(await row()).toEqual(['ada command, 2027-03-30 10:00, 0']);
    await give('ada', 'CancelProcessInstance');
    expect(await row()).toEqual([]);
  });

  it('is not the message that somebody sends without seeing who receives it', async () => {
    await begin();
    await reach('2027-03-23T09:00:00.000Z');
    const [waiting] = await world.query<{ id: string }>('select id from subscription where instance = $1', [sak]);
    const subscriptionId = idOf<'Subscription'>(waiting?.id ?? '');
    const command = { type: 'CorrelateMessage', subscriptionId, variables: {}, actor: kari } as const;

    const [outcome] = await world.stack.store.store.change(trondheim, [
      { tenant: trondheim, processInstanceId: sak, command },
    ]);

    expect(outcome).toMatchObject({ ok: true });
    expect(await row()).toEqual(['kari started, 2027-03-29 10:00, 0']);
  });

  it('is counted as missed once, however many workers count it, and not when somebody looked meanwhile', async () => {
    await begin();
    await reach('2027-03-29T08:00:00.000Z');
    const { attention } = world.stack.store;
    const [due] = await attention.due(trondheim, 10);
    if (due === undefined) throw new Error('Expected the look to be due');
    const climb = () => attention.climb(trondheim, due, '2027-04-05T08:00:00.000Z');

    const climbed = await Promise.all(Array.from({ length: 20 }, climb));

    expect(climbed.filter(Boolean)).toHaveLength(1);
    expect(await row()).toEqual(['kari started, 2027-04-05 10:00, 1']);
    await give('ada', 'SetVariables');
    expect(await row()).toEqual(['ada command, 2027-04-05 10:00, 0']);
    expect(await attention.due(trondheim, 10)).toEqual([]);
    expect(await climb()).toBe(false);
  });

  it('is told of once by two workers at once', async () => {
    await begin();
    await reach('2027-03-29T08:00:00.000Z');
    const { store, files } = world.stack;
    const given = { files, mail: { send: async () => undefined }, publicUrl: 'http://localhost:3000' };
    const workers = [1, 2].map(() => createCaseWork(caseWorkPartsOf(store, given)).rounds);

    const { handler } = world.stack.runtime;
    const tools = { handler, delivery: new MessageDelivery(store.messages, store.messageBuffer, handler) };

    await Promise.all(workers.flatMap((rounds) => rounds.map((one) => one.work(trondheim, tools))));

    const told = await world.query(`select to_actor, instance from notification where kind = 'attention'`);
    expect(told).toEqual([{ to_actor: 'kari', instance: sak }]);
    expect(await row()).toEqual(['kari started, 2027-04-05 10:00, 1']);
  });
});

describe('a wait of three weeks that may be left alone for four, in a process whose cases are looked at every 7 days', () => {
  it('is not asked for; after the next one somebody hears of it on day 35, a week and the longest wait after the last look, and what is to do then is asked for in a week', async () => {
    await begin(waiting());
    expect(await row()).toEqual(['kari started, 2027-04-19 10:00, 0']);

    await world.advance({ to: '2027-04-12T08:00:00.000Z' });
    expect(await row()).toEqual(['kari started, 2027-04-26 10:00, 0']);
    expect(await world.query('select id from case_untouched')).toEqual([]);

    await world.advance({ to: '2027-05-03T07:59:00.000Z' });
    expect(await row()).toEqual(['kari started, 2027-05-24 10:00, 1']);
    await world.advance({ to: '2027-05-03T08:00:00.000Z' });
    expect(await row()).toEqual(['kari started, 2027-05-10 10:00, 1']);

    await give('ada', 'SetVariables');
    expect(await row()).toEqual(['ada command, 2027-05-10 10:00, 0']);
  });

  it('changes nothing for a task beside it', async () => {
    const task = '<userTask id="ved-siden-av" name="Se til imens" boligflyt:candidateGroups="hvk" />';
    await begin(waiting(`${task}<sequenceFlow id="f6" sourceRef="begge" targetRef="ved-siden-av" />`));

    expect(await row()).toEqual(['kari started, 2027-03-29 10:00, 0']);
  });
});
