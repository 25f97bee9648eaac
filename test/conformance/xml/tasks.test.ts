import { exportStatechart } from '../../../src/engine/index.js';
import { flow, flows, userTask } from '../../support/bpmn-xml.js';
import { drawElement, playElement, type ElementPlayer } from '../../support/play-element.js';

const around = (task: string): string =>
  `<startEvent id="start"/>${task}${userTask('etter')}<endEvent id="slutt"/>${flows('start > det > etter > slutt')}`;

const endWell = (play: ElementPlayer): void => {
  expect(play.standing).toEqual(['etter']);
  expect(play.says('det')).not.toBe('');
  play.complete('etter');
  expect(play.instance.state).toBe('completed');
};

describe('BPMN 2.0.2 §10.3.3, §10.3.4, §13.3.3 tasks from XML', () => {
  it('user task: waits for a person of its group', async () => {
    const play = await playElement(around(userTask('det')));
    expect(play.task('det').candidateGroups).toEqual(['hvk']);

    play.complete('det', { svar: 'ja' });
    expect(play.variables).toMatchObject({ svar: 'ja' });
    endWell(play);
  });

  it('service task: waits for a worker of its job type', async () => {
    const play = await playElement(around('<serviceTask id="det" boligflyt:jobType="send-brev"/>'));

    play.completeJob('det', { sendt: true });
    expect(play.variables).toMatchObject({ sendt: true });
    endWell(play);
  });

  it('service task by interface and operation: the operation is its job type', async () => {
    const play = await playElement(
      around('<serviceTask id="det" operationRef="slaa-opp"/>'),
      {},
      {
        beside: `<interface id="register" name="Register"><operation id="slaa-opp" name="slå opp"><inMessageRef>svar</inMessageRef></operation></interface>`,
      },
    );
    expect([...play.instance.jobs.values()][0]?.type).toBe('slå opp');

    play.completeJob('det');
    endWell(play);
  });

  it('send task: its message is sent, and the token goes on', async () => {
    const play = await playElement(around('<sendTask id="det" messageRef="svar"/>'));

    expect(play.sent).toEqual(['svar']);
    endWell(play);
  });

  it('send task by a worker: waits until it is sent', async () => {
    const play = await playElement(around('<sendTask id="det" boligflyt:jobType="send-brev"/>'));

    play.completeJob('det');
    endWell(play);
  });

  it('receive task: waits for its message', async () => {
    const play = await playElement(around('<receiveTask id="det" messageRef="svar"/>'));

    play.correlate('det', { svar: 'ja' });
    expect(play.variables).toMatchObject({ svar: 'ja' });
    endWell(play);
  });

  it('instantiating receive task: its message begins the process', async () => {
    const play = await drawElement(
      `<receiveTask id="det" messageRef="svar" instantiate="true"/>${userTask('etter')}<endEvent id="slutt"/>${flows('det > etter > slutt')}`,
    );
    play.start({ sak: '1' }, 'det');
    endWell(play);
  });

  it('script task: FEEL is computed by the engine', async () => {
    const play = await playElement(
      around('<scriptTask id="det" boligflyt:resultVariable="sum"><script>n + 1</script></scriptTask>'),
      { n: 2 },
    );
    expect(play.variables).toMatchObject({ sum: 3 });
    endWell(play);
  });

  it('business rule task: a decision is asked', async () => {
    const play = await playElement(
      around('<businessRuleTask id="det" boligflyt:decision="takst" boligflyt:resultVariable="takst"/>'),
      {},
      { decisions: { evaluate: () => ({ ok: true, value: 120 }) } },
    );
    expect(play.variables).toMatchObject({ takst: 120 });
    endWell(play);
  });

  it('business rule task outside: a worker is asked', async () => {
    const play = await playElement(around('<businessRuleTask id="det" boligflyt:jobType="regler"/>'));

    play.completeJob('det', { takst: 120 });
    endWell(play);
  });

  it.each(['manualTask', 'task'])('%s: is passed', async (type) => {
    endWell(await playElement(around(`<${type} id="det"/>`)));
  });

  it.each([
    ['globalUserTask', '<globalUserTask id="felles" boligflyt:candidateGroups="hvk"/>', ['felles']],
    ['globalManualTask', '<globalManualTask id="felles"/>', []],
    ['globalTask', '<globalTask id="felles"/>', []],
    ['globalScriptTask', '<globalScriptTask id="felles"><script>=1 + 1</script></globalScriptTask>', []],
    ['globalBusinessRuleTask', '<globalBusinessRuleTask id="felles" boligflyt:decision="takst"/>', []],
  ])('%s: can be called as a process of its own', async (_, beside, standing) => {
    const called = await playElement(
      around('<callActivity id="det" calledElement="felles"/>'),
      {},
      {
        beside,
        process: 'felles',
        decisions: { evaluate: () => ({ ok: true, value: { takst: 120 } }) },
      },
    );
    expect(called.standing).toEqual(standing);
    expect(called.says('felles')).not.toBe('');
    expect(Object.keys(exportStatechart(called.drawn).chart.states ?? {})).toHaveLength(3);

    if (standing.length > 0) called.complete('felles');
    expect(called.instance.state).toBe('completed');
  });

  it('lane and resources: the group of a task is its resource, else the innermost lane', async () => {
    const play = await playElement(
      `<laneSet id="baner"><lane id="bane" name="hvk"><flowNodeRef>det</flowNodeRef><flowNodeRef>annet</flowNodeRef></lane></laneSet>
       <startEvent id="start"/><userTask id="det"/><userTask id="annet"><potentialOwner id="eier"><resourceRef>leder</resourceRef></potentialOwner></userTask>
       <endEvent id="slutt"/>${flows('start > det > annet > slutt')}`,
      {},
      { beside: '<resource id="leder" name="hvk-leder"/>' },
    );
    expect(play.task('det').candidateGroups).toEqual(['hvk']);

    play.complete('det');
    expect(play.task('annet').candidateGroups).toEqual(['hvk-leder']);
  });
});

describe('BPMN 2.0.2 §13.3.2 token quantities from XML', () => {
  it('startQuantity 2 and completionQuantity 3: 2 tokens begin it once, 3 leave it', async () => {
    const play = await playElement(
      `<startEvent id="start"/><parallelGateway id="del"/>${userTask('det', '', 'startQuantity="2" completionQuantity="3"')}
       ${userTask('etter')}<endEvent id="slutt"/>${flows('start > del')}
       <sequenceFlow id="f1" sourceRef="del" targetRef="det"/><sequenceFlow id="f2" sourceRef="del" targetRef="det"/>
       ${flow('det', 'etter')}${flow('etter', 'slutt')}`,
    );
    play.complete('det');

    expect(play.standing).toEqual(['etter', 'etter', 'etter']);
  });
});
