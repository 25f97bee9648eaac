import type { CasePlayer } from '../support/case-player.js';
import { playSketch, sketch } from '../support/play-sketch.js';
import { adHocSubProcess, endEvent, eventSubProcess, startEvent, userTask } from '../support/process-builder.js';

type Options = Parameters<typeof adHocSubProcess>[2];

describe('BPMN 2.0.2 §13.3.5, §13.5.4 an ad-hoc sub-process that is cut short', () => {
  const guard = (interrupting: boolean) =>
    eventSubProcess(
      'vakt',
      sketch(
        [startEvent('start-vakt', { kind: 'signal', signal: 'stans' }, { interrupting }), userTask('rydd')],
        'start-vakt > rydd > slutt-vakt',
      ),
    );
  const oneByOne = (options: Options, ...more: Parameters<typeof sketch>[0]): CasePlayer =>
    playSketch(
      sketch(
        [
          adHocSubProcess('fritt', sketch([userTask('a'), userTask('b'), ...more]), {
            ordering: 'sequential',
            ...options,
          }),
        ],
        'start > fritt > etter > slutt',
      ),
    );

  it.each([{}, { completionCondition: 'nok = true' }, { cancelRemaining: false }])(
    'by an interrupting event begins nothing that still waited, and is complete when that is dealt with (%j)',
    (options) => {
      const player = oneByOne(options, guard(true));
      expect(player.standing).toEqual(['a', 'fritt']);
      player.signal('stans');
      expect(player.standing).toEqual(['fritt', 'rydd', 'vakt']);
      const whole = [...player.instance.elements.values()].find(({ node }) => node === 'fritt');
      if (whole === undefined) throw new Error('Expected a living ad-hoc sub-process');
      const choice = { type: 'ActivateAdHocElements', elementInstanceId: whole.id, elements: ['b'] } as const;
      expect(player.ask(choice)).toMatchObject({ ok: false, rejection: { reason: 'ad-hoc-not-active' } });
      player.complete('rydd');

      expect(player.standing).toEqual(['etter']);
    },
  );

  it('by an event that does not interrupt goes on with what waited', () => {
    const player = oneByOne({}, guard(false));
    player.signal('stans');
    player.complete('rydd');
    expect(player.standing).toEqual(['a', 'fritt']);
    player.complete('a');

    expect(player.standing).toEqual(['b', 'fritt']);
  });

  it('by a terminate end event in it is complete, whatever still waited', () => {
    const inside = sketch([endEvent('slutt-alt', { kind: 'terminate' }), userTask('b')], 'a > slutt-alt');
    const player = playSketch(
      sketch([adHocSubProcess('fritt', inside, { ordering: 'sequential' })], 'start > fritt > etter > slutt'),
    );
    player.complete('a');

    expect(player.standing).toEqual(['etter']);
  });
});
