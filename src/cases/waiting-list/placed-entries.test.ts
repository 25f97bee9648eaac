import { rulesWith } from '../../../test/support/priority-key.js';
import type { WaitingListEntry } from '../../runtime/case-ports.js';
import { idOf } from '../../shared/id.js';
import { inOrderOfList } from './placed-entries.js';
import { ruleInForce } from './priority/priority-rule.js';

type Known = Partial<Pick<WaitingListEntry, 'moved' | 'circumstances' | 'roundsMissed'>>;

const waits = (id: string, day: number, known: Known = {}): WaitingListEntry => ({
  ...{ processInstanceId: idOf<'ProcessInstance'>(id), title: id, enteredAt: `2026-11-${day}T08:00:00.000Z` },
  ...{ need: {}, circumstances: {}, roundsMissed: 0, ...known },
});

async function orderOf(...entries: readonly WaitingListEntry[]): Promise<readonly string[]> {
  const rule = await ruleInForce(await rulesWith(), idOf<'Tenant'>('trondheim'));
  return inOrderOfList(entries, { rule, on: '2026-12-08', vacancies: [] }).map(({ entry }) => entry.title);
}

it('puts first in a group whom the last round moved up and last whom it moved down, whoever has waited longest', async () => {
  const [siv, ola, ida] = [waits('siv', 20), waits('ola', 21), waits('ida', 25)];

  expect(await orderOf(ida, ola, siv)).toEqual(['siv', 'ola', 'ida']);
  expect(await orderOf({ ...siv, moved: 'ned' }, ola, { ...ida, moved: 'opp' })).toEqual(['ida', 'ola', 'siv']);
});

it('moves nobody to another group, and nobody above whom rounds have missed', async () => {
  const mona = waits('mona', 26, { circumstances: { utrygtNa: true }, moved: 'ned' });
  const geir = waits('geir', 27, { roundsMissed: 1, moved: 'ned' });

  expect(await orderOf(waits('siv', 20, { moved: 'opp' }), mona, geir)).toEqual(['geir', 'mona', 'siv']);
});
