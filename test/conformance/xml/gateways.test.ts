import { flow, flows, userTask } from '../../support/bpmn-xml.js';
import { drawElement, playElement } from '../../support/play-element.js';

const tasks = ['a', 'b', 'c'].map((id) => userTask(id)).join('');

describe('BPMN 2.0.2 §10.6.2, §13.4.2 exclusive gateway from XML', () => {
  const choice = (attributes: string): string =>
    `<startEvent id="start"/><exclusiveGateway id="valg" ${attributes}/>${tasks}<endEvent id="slutt"/>${flows('start > valg')}
     ${flow('valg', 'a', 'n > 10')}${flow('valg', 'b', 'n > 5')}${attributes === '' ? '' : flow('valg', 'c')}
     ${flows('a > slutt', 'b > slutt')}${attributes === '' ? '' : flow('c', 'slutt')}`.replace(
      attributes === '' ? userTask('c') : '¤',
      '',
    );

  it.each([
    [11, 'a'],
    [6, 'b'],
    [1, 'c'],
  ])('exclusive gateway: %i goes to %s, the default when no condition holds', async (n, way) => {
    const play = await playElement(choice('default="valg-c"'), { n });

    expect(play.standing).toEqual([way]);
    expect(play.says('valg')).toContain('n > 10');
  });

  it('exclusive gateway without a matching flow: an incident NO_FLOW until the variables are put right', async () => {
    const play = await playElement(choice(''), { n: 1 });
    expect(play.incidents).toEqual(['NO_FLOW valg']);

    play.resolve({ n: 7 });
    expect(play.standing).toEqual(['b']);
  });
});

describe('BPMN 2.0.2 §10.6.3, §13.4.3 inclusive gateway from XML', () => {
  it.each([
    [11, ['a', 'b']],
    [6, ['b']],
    [1, ['c']],
  ])('inclusive gateway: %i goes to %j, and the join waits for these', async (n, ways) => {
    const play = await playElement(
      `<startEvent id="start"/><inclusiveGateway id="valg" default="valg-c"/>${tasks}<inclusiveGateway id="samle"/>${userTask('etter')}
       <endEvent id="slutt"/>${flow('valg', 'a', 'n > 10')}${flow('valg', 'b', 'n > 5')}
       ${flows('start > valg > c > samle > etter > slutt', 'a > samle', 'b > samle')}`,
      { n },
    );
    expect(play.standing).toEqual(ways);
    expect(play.says('valg')).not.toBe('');

    for (const way of ways) play.complete(way);
    expect(play.standing).toEqual(['etter']);
  });
});

describe('BPMN 2.0.2 §10.6.4, §13.4.1 parallel gateway from XML', () => {
  it('parallel gateway: forks into 3, and the join waits for all 3', async () => {
    const play = await playElement(
      `<startEvent id="start"/><parallelGateway id="del"/>${tasks}<parallelGateway id="samle"/>${userTask('etter')}
       <endEvent id="slutt"/>${flows('start > del > a > samle > etter > slutt', 'del > b > samle', 'del > c > samle')}`,
    );
    expect(play.standing).toEqual(['a', 'b', 'c']);
    expect(play.says('del')).not.toBe('');
    play.complete('a');
    play.complete('c');
    expect(play.standing).toEqual(['b', 'samle', 'samle']);

    play.complete('b');
    expect(play.standing).toEqual(['etter']);
  });
});

describe('BPMN 2.0.2 §10.6.5, §13.4.5 complex gateway from XML', () => {
  it('complex gateway: goes on with 2 of 3 tokens, and takes the third without going on again', async () => {
    const play = await playElement(
      `<startEvent id="start"/><parallelGateway id="del"/>${tasks}<complexGateway id="samle">
         <activationCondition>=activationCount >= 2</activationCondition></complexGateway>${userTask('etter')}
       <endEvent id="slutt"/>${flows('start > del > a > samle > etter > slutt', 'del > b > samle', 'del > c > samle')}`,
    );
    play.complete('a');
    play.complete('b');
    expect(play.standing).toEqual(['c', 'etter']);
    expect(play.says('samle')).not.toBe('');

    play.complete('c');
    play.complete('etter');
    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §10.6.6, §13.4.4 event-based gateway from XML', () => {
  const events = `<intermediateCatchEvent id="kom"><messageEventDefinition messageRef="svar"/></intermediateCatchEvent>
    <intermediateCatchEvent id="ringte"><signalEventDefinition signalRef="alarm"/></intermediateCatchEvent>${userTask('a')}${userTask('b')}
    <endEvent id="slutt"/>${flows('vent > kom > a > slutt', 'vent > ringte > b > slutt')}`;

  it('event-based gateway: the event that comes first chooses the way', async () => {
    const play = await playElement(
      `<startEvent id="start"/><eventBasedGateway id="vent"/>${flow('start', 'vent')}${events}`,
    );
    expect(play.standing).toEqual(['vent']);
    play.signal('alarm');

    expect(play.standing).toEqual(['b']);
    expect(play.instance.subscriptions.size).toBe(0);
    expect(play.says('vent')).toContain('svar');
  });

  it('instantiating event-based gateway: the event that comes begins the process, and nothing else is awaited', async () => {
    const play = await drawElement(`<eventBasedGateway id="vent" instantiate="true"/>${events}`);
    play.start({ sak: '1' }, 'ringte');

    expect(play.standing).toEqual(['b']);
    expect(play.instance.subscriptions.size).toBe(0);
  });

  it('instantiating parallel event-based gateway: every event must come', async () => {
    const both = events.replace(
      '<signalEventDefinition signalRef="alarm"/>',
      '<messageEventDefinition messageRef="m2"/>',
    );
    const play = await drawElement(
      `<eventBasedGateway id="vent" instantiate="true" eventGatewayType="Parallel"/>${both}`,
      { beside: '<message id="m2" name="vedlegg" boligflyt:correlationKey="=sak"/>' },
    );
    play.start({ sak: '1' }, 'kom');
    play.complete('a');
    expect(play.instance.state).toBe('active');

    play.correlate('ringte');
    play.complete('b');
    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §8.4.13, §13.3.1 sequence flow from XML', () => {
  it.each([
    [11, ['a', 'b']],
    [1, ['c']],
  ])('conditional and default flows out of a task: %i goes to %j', async (n, ways) => {
    const play = await playElement(
      `<startEvent id="start"/><userTask id="valg" default="valg-c" boligflyt:candidateGroups="hvk"/>${tasks}<endEvent id="slutt"/>
       ${flow('valg', 'a', 'n > 10')}${flow('valg', 'b', 'n > 5')}
       ${flows('start > valg > c > slutt', 'a > slutt', 'b > slutt')}`,
      { n },
    );
    play.complete('valg');

    expect(play.standing).toEqual(ways);
  });

  it('implicit split and merge: 2 flows out are both taken, 2 flows in begin a task twice', async () => {
    const play = await playElement(
      `<startEvent id="start"/>${tasks}<endEvent id="slutt"/>${flows('start > a > c > slutt', 'start > b > c')}`,
    );
    play.complete('a');
    play.complete('b');

    expect(play.standing).toEqual(['c', 'c']);
  });
});
