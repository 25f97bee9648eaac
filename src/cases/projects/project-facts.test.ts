import type { UserTaskRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import { budgetOf, hearingAnswer, openTaskAt, pictureAt, politicalCases, risksOf, sitesOf } from './project-facts.js';

const done = (node: string, endedAt: string, result: JsonObject): UserTaskRow => ({
  ...{ id: idOf(`${node}-${endedAt}`), name: node, node, state: 'completed', revision: 2, candidateGroups: [] },
  ...{ createdAt: '2026-01-01T08:00:00.000Z', endedAt, result },
  case: { id: idOf('p'), title: 'Lade', process: 'boligutvikling', processName: '', version: 1, family: 'project' },
});

it('puts the places of staff and residents beside each site, whatever the capitals; a site that nobody ranked has none', () => {
  const tasks = [
    done('finn-tomter', '2026-03-01T08:00:00.000Z', { tomter: ['Lade', 'Ranheim', 'Tiller'], tomtevurdering: 'Buss.' }),
    done('innstill-tomt', '2026-04-01T08:00:00.000Z', {
      ...{ valgtTomt: 'Ranheim', tomtBegrunnelse: 'Nær fjorden.' },
      ...{ fagligRangering: ['Lade', 'Ranheim'], beboernesRangering: ['ranheim ', 'Lade'] },
    }),
  ];

  expect(sitesOf(tasks)?.items).toEqual([
    { name: 'Lade', staffRank: 1, residentRank: 2, isChosen: false },
    { name: 'Ranheim', staffRank: 2, residentRank: 1, isChosen: true },
    { name: 'Tiller', staffRank: null, residentRank: null, isChosen: false },
  ]);
});

it('keeps both decisions of a case that was sent back, the oldest first, with number and conditions', () => {
  const decided = (endedAt: string, result: JsonObject) => done('registrer-prinsippvedtak', endedAt, result);
  const tasks = [
    decided('2026-05-01T08:00:00.000Z', { politiskSak: 'PS 9/26', prinsippvedtak: 'ja', vilkar: 'Ni boliger.' }),
    decided('2026-02-01T08:00:00.000Z', { politiskSak: 'PS 1/26', prinsippvedtak: 'tilbake' }),
  ];

  expect(
    politicalCases(tasks, {}).map(({ caseNumber, decision, conditions }) => [caseNumber, decision, conditions]),
  ).toEqual([
    ['PS 1/26', 'tilbake', []],
    ['PS 9/26', 'ja', [{ text: 'Ni boliger.', outcome: null, answer: '' }]],
  ]);
});

it('says of each condition what became of it, and what was put before those who decided', () => {
  const tasks = [
    done('registrer-bystyrevedtak', '2026-05-01T08:00:00.000Z', {
      ...{ politiskSak: 'PS 9/26', bystyrevedtak: 'vedtatt', vedtaksvilkar: ['Ni boliger.', 'Egen inngang.'] },
    }),
    done('legg-fram-vilkar', '2027-05-01T08:00:00.000Z', {
      vilkarSak: 'PS 4/27',
      vilkarTilSvar: 'Tatt til orientering.',
    }),
  ];
  const vilkarssvar = [{ vilkar: 'Egen inngang.', resultat: 'ikke-fulgt', svar: 'To deler.' }];

  const [decided, told] = politicalCases(tasks, { vilkarssvar });

  expect(decided?.conditions).toEqual([
    { text: 'Ni boliger.', outcome: null, answer: '' },
    { text: 'Egen inngang.', outcome: 'ikke-fulgt', answer: 'To deler.' },
  ]);
  expect(told).toMatchObject({ caseNumber: 'PS 4/27', decision: 'lagt-fram', reason: 'Tatt til orientering.' });
});

it('answers nothing to a hearing that was published again after the answers to the first', () => {
  const answered = done('behandle-merknader', '2026-06-01T08:00:00.000Z', { antallMerknader: 7, merknadsvar: 'Benk.' });

  expect(hearingAnswer([answered])).toEqual({ count: 7, text: 'Benk.' });
  expect(hearingAnswer([answered, done('publiser-horing', '2026-07-01T08:00:00.000Z', {})])).toBeNull();
});

const unknown = { variables: {}, definition: undefined };

it('knows no limit of cost without a diagram, and no money before any is granted or reckoned', () => {
  const reckoned = done('lag-forprosjekt', '2026-06-01T08:00:00.000Z', {
    kostnad: 70_000_000,
    kostnadsavvikProsent: 15,
  });

  expect(budgetOf([], unknown)).toBeNull();
  expect(budgetOf([reckoned], unknown)).toMatchObject({ cost: 70_000_000, thresholdPercent: null, isOver: false });
});

it('reckons 40 % over 50 million from what was granted, whatever somebody wrote', () => {
  const granted = done('registrer-bystyrevedtak', '2026-05-01T08:00:00.000Z', { bevilgning: 50_000_000 });
  const reckoned = done('lag-forprosjekt', '2026-06-01T08:00:00.000Z', {
    kostnad: 70_000_000,
    kostnadsavvikProsent: 0,
  });

  expect(budgetOf([granted, reckoned], unknown)).toMatchObject({ deviationPercent: 40, isOver: false });
  const chosen = { ...unknown, variables: { kostnadsterskel: 25 } };
  expect(budgetOf([granted, reckoned], chosen)).toMatchObject({ thresholdPercent: 25, isOver: true });
});

it('lists the risks of each task as they were written last', () => {
  const tasks = [
    done('lag-forprosjekt', '2026-06-01T08:00:00.000Z', { risikoer: ['Dyr grunn'] }),
    done('lag-forprosjekt', '2026-07-01T08:00:00.000Z', { risikoer: ['Kvikkleire', 'Dyr stål'] }),
  ];

  expect(risksOf(tasks).map(({ text }) => text)).toEqual(['Kvikkleire', 'Dyr stål']);
});

it('takes the picture of needs that was the newest when the mapping began, not one that was published later', () => {
  const picture = (version: number, publishedAt: string) => ({
    ...{ version, publishedAt, publishedBy: idOf<'Actor'>('knut') },
    items: [{ id: 'smahus', name: 'Småhus', people: 7 }],
  });
  const pictures = [picture(2, '2027-10-01T08:00:00.000Z'), picture(1, '2026-10-01T08:00:00.000Z')];

  expect(pictureAt(pictures, '2027-01-01T08:00:00.000Z')?.version).toBe(1);
  expect(pictureAt(pictures, '2026-09-01T08:00:00.000Z')).toBeUndefined();
});

it('finds the task in which a hearing is answered: not the one that was called off when the project went back', () => {
  const called = done('behandle-merknader', '2026-05-01T08:00:00.000Z', {});
  const [calledOff, open] = [
    { ...called, state: 'cancelled' as const },
    { ...called, id: idOf<'UserTask'>('ny'), state: 'created' as const },
  ];

  expect(openTaskAt([calledOff, open], 'behandle-merknader')).toBe('ny');
  expect(openTaskAt([calledOff], 'behandle-merknader')).toBeNull();
});
