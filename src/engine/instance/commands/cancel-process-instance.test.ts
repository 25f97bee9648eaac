import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  boundaryEvent,
  buildProcess,
  callActivity,
  catchEvent,
  parallelGateway,
  flow,
  serviceTask,
  startEvent,
  subProcess,
  userTask,
} from '../../../../test/support/process-builder.js';
import { effectsOf } from '../facts/effects-of.js';

const everything = buildProcess('alt', {
  nodes: [
    startEvent('start'),
    parallelGateway('del'),
    subProcess('sub', { nodes: [startEvent('inne'), userTask('a')], flows: [flow('inne', 'a')] }),
    boundaryEvent('frist', 'sub', {
      trigger: { kind: 'timer', schedule: { kind: 'duration', expression: '"P1D"' } },
    }),
    serviceTask('jobb'),
    callActivity('kall', 'annet'),
    catchEvent('svar', { kind: 'message', message: 'svar' }),
    userTask('feil', { assignee: '1 + x' }),
  ],
  flows: [flow('start', 'del'), ...['sub', 'jobb', 'kall', 'svar', 'feil'].map((node) => flow('del', node))],
});

describe('cancelling a case', () => {
  it('takes back everything it has open: task, timer, job, call, message and incident', () => {
    const play = new CasePlayer(everything);
    play.start({ søker: 'siv' });
    expect(play.incidents).toEqual(['EXPRESSION feil']);

    const events = play.play({ type: 'CancelProcessInstance', reason: 'trukket' });

    const { tokens, elements, userTasks, timers, subscriptions, jobs, incidents } = play.instance;
    const open = [tokens, elements, userTasks, timers, subscriptions, jobs, incidents].map((map) => map.size);
    expect(open).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(play.instance).toMatchObject({ state: 'cancelled', finalVariables: { søker: 'siv' } });
    expect(events.flatMap(effectsOf).map((effect) => effect.type)).toEqual(['CancelTimer', 'CancelCalledProcess']);
  });
});
