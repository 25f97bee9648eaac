import type { DeadlineRule } from '../../src/engine/index.js';
import { flow, flows, userTask } from '../support/bpmn-xml.js';
import { playXml } from '../support/play-xml.js';

const timer = (body: string, attributes = ''): string =>
  `<timerEventDefinition ${attributes}>${body}</timerEventDefinition>`;
const onMessage = '<messageEventDefinition messageRef="melding"/>';
const beside = '<message id="melding" name="svar-kom" boligflyt:correlationKey="=saksnummer"/>';

const hearing: DeadlineRule = {
  id: 'D30',
  name: 'Offentlig ettersyn',
  length: { period: 'P6W' },
  kind: 'right',
  rounding: 'forward',
  law: 'plan- og bygningsloven § 12-10',
  verified: true,
  validFrom: '2020-01-01',
  ladder: [],
};

describe('BPMN 2.0.2 §13.5.1 start event', () => {
  const content = `<startEvent id="vanlig"/><startEvent id="melding-kom">${onMessage}</startEvent>
    <startEvent id="hver-uke">${timer('<timeCycle>R/P7D</timeCycle>')}</startEvent>${userTask('etter-vanlig')}${userTask('etter-melding')}
    ${userTask('etter-tid')}<endEvent id="slutt"/>
    ${flows('vanlig > etter-vanlig > slutt', 'melding-kom > etter-melding > slutt', 'hver-uke > etter-tid > slutt')}`;

  it.each([
    [undefined, 'etter-vanlig'],
    ['melding-kom', 'etter-melding'],
    ['hver-uke', 'etter-tid'],
  ])('each occurrence starts one instance at its own start event: %s', async (startEvent, expected) => {
    const play = await playXml(content, { beside });

    play.start({}, startEvent);

    expect(play.standing).toEqual([expected]);
  });
});

describe('BPMN 2.0.2 §13.5.2 intermediate catch event', () => {
  const waiting = (trigger: string): string =>
    `<startEvent id="start"/><intermediateCatchEvent id="vent">${trigger}</intermediateCatchEvent><endEvent id="slutt"/>
     ${flows('start > vent > slutt')}`;
  const dueFor = async (trigger: string): Promise<string | undefined> => {
    const play = await playXml(waiting(trigger), { deadlineRegister: [hearing] });
    play.start({ dager: 'P2D', publisert: '2026-12-01' });
    return [...play.instance.timers.values()][0]?.dueAt;
  };

  // Started 2026-11-23 at 10:00 in Norway.
  it.each([
    ['a duration', timer('<timeDuration>P21D</timeDuration>'), '2026-12-14T09:00:00.000Z'],
    ['a computed duration', timer('<timeDuration>=dager</timeDuration>'), '2026-11-25T09:00:00.000Z'],
    ['a date', timer('<timeDate>2026-12-24T08:00</timeDate>'), '2026-12-24T07:00:00.000Z'],
    ['a deadline', timer('', 'boligflyt:deadline="D30" boligflyt:from="=publisert"'), '2027-01-12T23:00:00.000Z'],
    [
      'a week before a deadline',
      timer('', 'boligflyt:deadline="D30" boligflyt:from="=publisert" boligflyt:shift="-P7D"'),
      '2027-01-05T07:00:00.000Z',
    ],
  ])('timer: waits for %s', async (_, trigger, dueAt) => {
    expect(await dueFor(trigger)).toBe(dueAt);
  });

  it('timer: goes on when it has rung, once', async () => {
    const play = await playXml(waiting(timer('<timeDuration>P21D</timeDuration>')));

    play.start();
    play.ring();

    expect(play.instance.state).toBe('completed');
    expect(play.instance.timers.size).toBe(0);
  });

  it('message: waits for its name and key, and takes what the message brings', async () => {
    const play = await playXml(waiting(onMessage), { beside });

    play.start({ saksnummer: '2026/17' });
    expect([...play.instance.subscriptions.values()]).toMatchObject([
      { message: 'svar-kom', correlationKey: '2026/17' },
    ]);

    play.correlate('vent', { svar: 'ja' });
    expect(play.variables).toMatchObject({ svar: 'ja' });
    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §13.5.3 boundary event', () => {
  const withBoundary = (trigger: string, cancelActivity: boolean): string =>
    `<startEvent id="start"/>${userTask('arbeid')}${userTask('purr')}<endEvent id="slutt"/>
     <boundaryEvent id="frist" attachedToRef="arbeid" cancelActivity="${cancelActivity}">${trigger}</boundaryEvent>
     ${flows('start > arbeid > slutt', 'frist > purr > slutt')}`;
  const afterAWeek = timer('<timeDuration>P7D</timeDuration>');

  it('interrupting timer: cancels the activity and takes its own way', async () => {
    const play = await playXml(withBoundary(afterAWeek, true));

    play.start();
    play.ring();

    expect(play.standing).toEqual(['purr']);
    expect([...play.instance.userTasks.values()].map(({ node }) => node)).toEqual(['purr']);
  });

  it('non-interrupting timer: takes its way beside the activity', async () => {
    const play = await playXml(withBoundary(afterAWeek, false));

    play.start();
    play.ring();

    expect(play.standing).toEqual(['arbeid', 'purr']);
  });

  it('non-interrupting cycle: rings again and again while the activity is under way', async () => {
    const play = await playXml(withBoundary(timer('<timeCycle>R3/P7D</timeCycle>'), false));

    play.start();
    for (let ring = 1; ring <= 3; ring++) play.ring();

    expect(play.standing).toEqual(['arbeid', 'purr', 'purr', 'purr']);
    expect(play.instance.timers.size).toBe(0);
  });

  it('interrupting message: as the timer', async () => {
    const play = await playXml(withBoundary(onMessage, true), { beside });

    play.start({ saksnummer: '1' });
    play.correlate('frist');

    expect(play.standing).toEqual(['purr']);
  });

  it('is gone when the activity is complete: no timer and no subscription survives', async () => {
    const play = await playXml(withBoundary(afterAWeek, true));

    play.start();
    play.complete('arbeid');

    expect(play.instance.state).toBe('completed');
    expect(play.instance.timers.size).toBe(0);
  });

  it('on a sub-process: everything open inside is cancelled', async () => {
    const inside = `<startEvent id="inn"/>${userTask('inne')}<endEvent id="ut"/>${flows('inn > inne > ut')}`;
    const play = await playXml(
      `<startEvent id="start"/><subProcess id="del">${inside}</subProcess>${userTask('etter')}<endEvent id="slutt"/>
       <boundaryEvent id="frist" attachedToRef="del">${afterAWeek}</boundaryEvent>
       ${flows('start > del > slutt', 'frist > etter')}${flow('etter', 'slutt')}`,
    );

    play.start();
    play.ring();

    expect(play.standing).toEqual(['etter']);
  });
});

describe('BPMN 2.0.2 §13.5.6 end event', () => {
  it('consumes its token; the process is complete when no token is left', async () => {
    const play = await playXml(
      `<startEvent id="start"/><parallelGateway id="del"/>${userTask('a')}${userTask('b')}<endEvent id="slutt-a"/><endEvent id="slutt-b"/>
       ${flows('start > del > a > slutt-a', 'del > b > slutt-b')}`,
    );

    play.start();
    play.complete('a');
    expect(play.instance.state).toBe('active');

    play.complete('b');
    expect(play.instance.state).toBe('completed');
  });

  it('a way that just stops is an end too (§13.2)', async () => {
    const play = await playXml(`<startEvent id="start"/>${userTask('a')}${flow('start', 'a')}`);

    play.start();
    play.complete('a');

    expect(play.instance.state).toBe('completed');
  });
});
