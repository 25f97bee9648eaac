import type { EventTrigger } from '../../src/engine/index.js';
import type { CasePlayer } from '../support/case-player.js';
import { caseOf, expectLaws } from '../support/play-events.js';
import {
  boundaryEvent,
  endEvent,
  eventSubProcess,
  exclusiveGateway,
  noneTask,
  parallelGateway,
  scriptTask,
  startEvent,
  subProcess,
  userTask,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';
import { playing } from '../support/play-migration.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

/** A case whose commands may each cause 50 steps. */
function withFifty(inside: ScopeSketch, variables = {}): CasePlayer {
  const player = caseOf(inside);
  player.mostSteps = 50;
  player.start(variables);
  return player;
}

const round = [exclusiveGateway('inn'), exclusiveGateway('valg', { defaultFlow: 'valg-inn' })];
const roundAndOut = ['inn > runde > valg > inn', 'valg > ut : ferdig'] as const;

describe('a cycle that waits for nothing', () => {
  const besideWork = (): CasePlayer =>
    withFifty(
      sketch(
        [parallelGateway('del'), parallelGateway('samle'), noneTask('runde'), noneTask('ut'), ...round],
        'start > del > inn',
        ...roundAndOut,
        'ut > samle',
        'del > arbeid > samle > etter > slutt',
      ),
      { ferdig: false },
    );

  it('is stopped with one incident, and what stands beside it goes on', () => {
    const player = besideWork();
    expect(player.incidents).toHaveLength(1);
    expect(player.incidents[0]).toMatch(/^LOOP_LIMIT (inn|runde|valg)$/);
    player.complete('arbeid');

    expect(player.incidents).toHaveLength(1);
    expect(player.standing).toContain('samle');
    expect(player.standing).not.toContain('etter');
  });

  it('goes on where it stopped when it is resolved, and is stopped again while nothing has changed', () => {
    const player = besideWork();
    player.complete('arbeid');
    const rounds = player.entered.filter((node) => node === 'runde').length;
    player.resolve();
    expect(player.incidents).toHaveLength(1);
    expect(player.entered.filter((node) => node === 'runde').length).toBeGreaterThan(rounds);

    player.resolve({ ferdig: true });
    expect(player.incidents).toEqual([]);
    expect(player.standing).toEqual(['etter']);
  });

  it('whose token is taken away by hand is no incident any more', () => {
    const player = besideWork();
    const token = [...player.instance.tokens.values()].find(({ node }) => node !== 'arbeid');
    if (token === undefined) throw new Error('Expected the token that goes round');
    player.play({ type: 'ModifyProcessInstance', cancel: [{ tokenId: token.id }], start: [{ node: 'ut' }] });
    expect(player.incidents).toEqual([]);
    player.complete('arbeid');

    expect(player.standing).toEqual(['etter']);
  });

  it('in a sub-process that is interrupted is no incident any more', () => {
    const inside = sketch(
      [noneTask('runde'), ...round, noneTask('ut')],
      'start-i > inn',
      ...roundAndOut,
      'ut > slutt-i',
    );
    const player = withFifty(
      sketch(
        [
          subProcess('deler', inside),
          boundaryEvent('stopp', 'deler', { trigger: { kind: 'signal', signal: 'stopp' }, interrupting: true }),
        ],
        'start > deler > slutt',
        'stopp > rydd > slutt2',
      ),
      { ferdig: false },
    );
    expect(player.incidents).toHaveLength(1);
    player.signal('stopp');

    expect(player.incidents).toEqual([]);
    expect(player.standing).toEqual(['rydd']);
  });

  it('goes on by the names of a new version when its case is migrated', () => {
    const drawn = (out: string): ScopeSketch =>
      sketch(
        [noneTask('runde'), ...round],
        'start > inn > runde > valg > inn',
        `valg > ${out} : ferdig = true`,
        `${out} > slutt`,
      );
    const player = playing(drawn('ut'), drawn('ny'));
    expect(player.incidents).toHaveLength(1);
    player.play({ type: 'MigrateProcessInstance', mapping: {} });
    player.resolve({ ferdig: true });

    expect(player.standing).toEqual(['ny']);
  });
});

describe('work that needs more steps than one command may cause', () => {
  it('300 tokens at once: the case stops, and each of them comes to its end when it is resolved until it rests', () => {
    const player = withFifty(
      sketch([noneTask('mange', { completionQuantity: 300 }), noneTask('en')], 'start > mange > en > slutt'),
    );
    let stops = 0;
    for (; player.instance.state === 'active'; stops += 1) {
      expect(player.incidents).toHaveLength(1);
      player.resolve();
    }

    expect(player.instance.state).toBe('completed');
    expect(player.entered.filter((node) => node === 'en')).toHaveLength(300);
    expect(stops).toBeGreaterThan(3);
  });

  it('each event that a multi-instance throws is heard once, wherever it was stopped', () => {
    const signal = { kind: 'signal', signal: 'ferdig' } as const;
    const heard = eventSubProcess(
      'hører',
      sketch([startEvent('start-h', signal, { interrupting: false }), noneTask('skriv')], 'start-h > skriv > slutt-h'),
    );
    const multiInstance = { sequential: false, cardinality: '20', behavior: { kind: 'none', event: signal } } as const;
    const player = caseOf(sketch([noneTask('a', { multiInstance }), heard], 'start > a > etter > slutt'));
    player.mostSteps = 1;
    player.start();
    while (player.incidents.length > 0) player.resolve();

    expect(player.entered.filter((node) => node === 'skriv')).toHaveLength(20);
    expect(player.standing).toEqual(['etter']);
  });

  it('a condition that has become true when it stops occurs when it is resolved', () => {
    const onCondition: EventTrigger = { kind: 'conditional', condition: 'n = 1' };
    const set = { kind: 'feel', script: '1', resultVariable: 'n' } as const;
    const player = caseOf(
      sketch(
        [
          scriptTask('sett', { work: set }),
          parallelGateway('del'),
          userTask('arbeid'),
          boundaryEvent('vakt', 'arbeid', { trigger: onCondition, interrupting: true }),
        ],
        'start > del > sett > slutt',
        'del > arbeid > slutt2',
        'vakt > etter > slutt3',
      ),
    );
    player.mostSteps = 8;
    player.start({ n: 0 });
    const kept = [...player.instance.incidents.values()].flatMap(({ pending = [] }) => pending.map(({ kind }) => kind));
    expect(kept).toEqual(['occur']);
    expect(player.standing).toEqual(['arbeid']);
    player.resolve();

    expect(player.standing).toEqual(['etter']);
    expect(player.incidents).toEqual([]);
  });

  it('a scope that a condition still has to occur in is not complete before it has', () => {
    const onCondition: EventTrigger = { kind: 'conditional', condition: 'n = 1' };
    const inside = (guard: NodeSketch): ScopeSketch =>
      sketch(
        [
          scriptTask('sett', { work: { kind: 'feel', script: '1', resultVariable: 'n' } }),
          parallelGateway('del'),
          guard,
        ],
        'start > del > sett > slutt',
        'del > arbeid > slutt2',
      );
    const guard = eventSubProcess(
      'vakt',
      sketch([startEvent('start-v', onCondition, { interrupting: false })], 'start-v > etter > slutt-v'),
    );
    const player = caseOf(inside(guard));
    player.mostSteps = 8;
    player.start({ n: 0 });
    expect(player.incidents).toEqual(['LOOP_LIMIT start-v']);
    player.mostSteps = undefined;
    player.complete('arbeid');
    expect(player.instance.state).toBe('active');
    player.resolve();

    expect(player.standing).toEqual(['etter', 'vakt']);
  });
});

describe('what a case still had to do when an incident was raised', () => {
  it('a multi-instance whose event cannot be thrown throws it when that is put right, and is complete only then', () => {
    const event = { kind: 'error', code: '=kode' } as const;
    const multiInstance = { sequential: true, cardinality: '1', behavior: { kind: 'none', event } } as const;
    const player = withFifty(
      sketch(
        [
          userTask('a', { multiInstance }),
          boundaryEvent('fanget', 'a', { trigger: { kind: 'error', code: 'E' }, interrupting: true }),
        ],
        'start > a > b > slutt',
        'fanget > c > slutt2',
      ),
      { kode: 'F' },
    );
    player.complete('a');
    expect(player.incidents).toEqual(['UNCAUGHT_ERROR a']);
    expect(player.standing).toEqual(['a']);
    player.resolve({ kode: 'E' });

    expect(player.standing).toEqual(['c']);
  });

  it('an event for both of 2 messages that cannot be awaited anew is awaited when that is put right', () => {
    const both: EventTrigger = {
      kind: 'multiple',
      parallel: true,
      triggers: [
        { kind: 'message', message: 'en' },
        { kind: 'message', message: 'to', correlationKey: 'sak' },
      ],
    };
    const player = withFifty(
      sketch(
        [
          userTask('arbeid'),
          boundaryEvent('begge', 'arbeid', { trigger: both, interrupting: false }),
          endEvent('slutt2'),
        ],
        'start > arbeid > slutt',
        'begge > slutt2',
      ),
      { sak: 'S1' },
    );
    player.correlate('begge');
    player.play({ type: 'SetVariables', variables: { sak: null } });
    player.correlate('begge');
    expect(player.incidents).toEqual(['EXPRESSION begge']);
    expect(player.instance.subscriptions.size).toBe(0);

    player.resolve({ sak: 'S2' });
    expect(player.incidents).toEqual([]);
    expect(player.instance.subscriptions.size).toBe(2);
  });
});
