import type { ProcessInstance, UserTaskInstance } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import { isObject, listOf, objectOf, textOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { rootVariables } from '../root-variables.js';
import { parsePlacement, type Placement } from './priority/placement.js';
import { parseVacancies, type RoundVacancy } from './round-vacancies.js';

/** Somebody in a round as it was built. */
export interface RoundEntry {
  readonly case: string;
  readonly title: string;
  /** In the order of the round, 1 stands on top. */
  readonly place: number;
  readonly waitedDays: number;
  readonly roundsMissed: number;
  readonly need: JsonObject;
  /** Absent for rounds that were built before there was a key. */
  readonly placement?: Placement;
}

/** What a round was built of, as its variables tell: they stay when it is closed. */
export function roundRecord(instance: ProcessInstance): {
  readonly entries: readonly RoundEntry[];
  /** Undefined for rounds that were built before vacancies were kept. */
  readonly vacancies: readonly RoundVacancy[] | undefined;
} {
  const { oppforinger, ledigeBoliger } = rootVariables(instance);
  const entries = listOf(oppforinger).map((item, index) => entryOf(item, index + 1));
  return { entries, vacancies: ledigeBoliger === undefined ? undefined : parseVacancies(ledigeBoliger) };
}

/** The entry that a task «Vurder oppføring» asks about: the variable of the loop’s body in which the task stands. */
export function entryOfTask(
  { elements }: Pick<ProcessInstance, 'elements'>,
  { elementInstanceId }: Pick<UserTaskInstance, 'elementInstanceId'>,
): JsonObject | undefined {
  for (let id: Id<'ElementInstance'> | undefined = elementInstanceId; id !== undefined;) {
    const element = elements.get(id);
    const entry = element?.variables['oppforing'];
    if (isObject(entry)) return entry;
    id = element?.parentId;
  }
  return undefined;
}

/**
 * Those who stood above somebody who got an offer, and got none (domain register P7.3): each of them must be given a reason. Who is off the
 * list, or stands on hold, was not passed over.
 */
export function passedOver<Entry extends { readonly place: number; readonly outcome: string | undefined }>(
  entries: readonly Entry[],
): readonly Entry[] {
  const lastOffered = Math.max(0, ...entries.filter(({ outcome }) => outcome === 'tilbud').map(({ place }) => place));
  return entries.filter(
    ({ place, outcome }) =>
      place < lastOffered && outcome !== 'tilbud' && outcome !== 'ut' && outcome !== 'satt-pa-vent',
  );
}

function entryOf(item: Json, place: number): RoundEntry {
  const entry = objectOf(item);
  const placement = parsePlacement(entry['plassering']);
  return {
    case: textOf(entry['processInstanceId']),
    title: textOf(entry['tittel']),
    place,
    waitedDays: numberOf(entry['ventetDager']),
    roundsMissed: numberOf(entry['ikkeVurdertRunder']),
    need: objectOf(entry['behov']),
    ...(placement && { placement }),
  };
}

const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
