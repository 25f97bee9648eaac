import type { TimerSchedule } from '../../engine/index.js';
import { onWeekday } from './on-weekday.js';

const cycle = (expression: string): TimerSchedule => ({ kind: 'cycle', expression: `"${expression}"` });
const tuesdays = cycle('R/2024-12-03T09:00/P7D');

it('moves a week that begins on a Tuesday to each other day of it, at the same time, by six days at most', () => {
  const moved = [1, 2, 3, 4, 5, 6, 7].map((day) => onWeekday(tuesdays, day));

  expect(moved.map((one) => ('expression' in one ? one.expression.replaceAll('"', '') : ''))).toEqual([
    ...['R/2024-12-09T09:00/P7D', 'R/2024-12-03T09:00/P7D', 'R/2024-12-04T09:00/P7D', 'R/2024-12-05T09:00/P7D'],
    ...['R/2024-12-06T09:00/P7D', 'R/2024-12-07T09:00/P7D', 'R/2024-12-08T09:00/P7D'],
  ]);
});

it.each([
  ['nobody has chosen', tuesdays, null],
  ['it is no week', cycle('R/2024-12-03T09:00/P1M'), 4],
  ['it has no first day', cycle('R/P7D'), 4],
  ['it is computed', { kind: 'cycle', expression: '"R/" + dag + "T09:00/P7D"' } as const, 4],
  ['it happens once', { kind: 'date', expression: '2024-12-03' } as const, 4],
] as const)('leaves it where it is where %s', (_, schedule, weekday) => {
  expect(onWeekday(schedule, weekday)).toEqual(schedule);
});
