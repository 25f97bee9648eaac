import type { UserTaskRow } from '../../../runtime/read-ports.js';
import { habits, plainHabit, type Habit } from './answers.js';
import { residentHabits } from './resident-habits.js';

/** How a task of the past is done. */
export const habitOf = ({ node }: Pick<UserTaskRow, 'node'>): Habit =>
  habits[node] ?? residentHabits[node] ?? plainHabit;

/** Who does a task of the past: whose it is, who signs as the second, or somebody of the first group that it is for. */
export function doerOf(task: Pick<UserTaskRow, 'node' | 'assignee' | 'candidateGroups'>): string {
  const {
    assignee,
    candidateGroups: [group = ''],
  } = task;
  return assignee ?? habitOf(task).by ?? staff[group] ?? 'liv';
}

const staff: Readonly<Record<string, string>> = {
  ...{ hvk: 'kari', 'hvk-leder': 'liv', bst: 'bjorn', 'bst-leder': 'bente', 'trondheim-eiendom': 'tor' },
  ...{ nav: 'nina', 'nav-leder': 'nils', kd: 'knut', brukerrepresentant: 'berit', botiltaksleder: 'rita' },
};
