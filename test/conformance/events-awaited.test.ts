import {
  boundaryEvent,
  catchEvent,
  eventBasedGateway,
  eventSubProcess,
  startEvent,
  subProcess,
  type ScopeSketch,
} from '../support/process-builder.js';
import { expectLaws, happenings, playEvents, weekly, type Happening } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const each = happenings.map((one) => [one.name, one] as const);
const bringing = happenings.filter(({ brings }) => brings).map((one) => [one.name, one] as const);
const mapped = [{ source: 'belop * 2', target: 'dobbelt' }];

type Mapped = { readonly outputs?: typeof mapped };

const caught = ({ trigger }: Happening, options: Mapped = {}): ScopeSketch =>
  sketch([catchEvent('vent', trigger, options)], 'start > vent > etter > slutt');

const onEdge = ({ trigger }: Happening, options: Mapped & { readonly interrupting?: boolean } = {}): ScopeSketch =>
  sketch([boundaryEvent('kant', 'arbeid', { trigger, ...options })], 'start > arbeid > slutt', 'kant > etter > slutt2');

const inside = ({ trigger }: Happening, options: Mapped & { readonly interrupting?: boolean } = {}): ScopeSketch =>
  sketch(
    [eventSubProcess('ved', sketch([startEvent('utlost', trigger, options)], 'utlost > etter > slutt2'))],
    'start > arbeid > slutt',
  );

const behindGateway = ({ trigger }: Happening, options: Mapped = {}): ScopeSketch =>
  sketch(
    [
      eventBasedGateway('valg'),
      catchEvent('vent', trigger, options),
      catchEvent('annet', { kind: 'message', message: 'annet' }),
    ],
    'start > valg > vent > etter > slutt',
    'valg > annet > slutt2',
  );

describe('BPMN 2.0.2 §13.5.2 intermediate catch event', () => {
  it.each(each)('%s: the token waits, and goes on when it happens', (_name, one) => {
    const play = playEvents(caught(one));
    expect(play.standing).toEqual(['vent']);

    one.happen(play, 'vent');

    expect(play.standing).toEqual(['etter']);
    expect(play.entered).toEqual(['start', 'vent', 'etter']);
    expect(play.instance.subscriptions.size + play.instance.timers.size).toBe(0);
  });

  it.each(bringing)('%s: everything it brings goes to the process', (_name, one) => {
    const play = playEvents(caught(one));

    one.happen(play, 'vent', { belop: 40 });

    expect(play.variables).toEqual({ belop: 40 });
  });

  it.each(bringing)('%s: only what it maps goes to the process', (_name, one) => {
    const play = playEvents(caught(one, { outputs: mapped }));

    one.happen(play, 'vent', { belop: 40, internt: 'nei' });

    expect(play.variables).toEqual({ dobbelt: 80 });
  });

  it.each(bringing)('%s: a mapping that fails is an incident that loses nothing', (_name, one) => {
    const play = playEvents(caught(one, { outputs: mapped }));

    one.happen(play, 'vent', { belop: 'førti' });
    expect(play.incidents).toEqual(['EXPRESSION vent']);
    expect(play.standing).toEqual(['vent']);
    play.resolve({ belop: 40 });

    expect(play.incidents).toEqual([]);
    expect(play.standing).toEqual(['etter']);
    expect(play.variables['dobbelt']).toBe(80);
  });

  it.each(each)('%s: somebody may let it go on', (_name, one) => {
    const play = playEvents(caught(one));

    play.trigger('vent');
    if (one.trigger.kind === 'multiple' && one.trigger.parallel) play.trigger('vent');

    expect(play.standing).toEqual(['etter']);
  });
});

describe('BPMN 2.0.2 §13.5.3 boundary event', () => {
  it.each(each)('%s, interrupting: the activity ends and the token leaves by the event', (_name, one) => {
    const play = playEvents(onEdge(one));

    one.happen(play, 'kant');

    expect(play.standing).toEqual(['etter']);
    expect(play.entered).toEqual(['start', 'arbeid', 'kant', 'etter']);
    expect(play.instance.subscriptions.size + play.instance.timers.size).toBe(0);
  });

  it.each(each)('%s, not interrupting: a second token leaves by the event and the activity goes on', (_name, one) => {
    const play = playEvents(onEdge(one, { interrupting: false }));

    one.happen(play, 'kant');
    expect(play.standing).toEqual(['arbeid', 'etter']);
    play.complete('etter');
    play.complete('arbeid');

    expect(play.instance.state).toBe('completed');
  });

  it.each(each.filter(([name]) => name !== 'timer'))('%s, not interrupting: it may happen again', (_name, one) => {
    const play = playEvents(onEdge(one, { interrupting: false }));

    one.happen(play, 'kant');
    one.happen(play, 'kant');

    expect(play.standing).toEqual(['arbeid', 'etter', 'etter']);
  });

  it('cycle, not interrupting: it rings every week', () => {
    const play = playEvents(onEdge({ ...happeningOf('timer'), trigger: weekly }, { interrupting: false }));

    play.ring();
    play.ring();
    play.ring();

    expect(play.standing).toEqual(['arbeid', 'etter', 'etter', 'etter']);
  });

  it.each(bringing)('%s: maps what it brings to where the activity stands', (_name, one) => {
    const play = playEvents(onEdge(one, { outputs: mapped }));

    one.happen(play, 'kant', { belop: 40 });

    expect(play.variables).toEqual({ dobbelt: 80 });
    expect(play.standing).toEqual(['etter']);
  });

  it.each(bringing)('%s: a mapping that fails keeps the token on the event', (_name, one) => {
    const play = playEvents(onEdge(one, { outputs: mapped }));

    one.happen(play, 'kant', { belop: 'førti' });
    expect(play.incidents).toEqual(['EXPRESSION kant']);
    expect(play.standing).toEqual(['kant']);
    play.resolve({ belop: 1 });

    expect(play.standing).toEqual(['etter']);
  });

  it.each(each)('%s: ends the waiting when the activity completes', (_name, one) => {
    const play = playEvents(onEdge(one));

    play.complete('arbeid');

    expect(play.instance.state).toBe('completed');
    expect(play.instance.subscriptions.size + play.instance.timers.size).toBe(0);
  });

  it.each(each)('%s: waits for a multi-instance as a whole', (_name, one) => {
    const play = playEvents(
      sketch(
        [
          subProcess('arbeid', sketch([], 'start-2 > oppgave > slutt-2'), {
            multiInstance: { sequential: false, collection: '[1, 2, 3]' },
          }),
          boundaryEvent('kant', 'arbeid', { trigger: one.trigger }),
        ],
        'start > arbeid > slutt',
        'kant > etter > slutt2',
      ),
    );

    one.happen(play, 'kant');

    expect(play.standing).toEqual(['etter']);
    expect(play.entered.filter((node) => node === 'kant')).toHaveLength(1);
  });
});

describe('BPMN 2.0.2 §13.5.4 event sub-process', () => {
  it.each(each)('%s, interrupting: everything else in the scope ends', (_name, one) => {
    const play = playEvents(inside(one));

    one.happen(play, 'utlost');

    expect(play.standing).toEqual(['etter', 'ved']);
    expect(play.instance.subscriptions.size + play.instance.timers.size).toBe(0);
    play.complete('etter');
    expect(play.instance.state).toBe('completed');
  });

  it.each(each)('%s, not interrupting: the scope goes on and ends when both have ended', (_name, one) => {
    const play = playEvents(inside(one, { interrupting: false }));

    one.happen(play, 'utlost');
    expect(play.standing).toEqual(['arbeid', 'etter', 'ved']);
    play.complete('arbeid');
    expect(play.instance.state).toBe('active');
    play.complete('etter');

    expect(play.instance.state).toBe('completed');
  });

  it.each(each.filter(([name]) => name !== 'timer'))('%s, not interrupting: it may start again', (_name, one) => {
    const play = playEvents(inside(one, { interrupting: false }));

    one.happen(play, 'utlost');
    one.happen(play, 'utlost');

    expect(play.standing).toEqual(['arbeid', 'etter', 'etter', 'ved', 'ved']);
  });

  it.each(bringing)('%s: keeps what it maps to itself', (_name, one) => {
    const play = playEvents(inside(one, { outputs: mapped }));

    one.happen(play, 'utlost', { belop: 40 });

    expect(play.variables).toEqual({});
    const own = [...play.instance.elements.values()].find(({ node }) => node === 'ved');
    expect(own?.variables).toEqual({ dobbelt: 80 });
  });

  it.each(each)('%s: not before its scope begins, and not after it has ended', (_name, one) => {
    const play = playEvents(sketch([subProcess('del', inside(one))], 'startes > foran > del > bak > slutt3'));
    const waits = (): number => play.instance.subscriptions.size + play.instance.timers.size;
    const seen: number[] = [waits()];

    play.complete('foran');
    seen.push(waits());
    play.complete('arbeid');
    seen.push(waits());

    const parts = one.trigger.kind === 'multiple' ? one.trigger.triggers.length : 1;
    expect(seen).toEqual([0, parts, 0]);
    expect(play.standing).toEqual(['bak']);
  });
});

describe('BPMN 2.0.2 §13.4.4 an event behind an event-based gateway', () => {
  it.each(each)('%s: chooses its way, and the others are given up', (_name, one) => {
    const play = playEvents(behindGateway(one));

    one.happen(play, 'vent');

    expect(play.standing).toEqual(['etter']);
    expect(play.entered).toEqual(['start', 'valg', 'vent', 'etter']);
    expect(play.instance.subscriptions.size + play.instance.timers.size).toBe(0);
  });

  it.each(bringing)('%s: maps what it brings', (_name, one) => {
    const play = playEvents(behindGateway(one, { outputs: mapped }));

    one.happen(play, 'vent', { belop: 40 });

    expect(play.variables).toEqual({ dobbelt: 80 });
  });
});

function happeningOf(name: string): Happening {
  const found = happenings.find((one) => one.name === name);
  if (found === undefined) throw new Error(`Expected '${name}' to be something that happens`);
  return found;
}
