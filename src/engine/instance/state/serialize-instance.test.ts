import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  buildProcess,
  catchEvent,
  flow,
  parallelGateway,
  serviceTask,
  startEvent,
  userTask,
} from '../../../../test/support/process-builder.js';
import { deserializeInstance, serializeInstance } from './serialize-instance.js';

describe('a stored case', () => {
  it('is the same case when it is read back from JSON', () => {
    const play = new CasePlayer(
      buildProcess('alt', {
        nodes: [
          startEvent('start'),
          parallelGateway('del'),
          userTask('a'),
          serviceTask('jobb'),
          catchEvent('svar', { kind: 'message', message: 'svar' }),
          catchEvent('vent', { kind: 'timer', schedule: { kind: 'duration', expression: '"P1D"' } }),
          userTask('feil', { assignee: '1 + x' }),
        ],
        flows: [flow('start', 'del'), ...['a', 'jobb', 'svar', 'vent', 'feil'].map((node) => flow('del', node))],
      }),
    );
    play.start({ tekst: 'æøå', liste: [1, null, { a: true }] });

    const text = JSON.stringify(serializeInstance(play.instance));

    expect(deserializeInstance(JSON.parse(text))).toEqual(play.instance);
    expect(text.length).toBeLessThan(4_000);
  });
});
