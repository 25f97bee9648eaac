import type { DeadlineUse, LadderRung } from '../../definition/activity-parts.js';
import type { FlowNode } from '../../definition/flow-node.js';
import { error, type Diagnostic } from '../../xml/diagnostic.js';
import { isDayOffset } from '../iso-texts.js';
import { scheduleOf } from '../read/schedule-of.js';
import type { KnownNames, ProcessRule } from './rule.js';

/** Deadlines name rules of the register, and their ladders count days from the due date. */
export const knownDeadlines: ProcessRule = ({ nodes }, known) =>
  [...nodes.values()].flatMap((node) => {
    const deadline = deadlineOf(node);
    return deadline === undefined ? [] : [...unknownRule(node.id, deadline, known), ...wrongRungs(node.id, deadline)];
  });

function deadlineOf(node: FlowNode): DeadlineUse | undefined {
  if (node.kind === 'userTask') return node.deadline;
  const schedule = scheduleOf(node);
  return schedule?.kind === 'deadline' ? schedule.deadline : undefined;
}

function unknownRule(node: string, { rule }: DeadlineUse, { deadlineRules }: KnownNames): readonly Diagnostic[] {
  if (rule !== '' && deadlineRules?.includes(rule) !== false) return [];
  return [
    error('unknown-deadline-rule', node, {
      message: `Expected '${node}' to name a rule of the deadline register, but there is none called '${rule}'`,
      melding: `Fristen «${rule}» står ikke i fristregisteret. Velg en som finnes, eller legg den til i registeret.`,
    }),
  ];
}

const wrongRungs = (node: string, { ladder = [] }: DeadlineUse): readonly Diagnostic[] =>
  ladder.filter(isWrong).map(({ kind, offset }) =>
    error('deadline-rung', node, {
      message: `Expected the ${kind} of '${node}' to count days from the due date and to name who hears it, but got '${offset}'`,
      melding: 'En påminnelse trenger dager fra fristen (for eksempel «-P7D») og hvem den går til.',
    }),
  );

const isWrong = ({ kind, offset, to }: LadderRung): boolean =>
  !isDayOffset(offset) || (kind === 'escalation' && to === 'assignee');
