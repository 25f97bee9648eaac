import type { MoveWish } from '../../runtime/career/career-ports.js';
import { idOf } from '../../shared/id.js';
import { stuckReport } from './stuck-report.js';

const knowledge = { today: '2027-01-23', deadlines: [] };
const wishes = (howMany: number, said: Partial<MoveWish>): readonly MoveWish[] =>
  Array.from({ length: howMany }, (_, at) => ({
    ...{ processInstanceId: idOf<'ProcessInstance'>(`${JSON.stringify(said)}-${at}`), receivedOn: '2026-11-01' },
    ...{ group: 'rus', waits: false, ended: false },
    ...said,
  }));

it('shows 12 wishes and no outcome where 10 are granted and 2 are not: each would tell the other', () => {
  const { rows, total } = stuckReport(
    [...wishes(10, { outcome: 'innvilget' }), ...wishes(2, { outcome: 'avslag' })],
    knowledge,
  );

  expect(rows).toMatchObject([{ wishes: 12, granted: null, refused: null, undecided: null }]);
  expect(total).toMatchObject({ wishes: 12, granted: null, refused: null });
});

it('shows no outcome either where 2 of 12 withdrew, who have no column', () => {
  const { rows } = stuckReport([...wishes(10, { outcome: 'innvilget' }), ...wishes(2, { ended: true })], knowledge);

  expect(rows).toMatchObject([{ wishes: 12, granted: null }]);
});

it('shows 10 granted, and not that 8 of them still wait: the other 2 would be told', () => {
  const granted = wishes(2, { outcome: 'delvis' });
  const waiting = wishes(8, { outcome: 'innvilget', waits: true });

  expect(stuckReport([...granted, ...waiting], knowledge).rows).toMatchObject([{ granted: 10, waiting: null }]);
});
