import { CasePlayer } from '../../../../test/support/case-player.js';
import { buildProcess, inOrder, flow, startEvent, userTask } from '../../../../test/support/process-builder.js';
import { idOf } from '../../../shared/id.js';

const monthly = { kind: 'timer', schedule: { kind: 'cycle', expression: '"R/P1M"' } } as const;
const byMessage = { kind: 'message', message: 'soknad' } as const;

describe('a case that begins', () => {
  it('has the title and the subject that the process gives it', () => {
    const play = new CasePlayer(
      buildProcess(
        'soknad',
        { nodes: [startEvent('start'), userTask('a')], flows: inOrder('start', 'a') },
        { title: '"Søknad fra " + navn', subject: 'søker' },
      ),
    );

    play.start({ navn: 'Siv Dahl', søker: 'siv' });

    expect(play.instance).toMatchObject({
      title: 'Søknad fra Siv Dahl',
      subject: 'siv',
      definition: { key: 'soknad' },
    });
  });

  it('has the name of its process when no title can be written', () => {
    const play = new CasePlayer(
      buildProcess(
        'soknad',
        { nodes: [startEvent('start'), userTask('a')], flows: inOrder('start', 'a') },
        { title: '"Søknad fra " + navn', subject: 'søker' },
      ),
    );

    play.start({ navn: 3, søker: 4 });

    expect(play.instance.title).toBe('soknad');
    expect(play.instance).not.toHaveProperty('subject');
  });

  it('begins at the start event that occurred', () => {
    const definition = buildProcess('flere', {
      nodes: [startEvent('månedlig', monthly), startEvent('søknad', byMessage), userTask('a'), userTask('b')],
      flows: [flow('månedlig', 'a'), flow('søknad', 'b')],
    });
    const byTimer = new CasePlayer(definition);
    const bySomebody = new CasePlayer(definition);

    byTimer.start({}, 'månedlig');
    bySomebody.start({}, 'søknad');

    expect([byTimer.standing, bySomebody.standing]).toEqual([['a'], ['b']]);
  });

  it('is refused without a none start event, or at an event that is none of its own', () => {
    const play = new CasePlayer(
      buildProcess('ur', {
        nodes: [startEvent('månedlig', monthly), userTask('a')],
        flows: [flow('månedlig', 'a')],
      }),
    );
    const start = {
      type: 'StartProcessInstance',
      processInstanceId: idOf<'ProcessInstance'>('sak'),
      variables: {},
    } as const;
    const refusal = { ok: false, rejection: { reason: 'no-start-event', processKey: 'ur' } };

    expect(play.ask(start)).toEqual(refusal);
    expect(play.ask({ ...start, startEvent: 'a' })).toEqual(refusal);
  });

  it('remembers who called it and its business key', () => {
    const play = new CasePlayer(
      buildProcess('barn', { nodes: [startEvent('start'), userTask('a')], flows: inOrder('start', 'a') }),
    );
    const caller = {
      processInstanceId: idOf<'ProcessInstance'>('mor'),
      elementInstanceId: idOf<'ElementInstance'>('mor-4'),
    };

    play.play({
      type: 'StartProcessInstance',
      processInstanceId: idOf('sak'),
      variables: {},
      businessKey: '26/1',
      caller,
    });

    expect(play.instance).toMatchObject({ businessKey: '26/1', caller });
  });
});
