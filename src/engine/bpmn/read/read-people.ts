import type { FeelText } from '../../definition/activity-parts.js';
import type { UserTask } from '../../definition/flow-node.js';
import {
  elementOf,
  elementsOf,
  feelAttribute,
  feelBody,
  idOfElement,
  present,
  textOf,
  textsOf,
  type ModdleElement,
} from '../document/moddle-element.js';
import type { Reading } from './reading.js';

/** Who may do a user task, and who gets it at once. */
export type People = Pick<UserTask, 'candidateGroups' | 'candidateUsers' | 'assignee'>;

/**
 * Reads who does a user task: our own attributes; else the task's resources (BPMN 2.0.2 §10.3.1); else the lane that it
 * stands in (§10.8), whose name is then the group.
 */
export function readPeople(task: ModdleElement, { lanes }: Reading): People {
  const own = peopleOf(
    textsOf(task, 'candidateGroups'),
    textsOf(task, 'candidateUsers'),
    feelAttribute(task, 'assignee'),
  );
  if (names(own)) return own;

  const drawn = elementsOf(task, 'resources').map(resourcePeople);
  const owners = peopleOf(
    drawn.flatMap(({ candidateGroups }) => candidateGroups),
    drawn.flatMap(({ candidateUsers = [] }) => candidateUsers),
    drawn.find(({ assignee }) => assignee !== undefined)?.assignee,
  );
  if (names(owners)) return owners;

  const lane = lanes.get(idOfElement(task));
  return { candidateGroups: lane === undefined ? [] : [lane] };
}

const peopleOf = (groups: readonly FeelText[], users: readonly FeelText[], assignee: string | undefined): People => ({
  candidateGroups: groups,
  ...present('candidateUsers', users.length === 0 ? undefined : users),
  ...present('assignee', assignee),
});

const names = ({ candidateGroups, candidateUsers, assignee }: People): boolean =>
  candidateGroups.length > 0 || candidateUsers !== undefined || assignee !== undefined;

// A human performer does it (assignee); a potential owner may claim it (candidate). Other roles have no say.
function resourcePeople(role: ModdleElement): People {
  const isOwner = role.$type === 'bpmn:PotentialOwner';
  if (!isOwner && role.$type !== 'bpmn:HumanPerformer' && role.$type !== 'bpmn:Performer')
    return peopleOf([], [], undefined);

  const assignment = elementOf(role, 'resourceAssignmentExpression');
  const expression = assignment && feelBody(assignment, 'expression');
  if (expression !== undefined) return isOwner ? candidatesIn(expression) : peopleOf([], [], expression);
  return boundPeople(role, isOwner);
}

const role = /(user|group)\(\s*([^()]*?)\s*\)/g;

// `user(kari), group(hvk)` is how tools have written people since before FEEL; anything else is FEEL giving groups.
function candidatesIn(expression: string): People {
  if (expression.replace(role, '').replace(/[\s,]/g, '') !== '') return peopleOf([`=${expression}`], [], undefined);
  const found = [...expression.matchAll(role)];
  const of = (kind: string): readonly FeelText[] =>
    found.filter(([, one]) => one === kind).flatMap(([, , who]) => who ?? []);
  return peopleOf(of('group'), of('user'), undefined);
}

// A resource is a group by its name, unless its parameters say which user or group of it.
function boundPeople(role: ModdleElement, isOwner: boolean): People {
  const bindings = elementsOf(role, 'resourceParameterBindings');
  const bound = (pattern: RegExp): readonly string[] =>
    bindings
      .filter((binding) => pattern.test(parameterName(binding)))
      .flatMap((binding) => feelBody(binding, 'expression') ?? []);
  const users = bound(/user|person|assignee|employee|bruker/i);
  const groups = bound(/group|role|team|unit|gruppe|rolle|enhet/i).map((source) => `=${source}`);
  const resource = elementOf(role, 'resourceRef');
  const named = resource && (textOf(resource, 'name') ?? textOf(resource, 'id'));

  if (!isOwner) return peopleOf(groups, [], users[0] ?? (named === undefined ? undefined : JSON.stringify(named)));
  const isBound = users.length > 0 || groups.length > 0;
  return peopleOf(
    isBound || named === undefined ? groups : [named],
    users.map((source) => `=${source}`),
    undefined,
  );
}

function parameterName(binding: ModdleElement): string {
  const parameter = elementOf(binding, 'parameterRef');
  return parameter === undefined ? '' : `${textOf(parameter, 'name') ?? ''} ${textOf(parameter, 'id') ?? ''}`;
}
