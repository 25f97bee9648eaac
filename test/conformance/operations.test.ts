import { effectsOf, restartOf } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import { flows, userTask } from '../support/bpmn-xml.js';
import { CasePlayer } from '../support/case-player.js';
import { playXml } from '../support/play-xml.js';
import { buildProcess, inOrder, startEvent, subProcess, userTask as task } from '../support/process-builder.js';

const answer = (play: CasePlayer, command: Parameters<CasePlayer['ask']>[0]): string => {
  const decision = play.ask(command);
  return decision.ok ? 'accepted' : decision.rejection.reason;
};
const timer = `<intermediateCatchEvent id="vent"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>`;
const waiting = async (): Promise<CasePlayer> => {
  const play = await playXml(`<startEvent id="start"/>${timer}${userTask('vurder')}${flows('start > vent > vurder')}`);
  play.start({ a: 1 });
  return play;
};

describe('engine.md §1 suspend and resume', () => {
  it('a suspended instance refuses every command but resuming, cancelling and looking at it', async () => {
    const play = await playXml(`<startEvent id="start"/>${userTask('vurder')}${flows('start > vurder')}`);
    play.start();
    const { id: userTaskId } = play.task('vurder');
    play.play({ type: 'SuspendProcessInstance' });

    expect(play.instance.suspended).toBe(true);
    expect(answer(play, { type: 'ClaimUserTask', userTaskId })).toBe('process-instance-suspended');
    expect(answer(play, { type: 'SetVariables', variables: {} })).toBe('process-instance-suspended');
    expect(answer(play, { type: 'SuspendProcessInstance' })).toBe('process-instance-suspended');
    expect(answer(play, { type: 'CancelProcessInstance', reason: 'trukket' })).toBe('accepted');
    const before = play.instance;
    const looked = play.play({ type: 'LookAtCase', noteId: idOf<'AttentionNote'>('notat-1') });

    expect(looked).toEqual([expect.objectContaining({ type: 'CaseLookedAt', noteId: 'notat-1' })]);
    expect(play.instance).toEqual({ ...before, revision: before.revision + 1 });
    play.play({ type: 'ResumeProcessInstance' });
    play.complete('vurder');
    expect(play.instance.state).toBe('completed');
  });

  it('a timer that rings meanwhile stays set, and its host is asked to ring it after the resumption', async () => {
    const play = await waiting();
    const [set] = play.instance.timers.values();
    if (set === undefined) throw new Error('Expected a timer');
    play.play({ type: 'SuspendProcessInstance' });
    play.at = set.dueAt;

    expect(answer(play, { type: 'TriggerTimer', timerId: set.id })).toBe('process-instance-suspended');
    play.at = '2026-12-01T09:00:00.000Z';
    const effects = play.play({ type: 'ResumeProcessInstance' }).flatMap(effectsOf);

    expect(effects).toEqual([expect.objectContaining({ type: 'ScheduleTimer', timerId: set.id, dueAt: set.dueAt })]);
    play.ring();
    expect(play.standing).toEqual(['vurder']);
  });

  it('asks for no alarm that is still to come', async () => {
    const play = await waiting();
    play.play({ type: 'SuspendProcessInstance' });

    expect(play.play({ type: 'ResumeProcessInstance' }).flatMap(effectsOf)).toEqual([]);
  });

  it('an instance that is not suspended cannot be resumed', async () => {
    expect(answer(await waiting(), { type: 'ResumeProcessInstance' })).toBe('process-instance-not-suspended');
  });
});

describe('engine.md §1 set variables', () => {
  it('writes to the process when nothing else is said', async () => {
    const play = await waiting();

    play.play({ type: 'SetVariables', variables: { a: 2, b: 3 } });

    expect(play.variables).toEqual({ a: 2, b: 3 });
  });

  it('writes into one scope, and hides what is outside', async () => {
    const play = await waiting();
    const element = [...play.instance.elements.values()].find(({ node }) => node === 'vent');
    if (element === undefined) throw new Error('Expected an element');

    play.play({ type: 'SetVariables', elementInstanceId: element.id, variables: { a: 9 } });

    expect(play.variables).toEqual({ a: 1 });
    expect(play.instance.elements.get(element.id)?.variables).toEqual({ a: 9 });
  });

  it('is refused for a scope that is not alive', async () => {
    const play = await waiting();

    expect(answer(play, { type: 'SetVariables', elementInstanceId: idOf('sak-99'), variables: {} })).toBe(
      'scope-not-found',
    );
  });
});

describe('engine.md §1 fire a timer early', () => {
  it('an early ring is refused unless it is meant', async () => {
    const play = await waiting();
    const [timerId] = play.instance.timers.keys();
    if (timerId === undefined) throw new Error('Expected a timer');

    expect(answer(play, { type: 'TriggerTimer', timerId })).toBe('timer-not-active');
    play.play({ type: 'TriggerTimer', timerId, early: true });

    expect(play.standing).toEqual(['vurder']);
  });
});

describe('BPMN 2.0.2 §13.2 where a process begins', () => {
  const message = { kind: 'message', message: 'svar' } as const;
  const process = (nodes: Parameters<typeof buildProcess>[1]['nodes'], ...ways: readonly (readonly string[])[]) =>
    new CasePlayer(buildProcess('prosess', { nodes, flows: ways.flatMap((way) => inOrder(...way)) }));

  it('the only none start event fires, though there are start events of other kinds', () => {
    const play = process(
      [startEvent('melding', message), startEvent('vanlig'), task('a'), task('b')],
      ['melding', 'a'],
      ['vanlig', 'b'],
    );

    play.start();

    expect(play.standing).toEqual(['b']);
  });

  it('two none start events are ambiguous, and named', () => {
    const play = process([startEvent('en'), startEvent('to'), task('a'), task('b')], ['en', 'a'], ['to', 'b']);

    const decision = play.ask({ type: 'StartProcessInstance', processInstanceId: play.id, variables: {} });

    expect(decision).toEqual({
      ok: false,
      rejection: { reason: 'ambiguous-start', processKey: 'prosess', startEvents: ['en', 'to'] },
    });
    play.start({}, 'to');
    expect(play.standing).toEqual(['b']);
  });

  it('start events, but no none one: there is nothing to start at unless it is named', () => {
    const play = process([startEvent('melding', message), task('a')], ['melding', 'a']);

    expect(answer(play, { type: 'StartProcessInstance', processInstanceId: play.id, variables: {} })).toBe(
      'no-start-event',
    );
    play.start({}, 'melding');
    expect(play.standing).toEqual(['a']);
  });

  it('without any start event, every node that no flow leads to begins', () => {
    const play = process([task('a'), task('b'), task('c')], ['a', 'c']);

    play.start();

    expect(play.standing).toEqual(['a', 'b']);
  });
});

describe('engine.md §1 start at an element, restart an ended instance', () => {
  const sketch = {
    nodes: [startEvent('start'), task('a'), task('b'), task('c')],
    flows: inOrder('start', 'a', 'b', 'c'),
  };
  const begin = (play: CasePlayer, ...nodes: readonly string[]) =>
    play.play({
      type: 'StartProcessInstance',
      processInstanceId: play.id,
      variables: { n: 1 },
      startAt: nodes.map((node) => ({ node })),
    });

  it('begins at the nodes that are named, and nowhere else', () => {
    const play = new CasePlayer(buildProcess('prosess', sketch));

    begin(play, 'b', 'c');

    expect(play.standing).toEqual(['b', 'c']);
    expect(play.variables).toEqual({ n: 1 });
  });

  it('begins inside a sub-process, which is made around it', () => {
    const inside = { nodes: [startEvent('inn'), task('x'), task('y')], flows: inOrder('inn', 'x', 'y') };
    const nodes = [startEvent('start'), subProcess('del', inside), task('b')];
    const play = new CasePlayer(buildProcess('prosess', { nodes, flows: inOrder('start', 'del', 'b') }));

    begin(play, 'y');
    expect(play.standing).toEqual(['del', 'y']);

    play.complete('y');
    expect(play.standing).toEqual(['b']);
  });

  it('is refused at a node that the process does not have', () => {
    const play = new CasePlayer(buildProcess('prosess', sketch));
    const startAt = [{ node: 'd' }];
    const start = { type: 'StartProcessInstance', processInstanceId: play.id, variables: {}, startAt } as const;

    expect(play.ask(start)).toMatchObject({
      ok: false,
      rejection: { reason: 'modification-impossible', problems: [{ element: 'd', reason: 'node-missing' }] },
    });
  });

  it('an ended instance is taken up again as a new one, with what it knew, where it should go on', () => {
    const play = new CasePlayer(buildProcess('prosess', sketch));
    play.start({ sak: 7 });
    expect(restartOf(play.instance, idOf('sak'))).toBeUndefined();
    play.play({ type: 'CancelProcessInstance', reason: 'trukket' });

    const restart = restartOf(play.instance, idOf('sak'), [{ node: 'c' }]);
    const again = new CasePlayer(buildProcess('prosess', sketch));
    if (restart !== undefined) again.play({ ...restart, reason: 'Avsluttet for tidlig' });

    expect(again.standing).toEqual(['c']);
    expect(again.variables).toEqual({ sak: 7 });
    expect(again.journal.slice(0, 2)).toMatchObject([
      { type: 'ProcessInstanceStarted', restarts: 'sak' },
      { type: 'ReasonGiven', command: 'restart', reason: 'Avsluttet for tidlig' },
    ]);
  });
});

describe('engine.md §2.3 invariant W: somebody owns the next step', () => {
  const message = `<intermediateCatchEvent id="vent"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>`;
  const untouched = ({ instance }: CasePlayer) => [...instance.incidents.values()].map(({ code }) => code);
  const waitingForAMessage = () =>
    playXml(`<startEvent id="start"/>${message}${userTask('vurder')}${flows('start > vent > vurder')}`, {
      beside: '<message id="m" name="svar"/>',
    });

  it('what waits for a message alone is an incident only where that is watched, or reported', async () => {
    const play = await waitingForAMessage();
    play.start();

    expect(untouched(play)).toEqual([]);
    expect(answer(play, { type: 'ReportUntouched' })).toBe('accepted');
    play.play({ type: 'ReportUntouched' });
    expect(untouched(play)).toEqual(['UNTOUCHED']);
    expect(answer(play, { type: 'ReportUntouched' })).toBe('next-step-owned');
  });

  it('a timer owns the next step: there is nothing to report', async () => {
    const play = await waiting();

    expect(answer(play, { type: 'ReportUntouched' })).toBe('next-step-owned');
  });
});

describe('why an operator does something by hand', () => {
  it('is a fact before what follows, that changes nothing of the instance; without a reason there is none', async () => {
    const [told, silent] = [await waiting(), await waiting()];
    const variables = { a: 2 };

    const events = told.play({ type: 'SetVariables', variables, reason: 'Feil i søknaden' });
    silent.play({ type: 'SetVariables', variables });

    expect(events[0]).toMatchObject({ type: 'ReasonGiven', command: 'set-variables', reason: 'Feil i søknaden' });
    expect(told.instance).toEqual({ ...silent.instance, revision: silent.instance.revision + 1 });
    expect(answer(told, { type: 'ResumeProcessInstance', reason: 'Ferdig' })).toBe('process-instance-not-suspended');
  });
});
