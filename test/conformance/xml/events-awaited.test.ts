import { flow, flows, userTask } from '../../support/bpmn-xml.js';
import { drawElement, playElement, type ElementPlayer } from '../../support/play-element.js';

interface Awaited {
  readonly name: string;
  readonly xml: string;
  readonly attributes?: string;
  readonly says: string;
  readonly happen: (play: ElementPlayer, node: string) => void;
}

const onMessage = '<messageEventDefinition messageRef="svar"/>';
const onSignal = '<signalEventDefinition signalRef="alarm"/>';
const correlate: Awaited['happen'] = (play, node) => void play.correlate(node, { svar: 'ja' });
const alarm: Awaited['happen'] = (play) => void play.signal('alarm');

const message: Awaited = { name: 'message', xml: onMessage, says: 'svar', happen: correlate };
const signal: Awaited = { name: 'signal', xml: onSignal, says: 'alarm', happen: alarm };
const conditional: Awaited = {
  name: 'conditional',
  xml: '<conditionalEventDefinition><condition>=n > 10</condition></conditionalEventDefinition>',
  says: 'n > 10',
  happen: (play) => {
    play.play({ type: 'SetVariables', variables: { n: 11 } });
  },
};
const awaited: readonly Awaited[] = [
  message,
  signal,
  conditional,
  {
    name: 'timer',
    xml: '<timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition>',
    says: '2 dager',
    happen: (play) => void play.ring(),
  },
  { name: 'multiple', xml: onMessage + onSignal, says: 'alarm', happen: alarm },
  {
    name: 'parallel multiple',
    xml: onMessage + onSignal,
    attributes: 'parallelMultiple="true"',
    says: 'svar',
    happen: (play, node) => {
      correlate(play, node);
      alarm(play, node);
    },
  },
  {
    name: 'signal by eventDefinitionRef',
    xml: '<eventDefinitionRef>felles-alarm</eventDefinitionRef>',
    says: 'alarm',
    happen: alarm,
  },
];

describe('BPMN 2.0.2 §10.5.4, §13.5.2 intermediate catch event from XML', () => {
  it.each(awaited)('catch $name: waits, and goes on when it happens', async ({ xml, attributes, says, happen }) => {
    const play = await playElement(
      `<startEvent id="start"/><intermediateCatchEvent id="vent" ${attributes ?? ''}>${xml}</intermediateCatchEvent>
       ${userTask('etter')}<endEvent id="slutt"/>${flows('start > vent > etter > slutt')}`,
      { n: 1 },
    );
    expect(play.standing).toEqual(['vent']);
    expect(play.says('vent')).toContain(says);

    happen(play, 'vent');
    play.complete('etter');

    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §10.5.4, §13.5.3 boundary event from XML', () => {
  const onEdge = ({ xml, attributes }: Awaited, cancels: boolean): string =>
    `<startEvent id="start"/>${userTask('arbeid')}<boundaryEvent id="kant" attachedToRef="arbeid"
       cancelActivity="${cancels}" ${attributes ?? ''}>${xml}</boundaryEvent>${userTask('etter')}<endEvent id="slutt"/>
     ${flows('start > arbeid > slutt', 'kant > etter')}${flow('etter', 'slutt')}`;

  it.each(awaited)('boundary $name, interrupting: takes the token from its activity', async (event) => {
    const play = await playElement(onEdge(event, true), { n: 1 });

    event.happen(play, 'kant');

    expect(play.standing).toEqual(['etter']);
    expect(play.says('arbeid') + play.says('kant')).toContain(event.says);
    play.complete('etter');
    expect(play.instance.state).toBe('completed');
  });

  it.each(awaited)('boundary $name, not interrupting: gives a token beside its activity', async (event) => {
    const play = await playElement(onEdge(event, false), { n: 1 });

    event.happen(play, 'kant');

    expect(play.standing).toEqual(['arbeid', 'etter']);
    play.complete('etter');
    play.complete('arbeid');
    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §10.5.2, §13.5.1 start event from XML', () => {
  it.each([{ name: 'none', xml: '', says: 'start' }, ...awaited])(
    'start $name: begins the process at itself',
    async ({ xml, ...event }) => {
      const attributes = 'attributes' in event ? event.attributes : '';
      const play = await drawElement(
        `<startEvent id="start" name="start" ${attributes ?? ''}>${xml}</startEvent>
         ${userTask('etter')}<endEvent id="slutt"/>${flows('start > etter > slutt')}`,
      );
      play.start({ sak: '1', n: 11 }, 'start');

      expect(play.standing).toEqual(['etter']);
      expect(play.says('start')).not.toBe('');
      play.complete('etter');
      expect(play.instance.state).toBe('completed');
    },
  );
});

describe('BPMN 2.0.2 §10.5.2, §13.5.4 start event of an event sub-process from XML', () => {
  const beside = ({ xml, attributes }: Awaited, interrupts: boolean): string =>
    `<startEvent id="start"/>${userTask('arbeid')}<endEvent id="slutt"/>${flows('start > arbeid > slutt')}
     <subProcess id="ved" triggeredByEvent="true"><startEvent id="ved-start" isInterrupting="${interrupts}"
       ${attributes ?? ''}>${xml}</startEvent>${userTask('svar-paa')}<endEvent id="ved-slutt"/>
       ${flows('ved-start > svar-paa > ved-slutt')}</subProcess>`;

  it.each(awaited)('event sub-process $name, interrupting: ends everything else in its scope', async (event) => {
    const play = await playElement(beside(event, true), { n: 1 });

    event.happen(play, 'ved-start');

    expect(play.standing).toEqual(['svar-paa', 'ved']);
    expect(play.says('ved') + play.says('ved-start')).toContain(event.says);
    play.complete('svar-paa');
    expect(play.instance.state).toBe('completed');
  });

  it.each(awaited)('event sub-process $name, not interrupting: runs beside its scope', async (event) => {
    const play = await playElement(beside(event, false), { n: 1 });

    event.happen(play, 'ved-start');

    expect(play.standing).toEqual(['arbeid', 'svar-paa', 'ved']);
    play.complete('svar-paa');
    play.complete('arbeid');
    expect(play.instance.state).toBe('completed');
  });
});
