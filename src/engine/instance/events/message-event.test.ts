import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  boundaryEvent,
  buildProcess,
  catchEvent,
  endEvent,
  flow,
  inOrder,
  startEvent,
  userTask,
} from '../../../../test/support/process-builder.js';

const answer = { kind: 'message', message: 'svar', correlationKey: 'saksnummer' } as const;

const offer = (interrupting: boolean): CasePlayer =>
  new CasePlayer(
    buildProcess('tilbud', {
      nodes: [
        startEvent('start'),
        userTask('visning'),
        boundaryEvent('trukket', 'visning', { trigger: answer, interrupting }),
        userTask('rydd'),
        endEvent('slutt'),
      ],
      flows: [...inOrder('start', 'visning', 'slutt'), flow('trukket', 'rydd')],
    }),
  );

describe('a message catch event', () => {
  const listening = (): CasePlayer =>
    new CasePlayer(
      buildProcess('vent', {
        nodes: [startEvent('start'), catchEvent('svar', answer), endEvent('slutt')],
        flows: inOrder('start', 'svar', 'slutt'),
      }),
    );

  it('waits by name and key, and takes over what the message says', () => {
    const play = listening();
    play.start({ saksnummer: 2026 });
    expect([...play.instance.subscriptions.values()]).toMatchObject([{ message: 'svar', correlationKey: '2026' }]);

    play.correlate('svar', { ja: true });

    expect(play.instance.finalVariables).toEqual({ saksnummer: 2026, ja: true });
    expect(play.instance.subscriptions.size).toBe(0);
  });

  it('is an incident without a key', () => {
    const play = listening();

    play.start();

    expect(play.incidents).toEqual(['EXPRESSION svar']);
  });

  it('is an incident when the key has no value', () => {
    const play = new CasePlayer(
      buildProcess('vent', {
        nodes: [startEvent('start'), catchEvent('svar', { ...answer, correlationKey: 'sak + 1' })],
        flows: inOrder('start', 'svar'),
      }),
    );

    play.start();

    expect(play.incidents).toEqual(['EXPRESSION svar']);
  });

  it('may wait by name alone', () => {
    const play = new CasePlayer(
      buildProcess('vent', {
        nodes: [startEvent('start'), catchEvent('svar', { kind: 'message', message: 'svar' })],
        flows: inOrder('start', 'svar'),
      }),
    );

    play.start();

    expect([...play.instance.subscriptions.values()][0]).not.toHaveProperty('correlationKey');
  });
});

describe('a message on the edge of a task', () => {
  it('interrupts the task', () => {
    const play = offer(true);
    play.start({ saksnummer: 'a' });

    play.correlate('trukket', { grunn: 'flyttet' });

    expect(play.standing).toEqual(['rydd']);
    expect(play.variables).toMatchObject({ grunn: 'flyttet' });
    expect(play.instance.subscriptions.size).toBe(0);
  });

  it('can come twice when it does not interrupt, each time under a new subscription', () => {
    const play = offer(false);
    play.start({ saksnummer: 'a' });
    const [first] = play.instance.subscriptions.keys();

    play.correlate('trukket');
    play.correlate('trukket');

    expect(play.standing).toEqual(['rydd', 'rydd', 'visning']);
    expect([...play.instance.subscriptions.keys()]).not.toContain(first);
    expect(play.instance.subscriptions.size).toBe(1);
  });
});

describe('a catch event without a trigger', () => {
  it('occurs at once', () => {
    const play = new CasePlayer(
      buildProcess('milepæl', {
        nodes: [startEvent('start'), catchEvent('milepæl', { kind: 'none' }), endEvent('slutt')],
        flows: inOrder('start', 'milepæl', 'slutt'),
      }),
    );

    play.start();

    expect(play.instance.state).toBe('completed');
  });
});
