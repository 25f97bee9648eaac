import { catchEvent, parallelGateway, subProcess, throwEvent } from '../support/process-builder.js';
import { type EventResult } from '../../src/engine/index.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

describe('BPMN 2.0.2 §10.5.5 link', () => {
  const link: EventResult = { kind: 'link', link: 'videre' };
  const fromLink = catchEvent('inn', { kind: 'link', link: 'videre' });

  it('a throw goes on at the catch of the same name; both are entered', () => {
    const play = playEvents(sketch([throwEvent('ut', link), fromLink], 'start > foran > ut', 'inn > bak > slutt'));

    play.complete('foran');

    expect(play.entered).toEqual(['start', 'foran', 'ut', 'inn', 'bak']);
    expect(play.standing).toEqual(['bak']);
    expect(play.happened).toEqual(['threw link ut', 'caught link inn']);
  });

  it('several throws lead to one catch, each with its own token', () => {
    const play = playEvents(
      sketch(
        [parallelGateway('del'), throwEvent('ut-1', link), throwEvent('ut-2', link), fromLink],
        'start > del > ut-1',
        'del > ut-2',
        'inn > bak > slutt',
      ),
    );

    expect(play.standing).toEqual(['bak', 'bak']);
  });

  it('is found only in its own scope', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'del',
            sketch(
              [throwEvent('ut', link), catchEvent('inn-2', { kind: 'link', link: 'videre' })],
              'start-2 > ut',
              'inn-2 > inne > slutt-2',
            ),
          ),
          fromLink,
        ],
        'start > del > slutt',
        'inn > bak > slutt2',
      ),
    );

    expect(play.standing).toEqual(['del', 'inne']);
  });

  it('without a catch the token stays with an incident', () => {
    const play = playEvents(sketch([throwEvent('ut', link)], 'start > ut'));

    expect(play.incidents).toEqual(['NO_FLOW ut']);
    expect(play.standing).toEqual(['ut']);
  });
});
