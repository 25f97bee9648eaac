import { CasePlayer } from '../support/case-player.js';
import {
  boundaryEvent,
  buildProcess,
  endEvent,
  eventSubProcess,
  inOrder,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
  userTask,
  type ScopeSketch,
} from '../support/process-builder.js';

const line = (...nodes: ScopeSketch['nodes']): ScopeSketch => ({
  nodes,
  flows: inOrder(...nodes.map(({ id }) => id)),
});

describe('BPMN 2.0.2 §13.5.4 event sub-process', () => {
  it('an interrupting one ends the other work in the scope, and the scope ends with it', () => {
    const play = new CasePlayer(
      buildProcess('prosess', {
        nodes: [
          startEvent('start'),
          userTask('vurder'),
          endEvent('slutt'),
          eventSubProcess(
            'avbrudd',
            line(startEvent('trukket', { kind: 'message', message: 'trukket' }), userTask('rydd'), endEvent('ryddet')),
          ),
        ],
        flows: inOrder('start', 'vurder', 'slutt'),
      }),
    );

    play.start({ soknad: 1 });
    play.correlate('trukket', { grunn: 'flyttet' });
    expect(play.standing).toEqual(['avbrudd', 'rydd']);
    play.complete('rydd');

    expect(play.instance.state).toBe('completed');
    expect(play.variables).toEqual({ soknad: 1, grunn: 'flyttet' });
    expect(play.entered).toEqual(['start', 'vurder', 'avbrudd', 'trukket', 'rydd', 'ryddet']);
  });

  it('an error inside it goes outward, never to itself', () => {
    const play = new CasePlayer(
      buildProcess('prosess', {
        nodes: [
          startEvent('start'),
          subProcess('del', {
            nodes: [
              startEvent('inn'),
              serviceTask('hent'),
              endEvent('ut'),
              eventSubProcess(
                'ved-feil',
                line(startEvent('feilet', { kind: 'error' }), endEvent('igjen', { kind: 'error', code: 'F2' })),
              ),
            ],
            flows: inOrder('inn', 'hent', 'ut'),
          }),
          boundaryEvent('kant', 'del', { trigger: { kind: 'error', code: 'F2', codeVariable: 'kode' } }),
          throwEvent('videre', { kind: 'none' }),
          endEvent('slutt'),
        ],
        flows: [...inOrder('start', 'del', 'slutt'), ...inOrder('kant', 'videre', 'slutt')],
      }),
    );

    play.start();
    play.throwError('hent', 'F1');

    expect(play.happened).toEqual([
      'threw error hent',
      'caught error feilet',
      'threw error igjen',
      'caught error kant',
    ]);
    expect(play.instance.state).toBe('completed');
    expect(play.variables).toEqual({ kode: 'F2' });
  });
});
