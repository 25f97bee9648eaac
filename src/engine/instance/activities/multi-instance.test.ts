import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  boundaryEvent,
  buildProcess,
  endEvent,
  flow,
  inOrder,
  noneTask,
  startEvent,
  subProcess,
  userTask,
} from '../../../../test/support/process-builder.js';
import type { MultiInstance } from '../../definition/loop.js';

const forEach = (options: Partial<MultiInstance> = {}): MultiInstance => ({
  sequential: false,
  collection: 'beboere',
  elementVariable: 'beboer',
  ...options,
});

const asking = (multiInstance: MultiInstance, options: Parameters<typeof userTask>[1] = {}): CasePlayer =>
  new CasePlayer(
    buildProcess('spør', {
      nodes: [
        startEvent('start'),
        userTask('spør', { multiInstance, ...options }),
        boundaryEvent('stopp', 'spør', { trigger: { kind: 'message', message: 'stopp' } }),
        userTask('oppsummer'),
        endEvent('slutt'),
      ],
      flows: [...inOrder('start', 'spør', 'oppsummer', 'slutt'), flow('stopp', 'slutt')],
    }),
  );

const bodies = (play: CasePlayer) =>
  [...play.instance.elements.values()].filter((element) => element.loopIndex !== undefined);

describe('a parallel multi-instance', () => {
  it('gives one task for each of 3 residents at once, and goes on when all 3 are done', () => {
    const play = asking(forEach({ outputCollection: 'svarene', outputElement: 'svar' }));
    play.start({ beboere: ['Ola', 'Eva', 'Per'] });
    expect(bodies(play).map((body) => body.variables)).toEqual([
      { beboer: 'Ola', loopCounter: 1 },
      { beboer: 'Eva', loopCounter: 2 },
      { beboer: 'Per', loopCounter: 3 },
    ]);

    play.complete('spør', { svar: 'ja' });
    play.complete('spør', { svar: 'nei' });
    expect(play.standing).toEqual(['spør']);

    play.complete('spør', { svar: 'kanskje' });
    expect(play.standing).toEqual(['oppsummer']);
    expect(play.variables).toEqual({ beboere: ['Ola', 'Eva', 'Per'], svarene: ['ja', 'nei', 'kanskje'] });
  });

  it('keeps the results in the order of the list, whatever the order of the answers', () => {
    const play = asking(forEach({ outputCollection: 'svarene', outputElement: 'beboer + ": " + svar' }));
    play.start({ beboere: ['Ola', 'Eva'] });
    const [, second] = play.instance.userTasks.values();
    if (second === undefined) throw new Error('Expected two tasks');

    play.play({ type: 'ClaimUserTask', userTaskId: second.id });
    play.play({ type: 'CompleteUserTask', userTaskId: second.id, variables: { svar: 'nei' } });
    play.complete('spør', { svar: 'ja' });

    expect(play.variables).toMatchObject({ svarene: ['Ola: ja', 'Eva: nei'] });
  });

  it('is passed at once for an empty list', () => {
    const play = asking(forEach({ outputCollection: 'svarene' }));

    play.start({ beboere: [] });

    expect(play.standing).toEqual(['oppsummer']);
    expect(play.variables).toEqual({ beboere: [], svarene: [] });
  });

  it('is an incident when there is no list, and begins when there is', () => {
    const play = asking(forEach());

    play.start({ beboere: 'Ola' });
    expect(play.incidents).toEqual(['EXPRESSION spør']);

    play.resolve({ beboere: ['Ola'] });
    expect(play.instance.userTasks.size).toBe(1);
  });

  it('is an incident when the list has no value', () => {
    const play = asking(forEach({ collection: 'beboere + 1' }));

    play.start();

    expect(play.incidents).toEqual(['EXPRESSION spør']);
  });

  it('ends the remaining bodies when the completion condition holds', () => {
    const play = asking(
      forEach({
        outputCollection: 'svarene',
        outputElement: 'svar',
        completionCondition: 'numberOfCompletedInstances = 2 and numberOfActiveInstances = 1 and numberOfInstances = 3',
      }),
    );
    play.start({ beboere: ['Ola', 'Eva', 'Per'] });

    play.complete('spør', { svar: 'ja' });
    play.complete('spør', { svar: 'ja' });

    expect(play.standing).toEqual(['oppsummer']);
    expect(play.variables).toMatchObject({ svarene: ['ja', 'ja', null] });
    expect(play.trace.filter((type) => type === 'UserTaskCancelled')).toHaveLength(1);
  });

  it('ends every body when an event on its edge interrupts; the edge belongs to the whole, not to each body', () => {
    const play = asking(forEach());
    play.start({ beboere: ['Ola', 'Eva'] });
    expect(play.instance.subscriptions.size).toBe(1);

    play.correlate('stopp');

    expect(play.instance.state).toBe('completed');
    expect(play.instance.elements.size).toBe(0);
  });

  it('maps inputs and outputs for each body', () => {
    const play = asking(forEach({ outputCollection: 'navn', outputElement: 'hele' }), {
      inputs: [{ source: 'beboer.navn', target: 'fornavn' }],
      outputs: [{ source: 'fornavn + " " + etternavn', target: 'hele' }],
    });
    play.start({ beboere: [{ navn: 'Ola' }] });

    play.complete('spør', { etternavn: 'Moe' });

    expect(play.variables).toMatchObject({ navn: ['Ola Moe'] });
  });

  it.each([{ outputElement: 'svar + 1' }, { completionCondition: 'svar + 1' }])(
    'is an incident of the body when %j has no value, and the answer is not lost',
    (broken) => {
      const play = asking(forEach({ outputCollection: 'svarene', outputElement: 'svar', ...broken }));
      play.start({ beboere: ['Ola'] });

      play.complete('spør', {});
      expect(play.incidents).toEqual(['EXPRESSION spør']);

      play.resolve({ svar: 1 });
      expect(play.standing).toEqual(['oppsummer']);
    },
  );

  it('shares results with the process when nothing collects them', () => {
    const play = asking(forEach());
    play.start({ beboere: ['Ola', 'Eva'] });

    play.complete('spør', { siste: 'ja' });

    expect(play.variables).toMatchObject({ siste: 'ja' });
  });
});

describe('a sequential multi-instance', () => {
  it('gives one task after the other, in the order of the list as it was at the start', () => {
    const play = asking(forEach({ sequential: true }));
    play.start({ beboere: ['Ola', 'Eva'] });
    expect(bodies(play).map((body) => body.variables)).toEqual([{ beboer: 'Ola', loopCounter: 1 }]);

    play.complete('spør', { beboere: [] });
    expect(bodies(play).map((body) => body.variables)).toEqual([{ beboer: 'Eva', loopCounter: 2 }]);

    play.complete('spør');
    expect(play.standing).toEqual(['oppsummer']);
  });

  it('stops early when the completion condition holds', () => {
    const play = asking(forEach({ sequential: true, completionCondition: 'svar = "ja"' }));
    play.start({ beboere: ['Ola', 'Eva', 'Per'] });

    play.complete('spør', { svar: 'nei' });
    play.complete('spør', { svar: 'ja' });

    expect(play.standing).toEqual(['oppsummer']);
  });
});

describe('a multi-instance sub-process', () => {
  it('runs the whole sub-process for each item, with variables of its own', () => {
    const play = new CasePlayer(
      buildProcess('runde', {
        nodes: [
          startEvent('start'),
          subProcess(
            'vurder',
            { nodes: [startEvent('inne'), userTask('a'), userTask('b')], flows: inOrder('inne', 'a', 'b') },
            { multiInstance: forEach({ outputCollection: 'utfall', outputElement: 'beboer' }) },
          ),
          endEvent('slutt'),
        ],
        flows: inOrder('start', 'vurder', 'slutt'),
      }),
    );
    play.start({ beboere: ['Ola', 'Eva'] });
    expect(play.standing).toEqual(['a', 'a', 'vurder']);

    for (const node of ['a', 'a', 'b', 'b']) play.complete(node);

    expect(play.instance.finalVariables).toMatchObject({ utfall: ['Ola', 'Eva'] });
  });

  it('runs 500 bodies that wait for nothing within the step budget of one command', () => {
    const play = new CasePlayer(
      buildProcess('mange', {
        nodes: [
          startEvent('start'),
          noneTask('tell', { multiInstance: forEach({ collection: 'liste' }) }),
          endEvent('slutt'),
        ],
        flows: inOrder('start', 'tell', 'slutt'),
      }),
    );

    play.start({ liste: Array.from({ length: 500 }, (_, index) => index) });

    expect(play.instance.state).toBe('completed');
  });

  it('works off a list of 6 000 that waits for nothing in one go', () => {
    const play = new CasePlayer(
      buildProcess('mange', {
        nodes: [
          startEvent('start'),
          noneTask('tell', { multiInstance: forEach({ collection: 'liste', sequential: true }) }),
          endEvent('slutt'),
        ],
        flows: inOrder('start', 'tell', 'slutt'),
      }),
    );

    play.start({ liste: Array.from({ length: 6_000 }, (_, index) => index) });

    expect(play.incidents).toEqual([]);
    expect(play.instance.state).toBe('completed');
  });
});
