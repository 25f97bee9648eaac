import { flow, flows, userTask } from '../../support/bpmn-xml.js';
import { playElement, type ElementPlayer } from '../../support/play-element.js';

const around = (activity: string): string =>
  `<startEvent id="start"/>${activity}${userTask('etter')}<endEvent id="slutt"/>${flows('start > det > etter > slutt')}`;
const open = (play: ElementPlayer): number => play.instance.userTasks.size;
const endWell = (play: ElementPlayer): void => {
  expect(play.standing).toEqual(['etter']);
  expect(play.says('det')).not.toBe('');
  play.complete('etter');
  expect(play.instance.state).toBe('completed');
};

describe('BPMN 2.0.2 §10.3.5, §13.3.4 sub-process from XML', () => {
  it.each(['subProcess', 'transaction'])('%s: is complete when no token is left in it', async (type) => {
    const play = await playElement(
      around(`<${type} id="det"><startEvent id="inn"/>${userTask('a')}${userTask('b')}<endEvent id="ut"/>
        ${flows('inn > a > ut', 'inn > b > ut')}</${type}>`),
    );
    play.complete('a');
    expect(play.standing).toEqual(['b', 'det']);

    play.complete('b');
    endWell(play);
  });
});

describe('BPMN 2.0.2 §10.3.5, §13.3.5 ad-hoc sub-process from XML', () => {
  const adHoc = (attributes: string, condition: string): string =>
    around(`<adHocSubProcess id="det" ${attributes}>${userTask('a')}${userTask('b')}
      <completionCondition xsi:type="tFormalExpression">${condition}</completionCondition></adHocSubProcess>`);

  it('ad-hoc, parallel: ends with what still runs when its condition holds', async () => {
    const play = await playElement(adHoc('', '=nok'), { nok: false });
    expect(play.standing).toEqual(['a', 'b', 'det']);

    play.complete('b', { nok: true });
    endWell(play);
  });

  it('ad-hoc, sequential: one at a time in the order of the diagram', async () => {
    const play = await playElement(adHoc('ordering="Sequential" cancelRemainingInstances="false"', '=nok'), {
      nok: false,
    });
    expect(play.standing).toEqual(['a', 'det']);
    play.complete('a');
    expect(play.standing).toEqual(['b', 'det']);

    play.complete('b', { nok: true });
    endWell(play);
  });

  it('ad-hoc, by command: waits until somebody chooses', async () => {
    const play = await playElement(adHoc('boligflyt:activeElements="=[]"', '=nok'), { nok: false });
    expect(play.standing).toEqual(['det']);
    const element = [...play.instance.elements.values()].find(({ node }) => node === 'det');
    if (element === undefined) throw new Error("Expected 'det' to be alive, but it is not");

    play.play({ type: 'ActivateAdHocElements', elementInstanceId: element.id, elements: ['b'] });
    play.complete('b', { nok: true });
    endWell(play);
  });
});

describe('BPMN 2.0.2 §10.3.6, §13.3.4 call activity from XML', () => {
  it('call activity: passes and takes what it maps, and goes on when the called process has ended', async () => {
    const play = await playElement(
      around('<callActivity id="det" calledElement="annen" boligflyt:businessKey="=sak"/>'),
    );
    const called = play.journal.find((event) => event.type === 'CalledProcessRequested');
    expect(called).toMatchObject({ calledProcess: 'annen', businessKey: '1', variables: { sak: '1' } });

    const [element] = [...play.instance.elements.values()].filter(({ node }) => node === 'det');
    if (element === undefined) throw new Error("Expected 'det' to be alive, but it is not");
    play.play({ type: 'CompleteCalledProcess', elementInstanceId: element.id, variables: { svar: 'ja' } });
    expect(play.variables).toMatchObject({ svar: 'ja' });
    endWell(play);
  });
});

describe('BPMN 2.0.2 §10.3.8, §13.3.6 standard loop from XML', () => {
  const loop = (attributes: string, condition: string): string =>
    around(userTask('det', `<standardLoopCharacteristics ${attributes}>${condition}</standardLoopCharacteristics>`));
  const whileAgain = '<loopCondition xsi:type="tFormalExpression">=igjen</loopCondition>';

  it.each([
    ['tested after', 'testBefore="false"', whileAgain, 1],
    ['tested before', 'testBefore="true"', whileAgain, 0],
    ['with a maximum of 3', 'loopMaximum="3"', '', 3],
  ])('standard loop %s', async (_, attributes, condition, times) => {
    const play = await playElement(loop(attributes, condition), { igjen: false });

    for (let time = 0; time < times; time++) play.complete('det');
    endWell(play);
  });
});

describe('BPMN 2.0.2 §10.3.8, §13.3.7 multi-instance from XML', () => {
  const many = (attributes: string, content: string): string =>
    around(
      userTask('det', `<multiInstanceLoopCharacteristics ${attributes}>${content}</multiInstanceLoopCharacteristics>`),
    );
  const three = '<loopCardinality xsi:type="tFormalExpression">=3</loopCardinality>';

  it('multi-instance, parallel: a cardinality of 3 is 3 tasks at once', async () => {
    const play = await playElement(many('', three));
    expect(open(play)).toBe(3);

    for (let time = 0; time < 3; time++) play.complete('det');
    endWell(play);
  });

  it('multi-instance, sequential over a collection: results in its order', async () => {
    const play = await playElement(
      many(
        'isSequential="true" boligflyt:collection="=navn" boligflyt:elementVariable="en" boligflyt:outputCollection="svar" boligflyt:outputElement="=en"',
        '',
      ),
      { navn: ['Ola', 'Eva'] },
    );
    expect(open(play)).toBe(1);

    play.complete('det');
    play.complete('det');
    expect(play.variables).toMatchObject({ svar: ['Ola', 'Eva'] });
    endWell(play);
  });

  it('multi-instance by loopDataInputRef: one body for each item of the data', async () => {
    const play = await playElement(
      many('', '<loopDataInputRef>navn</loopDataInputRef><inputDataItem id="en" name="en"/>').replace(
        '<startEvent',
        '<property id="navn" name="navn"/><startEvent',
      ),
      { navn: ['Ola', 'Eva'] },
    );
    expect(open(play)).toBe(2);
  });

  it('multi-instance with a completion condition: the others end when it holds', async () => {
    const condition =
      '<completionCondition xsi:type="tFormalExpression">=numberOfCompletedInstances >= 2</completionCondition>';
    const play = await playElement(many('', three + condition));

    play.complete('det');
    play.complete('det');
    endWell(play);
  });

  it.each([
    ['None', 'behavior="None" noneBehaviorEventRef="felles-alarm"', '', 3],
    ['One', 'behavior="One" oneBehaviorEventRef="felles-alarm"', '', 1],
    ['All', 'behavior="All"', '', 0],
    [
      'Complex',
      'behavior="Complex"',
      `<complexBehaviorDefinition><condition xsi:type="tFormalExpression">=numberOfCompletedInstances = 2</condition>
         <event xsi:type="tImplicitThrowEvent" id="kast"><signalEventDefinition signalRef="alarm"/></event></complexBehaviorDefinition>`,
      1,
    ],
  ])('multi-instance, behaviour %s: throws its event as often as that says', async (_, attributes, content, times) => {
    const play = await playElement(many(attributes, three + content));

    for (let time = 0; time < 3; time++) play.complete('det');
    expect(play.sent).toHaveLength(times);
    endWell(play);
  });

  it('multi-instance, a body more while it runs: 4 tasks instead of 3', async () => {
    const play = await playElement(many('', three));
    const body = [...play.instance.elements.values()].find(({ node }) => node === 'det');
    if (body === undefined) throw new Error("Expected 'det' to be alive, but it is not");

    play.play({ type: 'AddMultiInstanceBody', elementInstanceId: body.id });
    expect(open(play)).toBe(4);
  });
});

describe('BPMN 2.0.2 §10.7, §13.5.5 compensation from XML', () => {
  it('throw compensation with activityRef: undoes that activity only', async () => {
    const undoable = (id: string): string =>
      `${userTask(id)}<boundaryEvent id="kant-${id}" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent>
       ${userTask(`angre-${id}`, '', 'isForCompensation="true"')}
       <association id="til-${id}" associationDirection="One" sourceRef="kant-${id}" targetRef="angre-${id}"/>`;
    const play = await playElement(
      `<startEvent id="start"/>${undoable('a')}${undoable('b')}<intermediateThrowEvent id="det">
         <compensateEventDefinition activityRef="a"/></intermediateThrowEvent>${userTask('etter')}<endEvent id="slutt"/>
       ${flows('start > a > b > det > etter')}${flow('etter', 'slutt')}`,
    );
    play.complete('a');
    play.complete('b');
    expect(play.standing).toEqual(['angre-a', 'det']);

    play.complete('angre-a');
    endWell(play);
  });
});
