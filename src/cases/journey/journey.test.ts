import type { ProcessDefinition } from '../../engine/index.js';
import type { JournalRow, UserTaskRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import { readExplanationTexts } from '../deadlines/explanation-texts.js';
import { journeyOf } from './journey.js';
import type { JourneySource } from './journey.js';
import { othersWaited } from './others-waited.js';

const siv = idOf<'Actor'>('siv');
const stageOfNode = { mottatt: 3, kartlegging: 4, vedtak: 5, venteliste: 6, tilbud: 7, kontrakt: 8 };
const definition: ProcessDefinition = {
  key: 'boligtildeling',
  name: 'Boligtildeling',
  version: 1,
  compilerVersion: 1,
  hint: { readers: [], family: 'applicant' },
  scopes: new Map(),
  flows: new Map(),
  nodes: new Map(
    Object.entries(stageOfNode).map(([id, stage]) => [
      id,
      {
        kind: 'task',
        id,
        name: id,
        scope: 'boligtildeling',
        incoming: [],
        outgoing: [],
        inputs: [],
        outputs: [],
        boundaryEvents: [],
        hint: { stage },
      },
    ]),
  ),
};
const entered = (node: string, on: string): JournalRow['event'] => ({
  type: 'NodeEntered',
  node,
  tokenId: idOf('t'),
  at: `${on}T09:00:00.000Z`,
});
const rows = (...events: readonly JournalRow['event'][]): readonly JournalRow[] =>
  events.map((event, index) => ({ seq: index + 1, actor: idOf('system'), event }));
const source: JourneySource = {
  case: {
    id: idOf('c'),
    title: 'Søknad om kommunal bolig',
    process: 'boligtildeling',
    processName: 'Boligtildeling',
    version: 1,
    family: 'applicant',
    state: 'active',
    revision: 1,
    readers: [],
    subject: siv,
    startedAt: '2026-11-25T09:00:00.000Z',
  },
  definition,
  journal: rows(entered('mottatt', '2026-11-25'), entered('kartlegging', '2026-11-26')),
  parts: [],
  tasks: [],
  timers: [],
  letters: [],
  othersDays: [],
  text: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((stage) => ({
    stage,
    name: `Steg ${stage}`,
    who: 'Boligsosialt team',
    what: 'Vi ser på alle som venter, hver uke.',
    phone: '73 00 00 03',
    canDo: ['Be om en bedre grunn.'],
  })),
  deadlines: [],
  why: { texts: await readExplanationTexts('workflows/meldinger', 'nb'), language: 'nb' },
  now: '2027-01-10T09:00:00.000Z',
};
const offer: UserTaskRow = {
  id: idOf('c-9'),
  name: 'Svar på tilbudet',
  node: 'svar',
  state: 'assigned',
  revision: 1,
  assignee: siv,
  candidateGroups: [],
  deadline: {
    rule: 'D14',
    startOn: '2027-01-08',
    dueOn: '2027-01-15',
    legalOn: '2027-01-15',
    dueAt: '2027-01-15T23:00:00.000Z',
  },
  createdAt: '2027-01-08T09:00:00.000Z',
  case: source.case,
};

it('stands in the stage whose node was entered last; what was never reached before it was skipped', () => {
  const { currentStage, stages } = journeyOf(source);

  expect(currentStage).toBe(4);
  expect(stages.map(({ status }) => status).join(' ')).toBe('skipped skipped done now later later later later later');
});

it('counts 7 days of casework until the waiting list, and 39 days of waiting until now', () => {
  const journal = [...source.journal, ...rows(entered('vedtak', '2026-12-01'), entered('venteliste', '2026-12-02'))];

  expect(journeyOf({ ...source, journal })).toMatchObject({ caseworkDays: 7, waitingDays: 39 });
});

it('stops the waiting clock when there is a contract', () => {
  const journal = rows(
    entered('mottatt', '2026-11-25'),
    entered('venteliste', '2026-12-02'),
    entered('kontrakt', '2026-12-22'),
  );

  expect(journeyOf({ ...source, journal })).toMatchObject({ caseworkDays: 7, waitingDays: 20 });
});

it('tells the applicant when the municipality has missed a date, and whose the missed date is', () => {
  const afterwards = '2027-01-16T08:00:00.000Z';

  expect(journeyOf({ ...source, tasks: [offer] }).missedDate).toBeNull();
  expect(journeyOf({ ...source, tasks: [offer], now: afterwards }).missedDate).toEqual({
    on: '2027-01-15',
    what: 'Svar på tilbudet',
    yours: true,
  });
});

it('gives the ball to the applicant while an offer waits for her answer, with the date it is due', () => {
  const { ball, nextDate, canDo } = journeyOf({ ...source, tasks: [offer] });

  expect(ball).toEqual({ you: true, who: 'Du', what: 'Svar på tilbudet', phone: '73 00 00 03' });
  expect(nextDate).toMatchObject({ on: '2027-01-15', what: 'Svar på tilbudet' });
  expect(canDo).toEqual([
    { text: 'Svar på tilbudet', taskId: 'c-9' },
    { text: 'Be om en bedre grunn.', taskId: null },
  ]);
});

it('gives the ball to the unit that the stage names when no task is open', () => {
  expect(journeyOf(source).ball).toEqual({
    you: false,
    who: 'Boligsosialt team',
    what: 'Vi ser på alle som venter, hver uke.',
    phone: '73 00 00 03',
  });
});

it('goes back a stage when the case does, and forgets nothing of what happened', () => {
  const journal = [...source.journal, ...rows(entered('tilbud', '2026-12-20'), entered('venteliste', '2026-12-22'))];

  const { currentStage, stages } = journeyOf({ ...source, journal });

  expect(currentStage).toBe(6);
  expect(stages[6]).toMatchObject({ stage: 7, status: 'later', reachedAt: '2026-12-20T09:00:00.000Z' });
});

it('tells what happens in an offer where the offer was called, once, and not that it began', () => {
  const at = (on: string) => `${on}T09:00:00.000Z`;
  const called: JournalRow['event'] = {
    type: 'CalledProcessRequested',
    ...{ elementInstanceId: idOf('c-7'), node: 'tilbud', calledInstanceId: idOf('o'), calledProcess: 'tilbud' },
    ...{ variables: {}, at: at('2026-12-20') },
  };
  const answered: JournalRow['event'] = {
    type: 'UserTaskCompleted',
    ...{ userTaskId: idOf('o-9'), node: 'svar', name: 'Svar på tilbudet', by: siv, variables: {} },
    at: at('2026-12-22'),
  };
  const journal = rows(entered('tilbud', '2026-12-20'), called, entered('kontrakt', '2026-12-22'));
  const ended: JournalRow['event'] = { type: 'ProcessInstanceCompleted', variables: {}, at: at('2026-12-22') };
  const offers = [{ id: idOf<'ProcessInstance'>('o'), definition, journal: rows(answered, ended) }];

  const { currentStage, stages } = journeyOf({ ...source, journal, parts: offers });

  expect(currentStage).toBe(8);
  const told = stages.map(({ stage, happened }) => [stage, happened.map(({ text }) => text)] as const);
  expect(told.filter(([, texts]) => texts.length > 0)).toEqual([[7, ['Du svarte: Svar på tilbudet.']]]);
});

describe('how long others waited', () => {
  it('is not told of four, because one of them could be recognised', () => {
    expect(othersWaited([1, 2, 3, 400])).toBeNull();
  });

  it('is told of five: the middle one, and where four of five fall', () => {
    expect(othersWaited([400, 30, 10, 20, 40])).toEqual({ median: 30, low: 10, high: 400, count: 5 });
  });
});
