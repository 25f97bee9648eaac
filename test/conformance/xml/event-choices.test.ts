import { flow, flows, userTask } from '../../support/bpmn-xml.js';
import { playElement } from '../../support/play-element.js';

const around = (middle: string): string =>
  `<startEvent id="start"/>${middle}${userTask('etter')}<endEvent id="slutt"/>${flows('start > det > etter > slutt')}`;
const elsewhere = (id: string): string =>
  `${userTask(`ved-${id}`)}<endEvent id="slutt-${id}"/>${flows(`${id} > ved-${id} > slutt-${id}`)}`;
const formal = (name: string, feel: string): string =>
  `<${name} xsi:type="tFormalExpression"><![CDATA[=${feel}]]></${name}>`;

describe('BPMN 2.0.2 §10.5.5 timers from XML', () => {
  const timer = (content: string): string =>
    around(
      `<intermediateCatchEvent id="det"><timerEventDefinition>${content}</timerEventDefinition></intermediateCatchEvent>`,
    );

  // Started 2026-11-23 at 10:00 in Norway.
  it.each([
    ['a duration of 21 days', '<timeDuration>P21D</timeDuration>', '2026-12-14T09:00:00.000Z'],
    ['a computed duration', formal('timeDuration', 'dager'), '2026-11-25T09:00:00.000Z'],
    [
      'a date without an offset: the clock in Norway',
      '<timeDate>2026-12-24T08:00</timeDate>',
      '2026-12-24T07:00:00.000Z',
    ],
    ['the first ring of a cycle', '<timeCycle>R3/P1D</timeCycle>', '2026-11-24T09:00:00.000Z'],
  ])('timer: %s', async (_, content, dueAt) => {
    const play = await playElement(timer(content), { dager: 'P2D' });
    expect([...play.instance.timers.values()].map((set) => set.dueAt)).toEqual([dueAt]);
    expect(play.says('det')).not.toBe('');

    play.ring();
    expect(play.standing).toEqual(['etter']);
  });

  it('cycle on an edge, not interrupting: rings 3 times while the task is open, and no more', async () => {
    const play = await playElement(
      around(`${userTask('det')}<boundaryEvent id="kant" attachedToRef="det" cancelActivity="false"><timerEventDefinition>
        <timeCycle>R3/P1D</timeCycle></timerEventDefinition></boundaryEvent>${elsewhere('kant')}`),
    );
    for (const ring of [1, 2, 3]) {
      play.ring();
      expect(play.standing.filter((node) => node === 'ved-kant')).toHaveLength(ring);
    }

    expect(play.instance.timers.size).toBe(0);
    expect(play.standing).toContain('det');
  });
});

// Begun on Monday 2026-11-23 at 09:00 UTC; nobody was at work until Thursday at noon.
describe('BPMN 2.0.2 §10.5.5 missed rings of a cycle, from XML', () => {
  const cycle = (misfire: string, text: string): string =>
    `<timerEventDefinition ${misfire === '' ? '' : `boligflyt:misfire="${misfire}"`}><timeCycle>${text}</timeCycle></timerEventDefinition>`;
  const places: Readonly<Record<string, (event: string) => string>> = {
    'on an edge': (event) =>
      around(
        `${userTask('det')}<boundaryEvent id="kant" attachedToRef="det" cancelActivity="false">${event}</boundaryEvent>${elsewhere('kant')}`,
      ),
    'of an event sub-process': (event) =>
      `${around(userTask('det'))}<subProcess id="ved-siden" triggeredByEvent="true"><startEvent id="kant" isInterrupting="false">${event}</startEvent>
        ${userTask('ved-kant')}<endEvent id="ute"/>${flows('kant > ved-kant > ute')}</subProcess>`,
  };
  const missed = async (place: string, misfire: string, text = 'R/P1D', until = '2026-11-26T12:00:00.000Z') => {
    const play = await playElement(places[place]?.(cycle(misfire, text)) ?? '');
    const due = () => [...play.instance.timers.values()].filter(({ dueAt }) => dueAt <= play.at);
    const rungFor: string[] = [];
    play.at = until;
    for (let [next] = due(); next !== undefined; [next] = due()) {
      const { dueAt } = next;
      const events = play.ring();
      if (events.some(({ type }) => type === 'TimerFired')) rungFor.push(dueAt.slice(0, 16));
    }
    const [next] = play.instance.timers.values();
    return { rungFor, next: next?.dueAt.slice(0, 16), occurrence: next?.occurrence };
  };
  const three = ['2026-11-24T09:00', '2026-11-25T09:00', '2026-11-26T09:00'];

  describe.each(Object.keys(places))('%s', (place) => {
    it.each<[string, string, readonly string[], number]>([
      ['', 'one late ring', three.slice(0, 1), 2],
      ['one', 'one late ring', three.slice(0, 1), 2],
      ['all', 'each with its own due time', three, 4],
      ['none', 'no late ring', [], 1],
    ])('misfire "%s": %s after three missed days, and on with Friday', async (misfire, _, rungFor, occurrence) => {
      expect(await missed(place, misfire)).toEqual({ rungFor, next: '2026-11-27T09:00', occurrence });
    });
  });

  it('misfire none: ten minutes late is punctual, a millisecond more is missed', async () => {
    const at = async (until: string) => (await missed('on an edge', 'none', 'R/P1D', until)).rungFor;

    expect(await at('2026-11-24T09:10:00.000Z')).toEqual(['2026-11-24T09:00']);
    expect(await at('2026-11-24T09:10:00.001Z')).toEqual([]);
  });

  it('misfire none: every second minute, three minutes late, is missed, since the next one was due as well', async () => {
    const { rungFor, next } = await missed('on an edge', 'none', 'R/PT2M', '2026-11-23T09:05:00.000Z');

    expect({ rungFor, next }).toEqual({ rungFor: [], next: '2026-11-23T09:06' });
  });

  it('misfire none: the last ring of three, which no other follows, is late but not lost', async () => {
    expect(await missed('on an edge', 'none', 'R3/P1D', '2026-12-24T12:00:00.000Z')).toEqual({
      rungFor: ['2026-11-24T09:00'],
      next: undefined,
      occurrence: undefined,
    });
  });

  it('misfire none: an operator who lets it ring by hand is obeyed', async () => {
    const play = await playElement(places['on an edge']?.(cycle('none', 'R/P1D')) ?? '');
    const [timer] = play.instance.timers.values();
    play.at = '2026-11-26T12:00:00.000Z';

    if (timer !== undefined) play.play({ type: 'TriggerTimer', timerId: timer.id, early: true });

    expect(play.standing).toContain('ved-kant');
  });
});

describe('BPMN 2.0.2 §10.5.5, §13.5.2 conditions and signals from XML', () => {
  const condition = `<conditionalEventDefinition>${formal('condition', 'n > 10')}</conditionalEventDefinition>`;
  const waiting = around(`<intermediateCatchEvent id="det">${condition}</intermediateCatchEvent>`);

  it('a condition that holds from the beginning occurs at once', async () => {
    expect((await playElement(waiting, { n: 20 })).standing).toEqual(['etter']);
  });

  it('a condition that holds later occurs when it becomes true', async () => {
    const play = await playElement(waiting, { n: 5 });
    expect(play.standing).toEqual(['det']);

    play.play({ type: 'SetVariables', variables: { n: 20 } });
    expect(play.standing).toEqual(['etter']);
    expect(play.says('det')).not.toBe('');
  });

  it('a signal is heard at once by everything in the case that waits for it, and told to others', async () => {
    const alarm = '<signalEventDefinition signalRef="alarm"/>';
    const play = await playElement(
      `<startEvent id="start"/><parallelGateway id="del"/><intermediateCatchEvent id="vent">${alarm}</intermediateCatchEvent>${userTask('etter')}
       ${userTask('arbeid')}<boundaryEvent id="kant" attachedToRef="arbeid">${alarm}</boundaryEvent>${userTask('klar')}
       <intermediateThrowEvent id="kast">${alarm}</intermediateThrowEvent><endEvent id="slutt"/>${elsewhere('kant')}
       ${flows('start > del > vent > etter > slutt', 'del > arbeid > slutt', 'del > klar > kast > slutt')}`,
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter', 'ved-kant']);
    expect(play.sent).toEqual(['alarm']);
  });
});

describe('BPMN 2.0.2 §10.5.4, §10.5.6 what is thrown, from XML', () => {
  const throwing = (content: string, attributes = ''): string =>
    around(
      `<intermediateThrowEvent id="det">${content}<messageEventDefinition messageRef="svar" ${attributes}/></intermediateThrowEvent>`,
    );

  it('a message without mappings brings nothing; with them, what they make', async () => {
    const mapped = '<extensionElements><boligflyt:input source="=belop + 1" target="sum"/></extensionElements>';
    const thrown = async (xml: string) =>
      (await playElement(xml, { belop: 1, hemmelig: true })).journal.find(({ type }) => type === 'MessageThrown');

    expect(await thrown(throwing(''))).toMatchObject({ message: 'svar', correlationKey: '1', variables: {} });
    expect(await thrown(throwing(mapped))).toMatchObject({ variables: { sum: 2 } });
  });

  it('a result by a worker: the token waits until the job is done', async () => {
    const play = await playElement(throwing('', 'boligflyt:jobType="send-brev"'));
    expect(play.standing).toEqual(['det']);
    expect([...play.instance.jobs.values()]).toMatchObject([{ type: 'send-brev', node: 'det' }]);
    expect(play.says('det')).toContain('send-brev');

    play.completeJob('det', { sendt: true });
    expect(play.standing).toEqual(['etter']);
    expect(play.variables).toMatchObject({ sendt: true });
  });

  it('an error that nobody catches is an incident UNCAUGHT_ERROR, and is thrown again when that is resolved', async () => {
    const beside = '<error id="f" name="f" errorCode="=kode"/>';
    const play = await playElement(
      around(`<subProcess id="det"><startEvent id="inn"/><endEvent id="kast"><errorEventDefinition errorRef="f"/></endEvent>
        ${flows('inn > kast')}</subProcess><boundaryEvent id="kant" attachedToRef="det"><errorEventDefinition errorRef="feil"/></boundaryEvent>
        ${elsewhere('kant')}`),
      { kode: 'F2' },
      { beside },
    );
    expect(play.incidents).toEqual(['UNCAUGHT_ERROR kast']);
    play.resolve();
    expect(play.incidents).toEqual(['UNCAUGHT_ERROR kast']);

    play.resolve({ kode: 'F1' });
    expect(play.standing).toEqual(['ved-kant']);
  });

  it.each([
    ['error', '<errorEventDefinition errorRef="feil"/>', 'ThrowErrorInCaller', 'F1', 'true', ['ved-kant']],
    [
      'escalation',
      '<escalationEventDefinition escalationRef="loft"/>',
      'EscalateInCaller',
      'L1',
      'false',
      ['det', 'ved-kant'],
    ],
  ] as const)(
    'an %s of a called process is caught on the edge of the call',
    async (_, xml, type, code, cancels, standing) => {
      const play = await playElement(
        around(`<callActivity id="det" calledElement="annen"/><boundaryEvent id="kant" attachedToRef="det" cancelActivity="${cancels}">${xml}
        </boundaryEvent>${elsewhere('kant')}`),
      );
      const call = [...play.instance.elements.values()].find(({ node }) => node === 'det');
      if (call?.calledInstanceId === undefined) throw new Error('Expected a call');

      play.play({ type, elementInstanceId: call.id, calledInstanceId: call.calledInstanceId, code, variables: {} });

      expect(play.standing).toEqual(standing);
      expect(play.says('kant')).not.toBe('');
    },
  );
});

describe('BPMN 2.0.2 §10.3.4, §10.7.1 choices of tasks and compensation from XML', () => {
  it('a manual task is passed, unless it is set to wait for somebody', async () => {
    const content = around('<manualTask id="det" name="Les brevet"/>');
    expect((await playElement(content)).standing).toEqual(['etter']);

    const play = await playElement(content, {}, { options: { manualTasks: 'wait' } });
    expect(play.standing).toEqual(['det']);
    play.trigger('det', { lest: true });
    expect(play.standing).toEqual(['etter']);
    expect(play.variables).toMatchObject({ lest: true });
  });

  it('what undoes in a completed sub-process sees its data as they were then, and leaves today’s alone', async () => {
    const play = await playElement(
      `<startEvent id="start"/><subProcess id="del"><extensionElements><boligflyt:input source="=antall" target="lokal"/></extensionElements>
         <startEvent id="inn"/>${userTask('b')}<boundaryEvent id="kant" attachedToRef="b"><compensateEventDefinition/></boundaryEvent>
         ${userTask('angre', '<extensionElements><boligflyt:input source="=lokal" target="sett"/></extensionElements>', 'isForCompensation="true"')}
         <endEvent id="ut"/><association id="til" associationDirection="One" sourceRef="kant" targetRef="angre"/>${flows('inn > b > ut')}
       </subProcess>${userTask('c')}<endEvent id="slutt"><compensateEventDefinition/></endEvent>${flow('start', 'del')}${flows('del > c > slutt')}`,
      { antall: 1 },
    );
    play.complete('b', { lokal: 2 });
    play.complete('c', { antall: 9 });
    expect([...play.instance.elements.values()].find(({ node }) => node === 'angre')?.variables).toEqual({ sett: 2 });

    play.complete('angre', { lokal: 3, antall: 10 });
    expect(play.instance.finalVariables).toMatchObject({ antall: 10 });
    expect(play.instance.finalVariables).not.toHaveProperty('lokal');
  });
});
