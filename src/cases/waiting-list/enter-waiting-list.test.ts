import { createMemoryWaitingList } from '../../../test/support/memory-waiting-list.js';
import { idOf } from '../../shared/id.js';
import { createEnterWaitingList } from './enter-waiting-list.js';

const tenant = idOf<'Tenant'>('trondheim');

describe('entering the waiting list', () => {
  it.each([
    ['on the day of the job', {}, '2027-02-01T09:00:00.000Z', '2027-02-01'],
    [
      'after an appeal, on the day of the first entry',
      { listedatoOn: '2026-11-20' },
      '2026-11-19T23:00:00.000Z',
      '2026-11-20',
    ],
  ])('happens %s', async (_when, listed, enteredAt, since) => {
    const list = createMemoryWaitingList();
    const enter = createEnterWaitingList({
      list,
      cases: { find: async () => undefined },
      decisions: { ofCase: async () => [] },
    });
    const processInstanceId = idOf<'ProcessInstance'>('sak');
    const job = { tenant, key: 'j', processInstanceId, node: 'sett-pa-venteliste', headers: {} };

    const given = await enter({
      ...job,
      variables: { boligtype: 'To rom', utrygtNa: true, ...listed },
      at: '2027-02-01T09:00:00.000Z',
    });

    expect(given).toEqual({ ventelisteId: 'sak', paVentelisteSiden: since });
    expect(await list.active(tenant)).toMatchObject([
      { enteredAt, need: { boligtype: 'To rom' }, circumstances: { utrygtNa: true } },
    ]);
  });
});
