import type { CaseRow, UserTaskRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import { portfolio } from './portfolio.js';

const project: CaseRow = {
  id: idOf('p'),
  title: 'Ladeveien',
  process: 'boligutvikling',
  processName: 'Boligutvikling',
  version: 1,
  family: 'project',
  state: 'active',
  revision: 1,
  readers: [],
  phase: 4,
  phaseSince: '2026-11-23T08:00:00.000Z',
  startedAt: '2026-06-01T08:00:00.000Z',
};
const checkpoint = (title: string, startedAt: string, endedAt?: string): CaseRow => ({
  ...project,
  id: idOf(`c-${startedAt}`),
  title,
  parentId: project.id,
  process: 'medvirkningspunkt',
  startedAt,
  ...(endedAt === undefined ? {} : { endedAt }),
});
const task = (name: string, dueAt: string, changes: Partial<UserTaskRow> = {}): UserTaskRow => ({
  id: idOf(name),
  name,
  node: name,
  state: 'created',
  revision: 1,
  candidateGroups: ['byplan'],
  createdAt: '2026-11-23T08:00:00.000Z',
  deadline: { rule: 'D30', startOn: '2026-11-23', dueOn: dueAt.slice(0, 10), legalOn: dueAt.slice(0, 10), dueAt },
  case: project,
  ...changes,
});
const source = {
  projects: [project],
  called: [],
  tasks: [],
  checkpoints: [],
  nameOf: (id: string) => (id === 'per' ? 'Per Solbakken' : id),
  now: '2026-12-10T12:00:00.000Z',
};

it('says what a project waits for, the most urgent first, by unit or by name, and counts what is late', () => {
  const tasks = [
    task('Hold høring', '2027-01-04T23:00:00.000Z'),
    task('Svar på merknader', '2026-12-09T23:00:00.000Z', { assignee: idOf('per'), state: 'assigned' }),
    task('Ferdig', '2026-12-01T23:00:00.000Z', { state: 'completed' }),
  ];

  const [shown] = portfolio({ ...source, tasks });

  expect(shown?.waitingFor.map(({ task: { name }, who }) => `${name}: ${who}`)).toEqual([
    'Svar på merknader: Per Solbakken',
    'Hold høring: Byplankontoret',
  ]);
  expect(shown).toMatchObject({ phase: 4, phaseName: 'Høring', overdue: 1 });
});

it('shows a checkpoint as open again when the project came back to its phase', () => {
  const called = [
    checkpoint('MP-B4 Høring – Ladeveien', '2026-12-02T08:00:00.000Z'),
    checkpoint('MP-B4 Høring – Ladeveien', '2026-09-01T08:00:00.000Z', '2026-09-20T08:00:00.000Z'),
    checkpoint('MP-B1 Behov og ønsker – Ladeveien', '2026-06-02T08:00:00.000Z', '2026-06-20T08:00:00.000Z'),
  ];
  const checkpoints = [
    { processInstanceId: project.id, code: 'MP-B1', outcome: 'gjennomfort' },
    { processInstanceId: project.id, code: 'MP-B4', outcome: 'fravalgt' },
  ] as const;

  const [shown] = portfolio({ ...source, called, checkpoints });

  expect(shown?.checkpoints).toEqual([
    { code: 'MP-B1', name: 'Behov og ønsker', outcome: 'gjennomfort' },
    { code: 'MP-B4', name: 'Høring', outcome: null },
  ]);
});
