import type { AgreementGap } from '../../runtime/homes/building-event.js';
import type { RepairRule } from '../../runtime/homes/building-record.js';
import { idOf } from '../../shared/id.js';
import { openGaps } from './agreement-gaps.js';

const gap = (id: string, on: string, told: Partial<AgreementGap> = {}): AgreementGap => ({
  ...{ id: idOf<'ProcessInstance'>(id), building: idOf<'Building'>('hf-blokk'), work: 'vann', refusedBy: 'borettslag' },
  ...{ reason: 'Vi hjelper bare andelseiere.', foundAt: `${on}T10:00:00.000Z` },
  ...told,
});
const openIn = (repairRules: readonly RepairRule[], ...found: readonly AgreementGap[]) =>
  openGaps({ id: idOf<'Building'>('hf-blokk'), repairRules }, found);

it('shows one hole for water, refused twice, with the reason of the last time', () => {
  expect(openIn([], gap('sak-1', '2026-11-02', { reason: 'Har ikke tid.' }), gap('sak-2', '2026-11-23'))).toEqual([
    {
      ...{ work: 'vann', refusedBy: 'borettslag', times: 2 },
      ...{ reason: 'Vi hjelper bare andelseiere.', foundAt: '2026-11-23T10:00:00.000Z' },
    },
  ]);
});

it('shows it as long as the rule still leaves the work to who refused it, and no more when somebody else is agreed', () => {
  expect(openIn([{ work: 'vann', responsible: 'borettslag' }], gap('sak-1', '2026-11-02'))).toHaveLength(1);
  expect(openIn([{ work: 'vann', responsible: 'trondheim-eiendom' }], gap('sak-1', '2026-11-02'))).toEqual([]);
});

it('shows nothing of other buildings, and other work each for itself, the newest first', () => {
  const elsewhere = gap('sak-3', '2026-11-24', { building: idOf<'Building'>('tun-1') });
  const door = gap('sak-4', '2026-11-25', { work: 'las-dor' });

  expect(openIn([], gap('sak-1', '2026-11-02'), elsewhere, door).map(({ work }) => work)).toEqual(['las-dor', 'vann']);
});
