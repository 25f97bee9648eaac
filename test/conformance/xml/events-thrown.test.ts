import { flow, flows, userTask } from '../../support/bpmn-xml.js';
import { playElement } from '../../support/play-element.js';

const error = '<errorEventDefinition errorRef="feil"/>';
const escalation = '<escalationEventDefinition escalationRef="loft"/>';
const message = '<messageEventDefinition messageRef="svar"/>';
const signal = '<signalEventDefinition signalRef="alarm"/>';
const cancel = '<cancelEventDefinition/>';
const compensate = '<compensateEventDefinition/>';

const sends = [
  ['none', '', []],
  ['message', message, ['svar']],
  ['signal', signal, ['alarm']],
  ['escalation', escalation, []],
  ['multiple', message + signal, ['svar', 'alarm']],
] as const;

describe('BPMN 2.0.2 §10.5.4 intermediate throw event from XML', () => {
  it.each(sends)('throw %s: happens, and the token goes on', async (_, xml, sent) => {
    const play = await playElement(
      `<startEvent id="start"/><intermediateThrowEvent id="kast">${xml}</intermediateThrowEvent>${userTask('etter')}
       <endEvent id="slutt"/>${flows('start > kast > etter > slutt')}`,
    );

    expect(play.sent).toEqual(sent);
    expect(play.standing).toEqual(['etter']);
    expect(play.says('kast')).not.toBe('');
    play.complete('etter');
    expect(play.instance.state).toBe('completed');
  });

  it('throw link: goes on at the catch of the same name', async () => {
    const play = await playElement(
      `<startEvent id="start"/><intermediateThrowEvent id="kast"><linkEventDefinition name="videre"/></intermediateThrowEvent>
       <intermediateCatchEvent id="vent"><linkEventDefinition name="videre"/></intermediateCatchEvent>${userTask('etter')}
       <endEvent id="slutt"/>${flows('start > kast', 'vent > etter > slutt')}`,
    );

    expect(play.entered).toEqual(['start', 'kast', 'vent', 'etter']);
    expect(play.says('kast')).not.toBe('');
    expect(play.standing).toEqual(['etter']);
  });
});

describe('BPMN 2.0.2 §10.5.3, §13.5.6 end event from XML', () => {
  it.each(sends)('end %s: happens, and the process is complete', async (_, xml, sent) => {
    const play = await playElement(
      `<startEvent id="start"/>${userTask('arbeid')}<endEvent id="slutt">${xml}</endEvent>${flows('start > arbeid > slutt')}`,
    );
    play.complete('arbeid');

    expect(play.sent).toEqual(sent);
    expect(play.says('slutt')).not.toBe('');
    expect(play.instance.state).toBe('completed');
  });

  it('end terminate: takes every token of its scope', async () => {
    const play = await playElement(
      `<startEvent id="start"/><parallelGateway id="del"/>${userTask('a')}${userTask('b')}
       <endEvent id="slutt"><terminateEventDefinition/></endEvent>${flows('start > del > a > slutt', 'del > b')}`,
    );
    expect(play.standing).toEqual(['a', 'b']);
    play.complete('a');

    expect(play.instance.state).toBe('completed');
    expect(play.says('slutt')).not.toBe('');
  });

  it('end error: is caught on the edge of its sub-process, which ends', async () => {
    const play = await playElement(caught(error, error, 'cancelActivity="true"'));
    play.complete('inne');

    expect(play.standing).toEqual(['etter']);
    expect(play.says('ende')).not.toBe('');
  });
});

const caught = (thrown: string, definition: string, attributes: string): string =>
  `<startEvent id="start"/><subProcess id="del"><startEvent id="inn"/>${userTask('inne')}
     <endEvent id="ende">${thrown}</endEvent>${flows('inn > inne > ende')}</subProcess>
   <boundaryEvent id="kant" attachedToRef="del" ${attributes}>${definition}</boundaryEvent>${userTask('etter')}${userTask('vanlig')}
   <endEvent id="slutt"/>${flows('start > del > vanlig > slutt', 'kant > etter')}${flow('etter', 'slutt')}`;

describe('BPMN 2.0.2 §10.5.6, §13.5.3 what is thrown is caught on an edge, from XML', () => {
  it.each([
    ['error', error, error, 'cancelActivity="true"', ['etter']],
    ['error without a code', error, '<errorEventDefinition/>', 'cancelActivity="true"', ['etter']],
    ['escalation, interrupting', escalation, escalation, 'cancelActivity="true"', ['etter']],
    ['escalation, not interrupting', escalation, escalation, 'cancelActivity="false"', ['etter', 'vanlig']],
    ['signal from inside', signal, signal, 'cancelActivity="true"', ['etter']],
  ])('boundary %s: is caught', async (_, thrown, definition, attributes, standing) => {
    const play = await playElement(caught(thrown, definition, attributes));
    play.complete('inne');

    expect(play.standing).toEqual(standing);
    expect(play.happened).toContain(`caught ${play.happened[0]?.split(' ')[1]} kant`);
    expect(play.says('kant')).not.toBe('');
  });

  it('boundary cancel: leaves a transaction that its cancel end event undoes', async () => {
    const play = await playElement(
      caught(cancel, cancel, '').replace('<subProcess', '<transaction').replace('</subProcess', '</transaction'),
    );
    play.complete('inne');

    expect(play.standing).toEqual(['etter']);
    expect(play.says('kant')).not.toBe('');
    expect(play.says('ende')).not.toBe('');
  });

  it('boundary compensation: its handler undoes the task when an end event throws', async () => {
    const play = await playElement(
      `<startEvent id="start"/>${userTask('bestill')}<boundaryEvent id="kant" attachedToRef="bestill">${compensate}</boundaryEvent>
       ${userTask('angre', '', 'isForCompensation="true"')}<association id="til" associationDirection="One" sourceRef="kant" targetRef="angre"/>
       <endEvent id="slutt">${compensate}</endEvent>${flows('start > bestill > slutt')}`,
    );
    play.complete('bestill');
    expect(play.standing).toContain('angre');
    expect(play.says('slutt')).not.toBe('');

    play.complete('angre');
    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §10.5.2, §13.5.4 what is thrown starts an event sub-process, from XML', () => {
  it.each([
    ['error', error, 'true', ['svar-paa', 'ved']],
    ['escalation, interrupting', escalation, 'true', ['svar-paa', 'ved']],
    ['escalation, not interrupting', escalation, 'false', ['svar-paa', 'ved']],
  ])('event sub-process %s: starts', async (_, xml, interrupts, standing) => {
    const play = await playElement(
      `<startEvent id="start"/>${userTask('arbeid')}<endEvent id="slutt">${xml}</endEvent>${flows('start > arbeid > slutt')}
       <subProcess id="ved" triggeredByEvent="true"><startEvent id="ved-start" isInterrupting="${interrupts}">${xml}</startEvent>
         ${userTask('svar-paa')}<endEvent id="ved-slutt"/>${flows('ved-start > svar-paa > ved-slutt')}</subProcess>`,
    );
    play.complete('arbeid');

    expect(play.standing).toEqual(standing);
    expect(play.says('ved-start')).not.toBe('');
    play.complete('svar-paa');
    expect(play.instance.state).toBe('completed');
  });
});
