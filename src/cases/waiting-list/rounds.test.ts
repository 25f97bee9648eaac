import { createWrittenNotices } from '../../../test/support/written-notices.js';
import { createMemoryWaitingList } from '../../../test/support/memory-waiting-list.js';
import { rulesWith } from '../../../test/support/priority-key.js';
import { idOf } from '../../shared/id.js';
import { createBuildRound } from './build-round.js';
import { createCloseRound } from './close-round.js';
import { createSkipRound } from './skip-round.js';
import type { OutcomeParts } from './write-outcome.js';

const tenant = idOf<'Tenant'>('trondheim');
const ola = idOf<'ProcessInstance'>('ola');
const siv = idOf<'ProcessInstance'>('siv');

const roundJob = (week: number, variables = {}) => ({
  tenant,
  key: `runde-${week}/job-1`,
  processInstanceId: idOf<'ProcessInstance'>(`runde-${week}`),
  node: 'runde-hoppet-over',
  headers: {},
  variables,
  at: `2026-12-${String(1 + 7 * (week - 49)).padStart(2, '0')}T08:00:00.000Z`,
});

async function waitingListOfTwo() {
  const list = createMemoryWaitingList();
  await list.enter(tenant, { processInstanceId: siv, title: 'Siv', enteredAt: '2026-11-20T08:00:00.000Z', need: {} });
  await list.enter(tenant, { processInstanceId: ola, title: 'Ola', enteredAt: '2026-11-21T08:00:00.000Z', need: {} });
  return list;
}

const journalOf = (
  decided: readonly { readonly processInstanceId: string; readonly utfall: string }[],
): OutcomeParts['cases'] => ({
  journal: async () =>
    decided.map((result, seq) => ({
      seq,
      actor: idOf<'Actor'>('bjorn'),
      event: {
        type: 'MultiInstanceProgressed',
        elementInstanceId: idOf<'ElementInstance'>('runde-3'),
        loopIndex: 0,
        step: 'completed',
        result,
        at: '2026-12-01T08:00:00.000Z',
      },
    })),
});

/** Notes every look that is said to have been taken; the case has ended by then, which changes nothing. */
const looksIn = (looks: string[]): OutcomeParts['handler'] => ({
  handle: async ({ processInstanceId, command, note }) => {
    looks.push(`${command.actor.id} ${processInstanceId} ${note?.text ?? ''}`);
    return { ok: false, rejection: { reason: 'process-instance-ended', processInstanceId, state: 'completed' } };
  },
});

const noHomes = { buildings: async () => [], homes: async () => [] };

/** A round of which nobody knows who judged. */
const nobody = { handler: looksIn([]), cases: journalOf([]) };

type Told = (readonly [message: string, key: string | undefined, variables: unknown])[];

/** Notes every message that is sent. */
const toldIn = (told: Told): OutcomeParts['messages'] => ({
  correlate: async (_tenant, { message, key, variables }) => {
    told.push([message, key, variables]);
    return { correlated: [], started: [], isKept: false };
  },
});

/** The skipped round with leaders who get mail, and a journal of what the round had decided. */
async function skippedRounds(decided: readonly { readonly processInstanceId: string; readonly utfall: string }[] = []) {
  const list = await waitingListOfTwo();
  const { postbox, rows: sent, rules } = await createWrittenNotices();
  const told: Told = [];
  const looks: string[] = [];
  const job = createSkipRound({
    list,
    messages: toldIn(told),
    rules,
    postbox,
    publicUrl: 'https://boligflyt.trondheim.kommune.no',
    directory: {
      person: async () => undefined,
      membersOf: async (_tenant, [group = '']) => [{ id: idOf<'Actor'>(group), name: group, groups: [group] }],
    },
    cases: journalOf(decided),
    handler: looksIn(looks),
  });
  return { list, job, sent, told, looks };
}

describe('the weekly round', () => {
  it('lists everybody who waits, those whom earlier rounds missed on top', async () => {
    const list = await waitingListOfTwo();
    await list.review(tenant, { processInstanceId: ola, round: 'r48', outcome: 'ikke-vurdert', on: '2026-11-24' });

    const { oppforinger } = await createBuildRound({ list, rules: await rulesWith(), homes: noHomes })(roundJob(49));

    expect(oppforinger).toMatchObject([
      { id: 'ola', ikkeVurdertRunder: 1, ventetDager: 10 },
      { id: 'siv', ikkeVurdertRunder: 0, ventetDager: 11 },
    ]);
  });

  it('then by the priority key, then by who has waited longest; and keeps where it put each with the outcome', async () => {
    const list = await waitingListOfTwo();
    const mona = {
      processInstanceId: idOf<'ProcessInstance'>('mona'),
      title: 'Mona',
      enteredAt: '2026-11-22T08:00:00.000Z',
    };
    await list.enter(tenant, { ...mona, need: {}, circumstances: { utrygtNa: true } });
    const built = await createBuildRound({ list, rules: await rulesWith(), homes: noHomes })(roundJob(49));

    expect(built['oppforinger']).toMatchObject([
      {
        id: 'mona',
        plassering: { plassgruppe: 1, regelVersjon: 1, grunner: [{ vilkar: 'B', grunn: 'Bor utrygt nå' }] },
      },
      { id: 'siv', plassering: { plassgruppe: 4 } },
      { id: 'ola', plassering: { plassgruppe: 4 } },
    ]);
    const vurderinger = ['mona', 'siv', 'ola'].map((id) => ({ processInstanceId: id, utfall: 'uendret' }));
    await createCloseRound({ ...nobody, list, messages: toldIn([]) })(roundJob(49, { ...built, vurderinger }));

    const reviews = await list.reviews(tenant, { from: '2026-12-01', to: '2026-12-01' });
    expect(reviews.map(({ placement }) => placement)).toMatchObject([
      { plassgruppe: 4, regelVersjon: 1 },
      { plassgruppe: 4, regelVersjon: 1 },
      { plassgruppe: 1, regelVersjon: 1, forhold: { utrygtNa: true } },
    ]);
  });

  it('scenario 2: cannot be closed while one entry lacks an outcome, and says which', async () => {
    const list = await waitingListOfTwo();
    const close = createCloseRound({
      ...nobody,
      list,
      messages: { correlate: async () => ({ correlated: [], started: [], isKept: false }) },
    });

    const closing = close(
      roundJob(49, {
        oppforinger: [{ processInstanceId: 'siv' }, { processInstanceId: 'ola' }],
        vurderinger: [{ processInstanceId: 'siv', utfall: 'uendret', begrunnelse: 'Ingen ledig bolig' }],
      }),
    );

    await expect(closing).rejects.toThrow("'Ola'");
    expect(await list.reviewedIn(tenant, 'runde-49')).toEqual([]);
  });

  it('scenario 11: cannot be closed while somebody above who gets an offer was given no reason, and says who', async () => {
    const list = await waitingListOfTwo();
    const close = createCloseRound({ ...nobody, list, messages: toldIn([]) });

    const closing = close(
      roundJob(49, {
        oppforinger: [
          { processInstanceId: 'siv', tittel: 'Siv' },
          { processInstanceId: 'ola', tittel: 'Ola' },
        ],
        vurderinger: [
          { processInstanceId: 'siv', utfall: 'uendret' },
          { processInstanceId: 'ola', utfall: 'tilbud', begrunnelse: 'Står uten bolig' },
        ],
      }),
    );

    await expect(closing).rejects.toThrow("passed over, but 'Siv' has none");
    expect(await list.reviewedIn(tenant, 'runde-49')).toEqual([]);
  });

  it('tells the case that gets an offer, and nobody else', async () => {
    const list = await waitingListOfTwo();
    const told: Told = [];
    const close = createCloseRound({ ...nobody, list, messages: toldIn(told) });

    await close(
      roundJob(49, {
        oppforinger: [{ processInstanceId: 'siv' }, { processInstanceId: 'ola' }],
        vurderinger: [
          { processInstanceId: 'siv', utfall: 'tilbud', begrunnelse: 'To leiligheter er ledige' },
          { processInstanceId: 'ola', utfall: 'uendret', begrunnelse: 'Ingen som passer' },
        ],
      }),
    );

    expect(told).toEqual([['bolig-ledig', 'siv', {}]]);
    expect((await list.active(tenant)).map(({ lastReviewedOn }) => lastReviewedOn)).toEqual([
      '2026-12-01',
      '2026-12-01',
    ]);
  });
});

it('takes an entry off the list only after its case has been told why', async () => {
  const list = await waitingListOfTwo();
  const told: Told = [];
  const outcome = (processInstanceId: string, utfall: string, begrunnelse: string) => ({
    ...{ processInstanceId, utfall, begrunnelse },
  });
  const closing = roundJob(49, {
    oppforinger: [{ processInstanceId: 'siv' }, { processInstanceId: 'ola' }],
    vurderinger: [outcome('siv', 'ut', 'Du har kjøpt bolig'), outcome('ola', 'uendret', 'Ingen som passer')],
  });
  const deaf = { correlate: async () => Promise.reject(new Error('Expected an answer, but the connection broke')) };

  await expect(createCloseRound({ ...nobody, list, messages: deaf })(closing)).rejects.toThrow('broke');
  expect((await list.active(tenant)).length).toBe(2);
  await createCloseRound({ ...nobody, list, messages: toldIn(told) })(closing);

  expect(told).toEqual([['tatt-av-lista', 'siv', { tattAvListaBegrunnelse: 'Du har kjøpt bolig' }]]);
  expect((await list.active(tenant)).map(({ processInstanceId }) => processInstanceId)).toEqual(['ola']);
});

it('keeps the outcome of an offer when its worker is killed right after the case heard of it and left the list', async () => {
  const list = await waitingListOfTwo();
  const outcomes = [
    { processInstanceId: 'siv', utfall: 'tilbud', begrunnelse: 'To leiligheter er ledige' },
    { processInstanceId: 'ola', utfall: 'uendret', begrunnelse: 'Ingen som passer' },
  ];
  const closing = roundJob(49, { oppforinger: outcomes, vurderinger: outcomes });
  const dying: OutcomeParts['messages'] = {
    correlate: async () => {
      await list.leave(tenant, { processInstanceId: siv, reason: 'Fikk tilbud', at: closing.at });
      throw new Error('Expected a worker, but it was killed');
    },
  };

  await expect(createCloseRound({ ...nobody, list, messages: dying })(closing)).rejects.toThrow('killed');
  await createCloseRound({ ...nobody, list, messages: toldIn([]) })(closing);

  const reviews = await list.reviews(tenant, { from: '2026-12-01', to: '2026-12-01' });
  expect(reviews.map(({ processInstanceId, outcome }) => `${processInstanceId} ${outcome}`).toSorted()).toEqual([
    'ola uendret',
    'siv tilbud',
  ]);
});

describe('a round that is skipped', () => {
  it('tells the team leader after 2 rounds, the office leader after 3 and the chief executive’s staff after 4', async () => {
    const { job, sent } = await skippedRounds();

    for (const week of [49, 50, 51, 52]) await job(roundJob(week));

    const toldAboutSiv = sent.filter(({ processInstanceId }) => processInstanceId === siv);
    expect(toldAboutSiv.map(({ to, at }) => [to, at.slice(0, 10)])).toEqual([
      ['bst-leder', '2026-12-08'],
      ['hvk-leder', '2026-12-15'],
      ['kd', '2026-12-22'],
    ]);
    expect(toldAboutSiv[1]?.text).toContain(
      'tirsdag 1. desember 2026, tirsdag 8. desember 2026, tirsdag 15. desember 2026',
    );
  });

  it('counts nothing twice when the job is repeated', async () => {
    const { job, list, sent } = await skippedRounds();

    for (const week of [49, 49, 50, 50, 50]) await job(roundJob(week));

    expect((await list.active(tenant)).map(({ roundsMissed }) => roundsMissed)).toEqual([2, 2]);
    expect(sent.length).toBe(2);
  });

  it('still tells whom it did give an offer', async () => {
    const { job, told } = await skippedRounds([{ processInstanceId: 'siv', utfall: 'tilbud' }]);

    await job(roundJob(49));

    expect(told).toEqual([['bolig-ledig', 'siv', {}]]);
  });

  it('keeps what it did decide, which whoever decided has looked at', async () => {
    const { job, list, looks } = await skippedRounds([{ processInstanceId: 'siv', utfall: 'opp' }]);

    const { ikkeVurdert } = await job(roundJob(49));

    expect(ikkeVurdert).toBe(1);
    expect(looks).toEqual(['bjorn siv Vurdert i ventelisterunden']);
    expect(await list.active(tenant)).toMatchObject([
      { processInstanceId: 'ola', roundsMissed: 1 },
      { processInstanceId: 'siv', roundsMissed: 0, lastReviewedOn: '2026-12-01' },
    ]);
  });
});
