import { effectsOf } from '../../src/engine/index.js';
import { flow, flows, userTask } from '../support/bpmn-xml.js';
import { playXml } from '../support/play-xml.js';

const around = (middle: string): string =>
  `<startEvent id="start"/>${middle}<endEvent id="slutt"/>${flows('start > midten > slutt')}`;

const extension = (content: string): string => `<extensionElements>${content}</extensionElements>`;

describe('BPMN 2.0.2 §13.3.2 activity', () => {
  it('starts once for each token that comes: two tokens, two tasks', async () => {
    const play = await playXml(
      `<startEvent id="start"/><parallelGateway id="del"/><exclusiveGateway id="flett"/>${userTask('midten')}<endEvent id="slutt"/>
       ${flow('start', 'del')}<sequenceFlow id="f1" sourceRef="del" targetRef="flett"/>
       <sequenceFlow id="f2" sourceRef="del" targetRef="flett"/>${flows('flett > midten > slutt')}`,
    );

    play.start();

    expect(play.standing).toEqual(['midten', 'midten']);
  });

  it('sees only its inputs, and gives only its outputs back (§10.4.2)', async () => {
    const mappings = `<boligflyt:input source="=soknad.navn" target="navn"/><boligflyt:output source="=svar" target="utfall"/>`;
    const play = await playXml(
      around(`<serviceTask id="midten" boligflyt:jobType="send-brev">${extension(mappings)}</serviceTask>`),
    );

    const effects = play.start({ soknad: { navn: 'Siv' }, annet: 1 }).flatMap(effectsOf);
    play.completeJob('midten', { svar: 'ja', hemmelig: 2 });

    expect(effects).toContainEqual(expect.objectContaining({ type: 'CreateJob', variables: { navn: 'Siv' } }));
    expect(play.variables).toEqual({ soknad: { navn: 'Siv' }, annet: 1, utfall: 'ja' });
  });
});

describe('BPMN 2.0.2 §13.3.3 task', () => {
  it('user task: waits until it is completed, and its result goes on', async () => {
    const play = await playXml(around(userTask('midten')));

    play.start();
    expect(play.standing).toEqual(['midten']);

    play.complete('midten', { svar: 'ja' });
    expect(play.instance.state).toBe('completed');
    expect(play.variables).toEqual({ svar: 'ja' });
  });

  it('service task: waits for its handler, with the headers from the diagram', async () => {
    const header = extension('<boligflyt:header key="brev" value="kvittering"/>');
    const play = await playXml(
      around(`<serviceTask id="midten" boligflyt:jobType="send-brev">${header}</serviceTask>`),
    );

    const effects = play.start().flatMap(effectsOf);
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'CreateJob', jobType: 'send-brev', headers: { brev: 'kvittering' } }),
    );

    play.completeJob('midten');
    expect(play.instance.state).toBe('completed');
  });

  it.each(['task', 'manualTask'])('%s: is complete as soon as it starts', async (element) => {
    const play = await playXml(around(`<${element} id="midten"/>`));

    play.start();

    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §13.3.4 sub-process and call activity', () => {
  const subProcess = `<subProcess id="midten"><startEvent id="inn"/><parallelGateway id="del"/>${userTask('a')}${userTask('b')}
    <endEvent id="ut-a"/><endEvent id="ut-b"/>${flows('inn > del > a > ut-a', 'del > b > ut-b')}</subProcess>`;

  it('sub-process: is complete when no token is left in it, whichever end they came to', async () => {
    const play = await playXml(around(subProcess));

    play.start();
    play.complete('a');
    expect(play.standing).toEqual(['b', 'midten']);

    play.complete('b');
    expect(play.instance.state).toBe('completed');
  });

  it('call activity: starts the called process and waits until it has ended', async () => {
    const play = await playXml(around('<callActivity id="midten" calledElement="medvirkningspunkt"/>'));

    const effects = play.start({ punkt: 'MP-B4' }).flatMap(effectsOf);
    const started = effects.find((effect) => effect.type === 'StartCalledProcess');
    expect(started).toMatchObject({ calledProcess: 'medvirkningspunkt', variables: { punkt: 'MP-B4' } });
    expect(play.standing).toEqual(['midten']);

    const elementInstanceId = started?.type === 'StartCalledProcess' ? started.caller.elementInstanceId : undefined;
    if (elementInstanceId === undefined) throw new Error('Expected a call');
    play.play({ type: 'CompleteCalledProcess', elementInstanceId, variables: { svar: 'deltar' } });
    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §13.3.7 multiple instances', () => {
  const asking = (attributes: string, children = ''): string =>
    around(
      userTask(
        'midten',
        `<multiInstanceLoopCharacteristics boligflyt:collection="=beboere" boligflyt:elementVariable="beboer"
           boligflyt:outputCollection="svarene" boligflyt:outputElement="=svar" ${attributes}>${children}</multiInstanceLoopCharacteristics>`,
      ),
    );
  const beboere = ['Ola', 'Eva', 'Per'];

  it('parallel: 3 at once, complete when all 3 are, results in the order of the list', async () => {
    const play = await playXml(asking(''));

    play.start({ beboere });
    expect(play.instance.userTasks.size).toBe(3);

    for (const svar of ['ja', 'nei', 'kanskje']) play.complete('midten', { svar });
    expect(play.instance.state).toBe('completed');
    expect(play.variables).toEqual({ beboere, svarene: ['ja', 'nei', 'kanskje'] });
  });

  it('sequential: one after the other', async () => {
    const play = await playXml(asking('isSequential="true"'));

    play.start({ beboere });
    for (const svar of ['ja', 'nei']) {
      expect(play.instance.userTasks.size).toBe(1);
      play.complete('midten', { svar });
    }
    expect(play.instance.state).toBe('active');

    play.complete('midten', { svar: 'kanskje' });
    expect(play.variables).toMatchObject({ svarene: ['ja', 'nei', 'kanskje'] });
  });

  it('completionCondition: the others are cancelled as soon as it is true', async () => {
    const play = await playXml(asking('', '<completionCondition>=svar = "ja"</completionCondition>'));

    play.start({ beboere });
    play.complete('midten', { svar: 'nei' });
    expect(play.instance.userTasks.size).toBe(2);

    play.complete('midten', { svar: 'ja' });
    expect(play.instance.state).toBe('completed');
  });

  it('an empty list: complete at once', async () => {
    const play = await playXml(asking(''));

    play.start({ beboere: [] });

    expect(play.instance.state).toBe('completed');
  });
});
