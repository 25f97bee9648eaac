import type { Job } from '../../runtime/jobs/job-handler.js';
import { idOf } from '../../shared/id.js';
import { createFetchNeeds } from './fetch-needs.js';
import { readNeedRules } from './need-rules.js';

const needRules = await readNeedRules('workflows/behov.json');
const picture = (version: number, publishedAt: string, people: number) => ({
  ...{ version, publishedAt, publishedBy: idOf<'Actor'>('knut') },
  items: [
    { id: 'smahus', name: 'Småhus', people },
    { id: 'hybel', name: 'Hybel', people: 3 },
    { id: 'leilighet', name: 'Vanlig leilighet', people: 7, isKeptBack: true as const },
  ],
});
const home = { boligtype: 'Småhus', erBofellesskap: false, isClosing: false, homes: 12, vacant: 2, residents: 10 };
const fetch = createFetchNeeds({
  needRules,
  needsPictures: {
    list: () => Promise.resolve([picture(2, '2027-10-01T08:00:00.000Z', 9), picture(1, '2026-10-01T08:00:00.000Z', 6)]),
  },
  needs: {
    waiting: () =>
      Promise.resolve([
        { boligtype: 'Småhus', waiting: 8 },
        { boligtype: 'Hybel', waiting: 2 },
      ]),
    homes: () => Promise.resolve([home]),
  },
});

const at = (instant: string): Job => ({
  ...{ tenant: idOf<'Tenant'>('trondheim'), key: 'jobb-1', processInstanceId: idOf<'ProcessInstance'>('prosjekt') },
  ...{ node: 'hent-behovsbilde', headers: {}, variables: {}, at: instant },
});

it('fetches on 5 March 2027 picture 1 with its 6, hides 3 and what is kept back, and says where both are from', async () => {
  expect(await fetch(at('2027-03-05T09:00:00.000Z'))).toEqual({
    behovsbildeTall: ['Småhus: 6', 'Hybel: skjult', 'Vanlig leilighet: skjult'],
    behovNa: ['Småhus: venter 8, boliger 12, ledige 2', 'Hybel: venter skjult, boliger 0, ledige 0'],
    behovKilde:
      'Behovsbilde nr. 1, publisert 2026-10-01. Ventelista og boligregisteret 2027-03-05. Tall som viser færre enn 5 personer, er skjult.',
  });
});

it('says so where no picture was published yet', async () => {
  expect(await fetch(at('2026-03-05T09:00:00.000Z'))).toMatchObject({
    behovsbildeTall: [],
    behovKilde: expect.stringMatching(/^Ingen behovsbilde er publisert\. Ventelista og boligregisteret 2026-03-05/),
  });
});
