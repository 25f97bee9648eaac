import type { ProcessEvent } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';
import { milestoneText } from './milestone-text.js';

const names = { nodeName: 'Fatt vedtak', nameOf: (id: string) => (id === 'kari' ? 'Kari Nordli' : id) };
const deadline = {
  rule: 'D02',
  startOn: '2026-11-25',
  dueOn: '2026-12-24',
  legalOn: '2026-12-28',
  dueAt: '2026-12-24T23:00:00.000Z',
};
const task = {
  userTaskId: idOf<'UserTask'>('c-9'),
  timerId: idOf<'Timer'>('c-10'),
  node: 'vedtak',
  name: 'Fatt vedtak',
};
const at = '2026-12-17T07:00:00.000Z';
const reminded = (changes: Partial<Extract<ProcessEvent, { type: 'UserTaskReminded' }>>): ProcessEvent => ({
  type: 'UserTaskReminded',
  ...task,
  kind: 'reminder',
  to: 'assignee',
  candidateGroups: ['hvk'],
  deadline,
  at,
  ...changes,
});

it.each([
  [
    'by name',
    reminded({ assignee: idOf('kari') }),
    'Påminnelse om «Fatt vedtak» til Kari Nordli. Frist torsdag 24. desember 2026 (D02).',
  ],
  [
    'by unit while nobody has the task',
    reminded({}),
    'Påminnelse om «Fatt vedtak» til Helse- og velferdskontoret. Frist torsdag 24. desember 2026 (D02).',
  ],
  [
    'as an escalation to the leader',
    reminded({ kind: 'escalation', to: 'hvk-leder' }),
    'Varsel til leder om «Fatt vedtak» til Leder ved Helse- og velferdskontoret. Frist torsdag 24. desember 2026 (D02).',
  ],
])('tells a reminder %s, with date and rule', (_, event, text) => {
  expect(milestoneText(event, names)).toBe(text);
});

it('tells a deadline that was broken, and who was told', () => {
  const same = { ...deadline, legalOn: deadline.dueOn };
  const event: ProcessEvent = { type: 'DeadlineBreached', ...task, to: 'hvk-leder', deadline: same, at };

  expect(milestoneText(event, names)).toBe(
    'Fristen for «Fatt vedtak» er ute. Leder ved Helse- og velferdskontoret er varslet. (D02)',
  );
});

it.each([
  ['target', 'Fristen for «Fatt vedtak» er ute. Siste dag er mandag 28. desember 2026.'],
  ['legal', 'Siste dag for «Fatt vedtak», mandag 28. desember 2026, er over. Fristen er brutt.'],
] as const)('tells which of two clocks is over: %s', (clock, text) => {
  const later = { ...deadline, legalOn: '2026-12-28' };
  const event: ProcessEvent = { type: 'DeadlineBreached', ...task, to: 'leader', clock, deadline: later, at };

  expect(milestoneText(event, names)).toBe(`${text} Lederen for enheten er varslet. (D02)`);
});

it('leaves the moves of tokens to those who ask for details', () => {
  expect(milestoneText({ type: 'TokenConsumed', tokenId: idOf('t'), node: 'vedtak', at }, names)).toBeUndefined();
});
