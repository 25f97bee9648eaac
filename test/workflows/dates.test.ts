import { nextRing } from '../../src/engine/index.js';
import type { PathStep } from './path-player.js';
import { definitionOf, PathPlayer } from './path-player.js';
import { deadlineRegister } from './deadline-register.js';

const noMeeting: PathStep = { task: 'kartlegg-behov', give: { trengerSamarbeidsmote: false } };

/** Plays a case up to a step and gives what it is waiting for. */
async function played(key: string, from: { at: string }, steps: readonly PathStep[]): Promise<PathPlayer> {
  const player = await PathPlayer.start(key, {}, from);
  for (const step of steps) player.play(step);
  return player;
}

/** Alarms of a node in order: what for, when, and who hears it. */
const alarmsOf = ({ case: { instance } }: PathPlayer, node: string): readonly string[] =>
  [...instance.timers.values()]
    .filter((timer) => timer.node === node)
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
    .map(({ purpose, dueAt, to }) => [purpose, dueAt.slice(0, 16), to].filter(Boolean).join(' '));

describe('the deadline register', () => {
  it('names every version of a rule once', () => {
    const ids = deadlineRegister.map(({ id, validFrom }) => `${id} ${validFrom}`);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds the deadlines of the first path: D01, D02, D04, D10, D11, D12, D14, D30 and D-MP', () => {
    const ids = deadlineRegister.map(({ id }) => id);

    expect(ids).toEqual(expect.arrayContaining(['D01', 'D02', 'D04', 'D10', 'D11', 'D12', 'D14', 'D30', 'D-MP']));
  });

  it('moves rights forward to a working day and our own targets backward', () => {
    const roundings = (kind: string): readonly string[] => [
      ...new Set(deadlineRegister.filter((rule) => rule.kind === kind).map(({ rounding }) => rounding)),
    ];

    expect(roundings('right')).toEqual(['forward', 'none']);
    expect(roundings('authority')).toEqual(['backward', 'none']);
  });
});

describe('an application that was received on 25 November 2026', () => {
  it('asks for an interim reply on 17 December, reminds on the 22nd, tells the leader when our target of the 24th is over, and again when the 28th of the law is', async () => {
    const application = await played('boligtildeling', { at: '2026-11-25T09:00:00.000Z' }, [noMeeting]);
    application.play({ ring: 'en-uke-til-svarfristen' });
    expect(application.case.at).toBe('2026-12-17T07:00:00.000Z');

    const player = await played('forelopig-svar', { at: application.case.at }, []);

    expect(player.case.task('send-forelopig-svar').deadline).toMatchObject({ rule: 'D02', dueOn: '2026-12-24' });
    expect(alarmsOf(player, 'send-forelopig-svar')).toEqual([
      'reminder 2026-12-22T07:00 assignee',
      'breach 2026-12-24T23:00 hvk-leder',
      'reminder 2026-12-28T07:00 assignee',
      'escalation 2026-12-28T07:00 leader',
      'legal-breach 2026-12-28T23:00 hvk-leder',
    ]);
  });

  it('may be appealed until 28 December when the decision arrived on Friday 4 December', async () => {
    const player = await played('boligtildeling', { at: '2026-11-25T09:00:00.000Z' }, [
      noMeeting,
      { task: 'fatt-vedtak', give: { resultat: 'avslag' } },
      { task: 'godkjenn-vedtak', give: { godkjent: true } },
      { task: 'registrer-mottak', give: { vedtakMottattOn: '2026-12-04' } },
    ]);

    expect(alarmsOf(player, 'klagefrist')).toEqual(['event 2026-12-28T23:00']);
  });
});

describe('an offer that was sent on Friday 18 December 2026', () => {
  it('may be answered until Monday 28 December; the team calls the applicant on the 29th', async () => {
    const player = await played('tilbud', { at: '2026-12-18T09:00:00.000Z' }, [
      { task: 'velg-boliger' },
      { task: 'hold-visning' },
      { task: 'hold-visning' },
    ]);

    expect(player.case.task('svar-pa-tilbud')).toMatchObject({ assignee: 'siv', deadline: { dueOn: '2026-12-28' } });
    expect(alarmsOf(player, 'svar-pa-tilbud')).toEqual([
      'reminder 2026-12-24T07:00 assignee',
      'reminder 2026-12-27T07:00 assignee',
      'breach 2026-12-28T23:00 bst',
    ]);
    expect(alarmsOf(player, 'svarfristen-er-ute')).toEqual(['event 2026-12-29T07:00']);
  });
});

describe('a hearing that was published on 23 November 2026', () => {
  it('runs over Christmas until 4 January 2027 is over', async () => {
    const player = await played('boligutvikling', { at: '2026-11-23T09:00:00.000Z' }, [
      { task: 'samle-behov' },
      { task: 'godkjenn-behovsbilde' },
      { task: 'skriv-saksframlegg' },
      { task: 'registrer-prinsippvedtak' },
      { task: 'finn-tomter' },
      { task: 'innstill-tomt' },
      { task: 'publiser-horing', give: { publisertOn: '2026-11-23' } },
    ]);

    expect(alarmsOf(player, 'horingsfrist')).toEqual(['event 2027-01-04T23:00']);
  });
});

describe('a participation checkpoint on 14 December 2026', () => {
  it('reminds 14, 7 and 2 days before, tells the leader on the day and asks again the day after', async () => {
    const player = await played('medvirkningspunkt', { at: '2026-11-23T09:00:00.000Z' }, [
      { task: 'inviter-til-medvirkning', give: { handling: 'inviter', motedato: '2026-12-14' } },
    ]);

    expect(player.case.task('svar-pa-invitasjon').participation).toBe('MP-B4');
    expect(alarmsOf(player, 'svar-pa-invitasjon')).toEqual([
      'reminder 2026-11-30T07:00 assignee',
      'reminder 2026-12-07T07:00 assignee',
      'reminder 2026-12-12T07:00 assignee',
      'escalation 2026-12-14T07:00 kd',
      'breach 2026-12-14T23:00 prosjektleder',
    ]);
    expect(alarmsOf(player, 'ingen-svarte')).toEqual(['event 2026-12-15T07:00']);
  });
});

describe('the weekly round of Tuesday 1 December 2026', () => {
  it('reminds on Friday, tells the leader on Monday and is skipped an hour before the next round', async () => {
    const player = await played('ventelisterunde', { at: '2026-12-01T08:00:00.000Z' }, []);

    const [first = ''] = alarmsOf(player, 'vurder-oppforing');
    expect(first).toBe('reminder 2026-12-04T07:00 assignee');
    expect(alarmsOf(player, 'vurder-oppforing')).toContain('escalation 2026-12-07T07:00 bst-leder');
    expect(alarmsOf(player, 'runden-ble-ikke-lukket')).toEqual(['event 2026-12-08T07:00']);
  });

  it('is moved to Wednesday when Tuesday is 1 May', async () => {
    const { nodes } = await definitionOf('ventelisterunde');
    const start = nodes.get('rundedagen');
    if (start?.kind !== 'startEvent' || start.trigger.kind !== 'timer' || start.trigger.schedule.kind !== 'cycle') {
      throw new Error('Expected the round to start by a cycle');
    }
    const { expression, rounding = 'backward' } = start.trigger.schedule;
    const when = { setAt: '2029-01-01T00:00:00.000Z', after: '2029-04-24T12:00:00.000Z', rounding };

    expect(nextRing(String(JSON.parse(expression)), when)?.dueAt).toBe('2029-05-02T07:00:00.000Z');
  });
});
