import { boundaryEvent, endEvent, serviceTask, subProcess } from '../support/process-builder.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

describe('BPMN 2.0.2 §10.5.6 what an error brings', () => {
  it('brings its code, its message and its variables', () => {
    const play = playEvents(
      sketch(
        [
          serviceTask('hent'),
          boundaryEvent('kant', 'hent', { trigger: { kind: 'error', codeVariable: 'kode', messageVariable: 'tekst' } }),
        ],
        'start > hent > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.throwError('hent', 'IKKE_FUNNET', { message: 'Finnes ikke', variables: { forsok: 2 } });

    expect(play.variables).toEqual({ kode: 'IKKE_FUNNET', tekst: 'Finnes ikke', forsok: 2 });
    expect(play.standing).toEqual(['etter']);
    expect(play.instance.jobs.size).toBe(0);
  });

  it('brings only what the catch maps, beside its code', () => {
    const play = playEvents(
      sketch(
        [
          serviceTask('hent'),
          boundaryEvent('kant', 'hent', {
            trigger: { kind: 'error', codeVariable: 'kode' },
            outputs: [{ source: 'forsok + 1', target: 'n' }],
          }),
        ],
        'start > hent > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.throwError('hent', 'F', { variables: { forsok: 2, internt: 1 } });

    expect(play.variables).toEqual({ kode: 'F', n: 3 });
  });

  it('an end event brings what it maps, and its own message', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'del',
            sketch(
              [
                endEvent(
                  'feil',
                  { kind: 'error', code: 'F', message: '="sak " + nr' },
                  { inputs: [{ source: 'nr', target: 'sak' }] },
                ),
              ],
              'start-i > feil',
            ),
          ),
          boundaryEvent('kant', 'del', { trigger: { kind: 'error', messageVariable: 'tekst' } }),
        ],
        'start > del > slutt',
        'kant > slutt2',
      ),
      { nr: '7' },
    );

    expect(play.variables).toEqual({ nr: '7', sak: '7', tekst: 'sak 7' });
  });
});
