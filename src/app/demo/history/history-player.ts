import { knownValues } from '../../../cases/forms/known-values.js';
import { readerOf } from '../../../cases/access/reader-of.js';
import { addPeriod, dayOffName, daysBetween, localDateOf } from '../../../engine/index.js';
import type { ProcessInstance } from '../../../engine/index.js';
import type { DefinitionReader, UserTaskReader, UserTaskRow } from '../../../runtime/read-ports.js';
import type { TimeTravel } from '../../../runtime/time-travel.js';
import { idOf } from '../../../shared/id.js';
import type { LocalDate } from '../../../shared/time.js';
import type { DemoStep } from '../demo-step.js';
import { instantOfDay, type DemoPlayer, type DemoPlayerParts } from '../demo-player.js';
import { daysOf } from './answers.js';
import { doerOf, habitOf } from './doer-of.js';
import { fillForm } from './fill-form.js';
import { pastApplicants } from './past-applicants.js';
import { sideBySide } from './side-by-side.js';

/** What the two years are played with, beside what the demo's scripted cases need. */
export interface HistoryParts extends DemoPlayerParts {
  readonly userTasks: Pick<UserTaskReader, 'list'>;
  readonly definitions: Pick<DefinitionReader, 'form'>;
  readonly travel: Pick<TimeTravel, 'advance'>;
  /** Homes of the register that may be offered in a case now. */
  readonly homesToOffer: (instance: ProcessInstance) => Promise<readonly string[]>;
}

/** The last day on which the past is worked on: what lies open after it is the demo's to do. */
export const HISTORY_ENDS: LocalDate = '2026-11-20';

// Reads whatever there is to do in the cases of those who seek a home.
const overseer = {
  id: idOf<'Actor'>('liv'),
  groups: ['hvk', 'hvk-leder', 'bst', 'bst-leder', 'trondheim-eiendom', 'nav'],
};

/**
 * Plays two years of a municipality's work, one working day after the other: people apply, whatever has lain long enough is done, and on
 * Tuesdays the round looks at everybody who waits. Cases are worked on side by side, so that they share transactions. Nothing is random:
 * what was played before a crash is found done.
 */
export class HistoryPlayer {
  constructor(
    private readonly parts: HistoryParts,
    private readonly player: DemoPlayer,
  ) {}

  /** Plays the working days from `first` until `before` comes; `before` itself is not played. Tells of each day when it is over. */
  async playDays(first: LocalDate, before: LocalDate, onDay: (on: LocalDate) => void): Promise<void> {
    const end = before < HISTORY_ENDS ? before : addPeriod(HISTORY_ENDS, 'P1D');
    for (let on = first; on < end; on = addPeriod(on, 'P1D')) {
      if (dayOffName(on) === undefined) await this.playDay(on);
      onDay(on);
    }
  }

  private async playDay(on: LocalDate): Promise<void> {
    await this.parts.travel.advance(this.parts.tenant, { to: instantOfDay(on) });
    for (const applicant of pastApplicants) {
      const appliedOn = nextWorkingDay(applicant.applied);
      if (appliedOn === on) await this.player.play(applicationOf(applicant.person, on));
    }
    if (isTuesday(on)) await this.player.play({ kind: 'round', on, by: 'bjorn', offers: [] });
    await this.workOn(on);
    await this.parts.settle();
  }

  private async workOn(on: LocalDate): Promise<void> {
    const reader = readerOf({ tenant: this.parts.tenant, actor: overseer });
    const open = await this.parts.userTasks.list(reader, { whose: 'all', state: 'open' });
    const ripe = open.filter((task) => task.node !== roundTask && isRipe(task, on)).toSorted(byKey);
    // Homes are what cases have in common: they are chosen for one after the other, when everything else of the day is done.
    const choices = ripe.filter(({ node }) => node === choosing);
    await sideBySide(byCase(ripe.filter((task) => !choices.includes(task))), (tasks) => this.doInOrder(tasks, on));
    if (choices.length === 0) return;

    await this.parts.settle();
    await this.doInOrder(choices, on);
  }

  private async doInOrder(tasks: readonly UserTaskRow[], on: LocalDate): Promise<void> {
    for (const task of tasks) {
      const instance = await this.parts.cases.snapshot(this.parts.tenant, task.case.id);
      if (instance !== undefined && isOfThePast(instance)) await this.do(task, instance, on);
    }
  }

  private async do(row: UserTaskRow, instance: ProcessInstance, on: LocalDate): Promise<void> {
    const task = instance.userTasks.get(row.id);
    if (task === undefined) return;
    const form = row.form === undefined ? {} : ((await this.parts.definitions.form(this.parts.tenant, row.form)) ?? {});
    const known = knownValues(form, instance, row);
    const vacant = row.node === choosing ? await this.parts.homesToOffer(instance) : [];
    const given = habitOf(row).answer?.({ key: keyOf(row), on, known, vacant }) ?? {};
    await this.player.complete({ instance, task }, doerOf(row), fillForm(form, on, given));
  }
}

const roundTask = 'vurder-oppforing';
const choosing = 'velg-boliger';

const applicationOf = ({ id, name }: { readonly id: string; readonly name: string }, on: LocalDate): DemoStep => ({
  ...{ kind: 'start', on, name: id, process: 'boligtildeling', by: id },
  variables: { soker: id, sokerNavn: name, mottattOn: on },
});

const isRipe = (task: UserTaskRow, on: LocalDate): boolean =>
  daysBetween(localDateOf(task.createdAt), on) >= daysOf(habitOf(task), keyOf(task));

// Ids are the same whenever the past is played; so is all that is drawn by them.
const keyOf = ({ id, node }: UserTaskRow): string => `${id}/${node}`;

const byKey = (one: UserTaskRow, other: UserTaskRow): number => (keyOf(one) < keyOf(other) ? -1 : 1);

function byCase(tasks: readonly UserTaskRow[]): readonly (readonly UserTaskRow[])[] {
  const cases = new Map<string, UserTaskRow[]>();
  for (const task of tasks) cases.set(task.case.id, [...(cases.get(task.case.id) ?? []), task]);
  return [...cases.values()];
}

/** Whether the case is about somebody whose past is played here: scripted people are left to their script. */
function isOfThePast({ elements }: ProcessInstance): boolean {
  const root = [...elements.values()].find(({ parentId }) => parentId === undefined);
  return String(root?.variables['soker'] ?? '').startsWith('soker-');
}

function nextWorkingDay(on: LocalDate): LocalDate {
  return dayOffName(on) === undefined ? on : nextWorkingDay(addPeriod(on, 'P1D'));
}

const isTuesday = (on: LocalDate): boolean => new Date(`${on}T00:00:00.000Z`).getUTCDay() === 2;
