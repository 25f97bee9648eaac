import type { ProcessEvent } from '../../engine/index.js';
import { norwegianDate, openPause } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import { deadlineText } from './deadline-text.js';
import { eventText } from './event-text.js';
import { operationText } from './operation-text.js';
import { groupName } from '../access/group-names.js';
import { letterByPost, letterOpening } from './letter-opening.js';

/** The names that a sentence needs. */
export interface Names {
  readonly nodeName: string;
  readonly nameOf: (actor: Id<'Actor'>) => string;
}

/** What an event means to people who work with the case, or undefined where it means nothing to them. */
export function milestoneText(event: ProcessEvent, names: Names): string | undefined {
  switch (event.type) {
    case 'ProcessInstanceStarted':
      return event.by === 'system' ? 'Saken ble opprettet.' : `${names.nameOf(event.by)} opprettet saken.`;
    case 'ProcessInstanceCompleted':
      return 'Saken er ferdig.';
    case 'ProcessInstanceCancelled':
      return `Saken ble avsluttet før tiden: ${event.reason}`;
    case 'ProcessInstanceFailed':
      return 'Saken stanset med en feil som saken over den tar seg av.';
    case 'CalledProcessRequested':
      return `Startet: ${names.nodeName}.`;
    case 'MessageCorrelated':
      return `Mottatt: ${names.nodeName}${event.by === 'system' ? '' : `, fra ${names.nameOf(event.by)}`}.`;
    case 'JobCompleted':
      return `Utført: ${names.nodeName}.`;
    case 'IncidentRaised':
      return `Saken stanset ved «${names.nodeName}». Systemansvarlig er varslet.`;
    case 'IncidentResolved':
      return `${names.nameOf(event.by)} løste stansen ved «${names.nodeName}».`;
    default:
      return (
        eventText(event, names) ??
        operationText(event, names) ??
        deadlineText(event, names) ??
        userTaskText(event, names)
      );
  }
}

function userTaskText(event: ProcessEvent, { nodeName, nameOf }: Names): string | undefined {
  switch (event.type) {
    case 'UserTaskCreated':
      return `Ny oppgave: ${event.task.name}. Ligger hos ${ownerText(event.task, nameOf)}.${dueText(event.task)}`;
    case 'UserTaskClaimed':
      return `${nameOf(event.by)} tok oppgaven «${nodeName}».`;
    case 'UserTaskUnclaimed':
      return `${nameOf(event.by)} la tilbake oppgaven «${nodeName}».`;
    case 'UserTaskAssigned':
      return `${nameOf(event.by)} ga oppgaven «${event.name}» til ${nameOf(event.assignee)}.`;
    case 'UserTaskDelegated':
      return `${nameOf(event.by)} ba ${nameOf(event.assignee)} gjøre «${event.name}».`;
    case 'UserTaskResolved':
      return `${nameOf(event.by)} ga «${nodeName}» tilbake til ${nameOf(event.assignee)}.`;
    case 'UserTaskRejected':
      return `${nameOf(event.by)} ville ikke gjøre «${nodeName}»: ${event.reason}`;
    case 'UserTaskProgressed':
      return event.state === 'inProgress' ? `${nameOf(event.by)} begynte på «${nodeName}».` : undefined;
    case 'UserTaskCompleted':
      return completedText(event, nameOf);
    case 'UserTaskCancelled':
      return `Oppgaven «${nodeName}» falt bort.`;
    case 'UserTaskReminded':
      return remindedText(event, nameOf);
    case 'DeadlineBreached':
      return breachedText(event);
    default:
      return undefined;
  }
}

type UserTask = Extract<ProcessEvent, { type: 'UserTaskCreated' }>['task'];
type Reminded = Extract<ProcessEvent, { type: 'UserTaskReminded' }>;

function ownerText(task: UserTask, nameOf: Names['nameOf']): string {
  if (task.assignee !== undefined) return nameOf(task.assignee);
  return task.candidateGroups.map(groupName).join(' eller ');
}

const dueText = ({ deadline }: UserTask): string =>
  deadline === undefined ? '' : ` Frist ${norwegianDate(deadline.dueOn)}.`;

function remindedText(event: Reminded, nameOf: Names['nameOf']): string {
  const { name, deadline } = event;
  const assignee = event.assignee === undefined ? undefined : nameOf(event.assignee);
  const heard =
    event.to === 'assignee' ? (assignee ?? event.candidateGroups.map(groupName).join(' og ')) : recipientText(event.to);
  const pause = openPause(deadline?.pauses);
  if (event.kind === 'pause') {
    const since = pause === undefined ? '' : ` siden ${norwegianDate(pause.from)}`;
    return `Påminnelse til ${heard}: Fristen for «${name}» har stått på pause${since}.`;
  }
  const what = event.kind === 'reminder' ? 'Påminnelse' : 'Varsel til leder';
  const due = deadline === undefined ? '' : ` Frist ${norwegianDate(deadline.dueOn)} (${deadline.rule}).`;
  return `${what} om «${name}» til ${heard}.${due}`;
}

function breachedText({ name, to, clock, deadline }: Extract<ProcessEvent, { type: 'DeadlineBreached' }>): string {
  const told = `${recipientText(to)} er varslet. (${deadline.rule})`;
  if (deadline.dueOn === deadline.legalOn) return `Fristen for «${name}» er ute. ${told}`;
  const last = norwegianDate(deadline.legalOn);
  return clock === 'legal'
    ? `Siste dag for «${name}», ${last}, er over. Fristen er brutt. ${told}`
    : `Fristen for «${name}» er ute. Siste dag er ${last}. ${told}`;
}

const recipientText = (to: string): string => (to === 'assignee' ? 'Den som har oppgaven' : groupName(to));

function completedText(event: Extract<ProcessEvent, { type: 'UserTaskCompleted' }>, nameOf: Names['nameOf']): string {
  const opening = letterOpening(event);
  if (opening !== undefined) {
    const did = opening.way === 'apnet' ? 'åpnet' : 'lastet ned';
    return `${nameOf(opening.person)} ${did} ${said[opening.about].letter}. ${said[opening.about].clock}`;
  }
  const posted = letterByPost(event);
  if (posted !== undefined) {
    const { letter, clock } = said[posted];
    return `${letter.replace('b', 'B')} ble sendt i posten, og regnes som kommet fram nå. ${clock}`;
  }
  return `${nameOf(event.by)} fullførte «${event.name}».`;
}

const said = {
  vedtak: { letter: 'brevet med vedtaket', clock: 'Klagefristen løper fra denne dagen.' },
  begrunnelse: { letter: 'brevet med begrunnelsen', clock: 'Klagefristen løper på nytt fra denne dagen.' },
} as const;
