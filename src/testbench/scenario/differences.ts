import { isDeepStrictEqual } from 'node:util';
import type { ProcessEvent, ProcessInstance } from '../../engine/index.js';
import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import { variablesOf } from '../host/variables-of.js';
import { stateOf } from '../operations/instances.js';
import type { BenchRequest } from '../protocol/bench-request.js';
import { RefusalError } from '../refusal.js';
import { brokenLaws } from '../laws/case-laws.js';
import { allow } from './scenario-file.js';

/** What is not as `then` says; one sentence for each difference. The laws of every instance are asked too. */
export function differencesOf(bench: Bench, then: BenchRequest, started: string | undefined): readonly string[] {
  allow(then, ['process', 'state', 'standing', 'passed', 'notPassed', 'tasks', 'incidents', 'variables']);
  const instance = instanceOf(bench, then.optionalText('process'), started);
  const { journal } = bench.host.cases;
  const events = bench.host.cases.journal(instance.id).map(({ event }) => event);
  return [
    ...different('state', then.optionalText('state'), stateOf(instance)),
    ...differentPlaces(
      'standing',
      then,
      [...instance.tokens.values()].map(({ node }) => node),
    ),
    ...differentPlaces(
      'tasks',
      then,
      [...instance.userTasks.values()].map(({ node }) => node),
    ),
    ...differentPlaces(
      'incidents',
      then,
      [...instance.incidents.values()].map(({ node, code }) => `${code} ${node}`),
    ),
    ...passedOtherwise(then, passedBy(events)),
    ...differentVariables(then.optionalObject('variables') ?? {}, variablesOf(instance)),
    ...bench.host.cases.all().flatMap((one) =>
      brokenLaws(
        one,
        journal.call(bench.host.cases, one.id).map(({ event }) => event),
      ),
    ),
  ];
}

/** The instance that is looked at: the last one of the process that is named, else the one that was given. */
function instanceOf(bench: Bench, process: string | undefined, started: string | undefined): ProcessInstance {
  const all = bench.host.cases.all();
  const found =
    process === undefined
      ? started === undefined
        ? all[0]
        : bench.host.cases.find(started)
      : all.findLast(({ definition }) => definition.key === process);
  if (found !== undefined) return found;
  throw new RefusalError(
    'BAD_SCENARIO',
    `Expected an instance${process === undefined ? '' : ` of '${process}'`}, but there is none`,
  );
}

function different(what: string, expected: Json | undefined, actual: Json): readonly string[] {
  if (expected === undefined || isDeepStrictEqual(expected, actual)) return [];
  return [`Expected ${what} to be ${JSON.stringify(expected)}, but it is ${JSON.stringify(actual)}`];
}

function differentPlaces(what: string, then: BenchRequest, actual: readonly string[]): readonly string[] {
  if (!Object.hasOwn(then.fields, what)) return [];
  return different(what, then.texts(what).toSorted(), actual.toSorted());
}

/** Nodes that were entered, and flows that were taken. */
export const passedBy = (events: readonly ProcessEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event): readonly string[] => {
      if (event.type === 'NodeEntered' || event.type === 'EventCaught') return [event.node];
      if (event.type === 'TokenMoved') return [event.via];
      return event.type === 'TokenCreated' && event.token.via !== undefined ? [event.token.via] : [];
    }),
  );

const passedOtherwise = (then: BenchRequest, passed: ReadonlySet<string>): readonly string[] => [
  ...then
    .texts('passed')
    .filter((place) => !passed.has(place))
    .map((place) => `Expected '${place}' to have been passed, but it was not`),
  ...then
    .texts('notPassed')
    .filter((place) => passed.has(place))
    .map((place) => `Expected '${place}' not to have been passed, but it was`),
];

// A scenario names what it is about: other variables may be there, and other entries in an object.
const differentVariables = (expected: JsonObject, actual: JsonObject): readonly string[] =>
  Object.entries(expected).flatMap(([name, value]) =>
    holds(value, actual[name] ?? null) ? [] : different(`variable '${name}'`, value, actual[name] ?? null),
  );

const holds = (expected: Json, actual: Json): boolean =>
  isObject(expected) && isObject(actual)
    ? Object.entries(expected).every(([name, value]) => holds(value, actual[name] ?? null))
    : isDeepStrictEqual(expected, actual);
