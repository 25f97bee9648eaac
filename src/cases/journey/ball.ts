import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import { groupName } from '../access/group-names.js';
import type { JourneyStageText } from './journey-text.js';

/** Who has the ball, and what they are to do with it. */
export interface Ball {
  readonly you: boolean;
  readonly who: string;
  readonly what: string;
  readonly phone: string | null;
}

/** The applicant where a task waits for them, else the unit with the first open task, else what the stage says. */
export function ballOf(
  open: readonly UserTaskRow[],
  applicant: Id<'Actor'> | undefined,
  text: JourneyStageText | undefined,
): Ball {
  const phone = text?.phone ?? null;
  const own = open.find(({ assignee }) => assignee !== undefined && assignee === applicant);
  if (own !== undefined) return { you: true, who: 'Du', what: own.name, phone };

  const [first] = open;
  const groups = (first?.candidateGroups ?? []).map(groupName).join(' og ');
  if (first !== undefined)
    return { you: false, who: groups === '' ? (text?.who ?? 'Kommunen') : groups, what: first.name, phone };
  return { you: false, who: text?.who ?? 'Kommunen', what: text?.what ?? '', phone };
}
