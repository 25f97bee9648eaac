import { error, type Diagnostic } from '../../xml/diagnostic.js';
import { namesOf } from '../document/moddle-element.js';
import { isStrict, type KnownNames, type ProcessRule } from './rule.js';
import type { FlowNode } from '../../definition/flow-node.js';

/** Somebody owns every user task: a group that may claim it, or a person who is given it. */
export const userTaskHasOwner: ProcessRule = ({ nodes }, known) =>
  [...nodes.values()]
    .filter((node) => node.kind === 'userTask')
    .filter((task) => isStrict(known) && task.candidateGroups.length === 0 && task.assignee === undefined)
    .filter((task) => (task.candidateUsers ?? []).length === 0)
    .map(({ id }) =>
      error('user-task-owner', id, {
        message: `Expected user task '${id}' to have candidateGroups or an assignee, but it has neither`,
        melding:
          'Ingen kan gjøre oppgaven. Sett boligflyt:candidateGroups (gruppen) eller boligflyt:assignee (personen).',
      }),
    );

/** A second pair of eyes looks at what somebody did before: `otherThan` names other user tasks of the process, each of which is there. */
export const otherThanWhom: ProcessRule = ({ nodes }) =>
  [...nodes.values()].flatMap(({ id, hint: { otherThan } }) =>
    namesOf(otherThan)
      .filter((named) => named === id || nodes.get(named)?.kind !== 'userTask')
      .map((named) =>
        error('other-than', id, {
          message: `Expected 'otherThan' of '${id}' to name other user tasks of the process, but it says '${named}'`,
          melding: `To skal se på dette, men «${named}» er ikke en annen brukeroppgave i prosessen. Rett boligflyt:otherThan.`,
        }),
      ),
  );

/** Forms, decisions and job types exist, where it is known which do. */
export const knownWork: ProcessRule = ({ nodes }, known) =>
  [...nodes.values()].flatMap((node) => unknownWork(node, known));

function unknownWork(node: FlowNode, { forms, jobTypes, decisions }: KnownNames): readonly Diagnostic[] {
  if (
    node.kind === 'userTask' &&
    node.form !== undefined &&
    !node.form.startsWith('=') &&
    forms?.includes(node.form) === false
  ) {
    return [
      error('unknown-form', node.id, {
        message: `Expected user task '${node.id}' to use a form that exists, but there is none called '${node.form}'`,
        melding: `Skjemaet «${node.form}» finnes ikke. Legg det ved, eller velg et annet.`,
      }),
    ];
  }
  if (node.kind === 'serviceTask' && jobTypes?.includes(node.jobType) === false) {
    return [
      error('unknown-job-type', node.id, {
        message: `Expected service task '${node.id}' to have a known job type, but nobody handles '${node.jobType}'`,
        melding: `Ingen utfører jobbtypen «${node.jobType}». Velg en som finnes.`,
      }),
    ];
  }
  const decision = node.kind === 'businessRuleTask' && node.work.kind === 'decision' ? node.work.decision : '=';
  if (!decision.startsWith('=') && decisions?.includes(decision) === false) {
    return [
      error('unknown-decision', node.id, {
        message: `Expected business rule task '${node.id}' to ask a decision that exists, but there is none called '${decision}'`,
        melding: `Beslutningen «${decision}» finnes ikke. Legg ved DMN-fila, eller velg en annen.`,
      }),
    ];
  }
  return [];
}

/** Stages are 1–9 and phases 1–8: the applicant's journey and the housing project have no others. */
export const knownStages: ProcessRule = ({ nodes }) =>
  [...nodes.values()]
    .filter(({ hint }) => !isWithin(hint.stage, 9) || !isWithin(hint.phase, 8))
    .map(({ id }) =>
      error('stage-or-phase', id, {
        message: `Expected '${id}' to have a stage from 1 to 9 or a phase from 1 to 8, but it has another number`,
        melding: 'Reisens steg er 1–9 og prosjektets faser er 1–8. Rett tallet.',
      }),
    );

const isWithin = (number: number | undefined, last: number): boolean =>
  number === undefined || (Number.isInteger(number) && number >= 1 && number <= last);
