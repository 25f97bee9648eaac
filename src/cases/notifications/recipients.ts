import type { TaskRelation } from '../../engine/index.js';
import { localDateOf } from '../../engine/index.js';
import type { ActorDirectory, Person } from '../../runtime/case-ports.js';
import type { Absence, AbsenceBook, CaseKeepers } from '../../runtime/notice-ports.js';
import type { Notification } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { fillTemplate } from '../fill-template.js';
import type { DeliveryRules } from './delivery-rules.js';
import type { InWords } from './postbox.js';

/** Somebody who hears of a task, and why where that is not plain. */
export interface Recipient {
  readonly person: Person;
  readonly why?: InWords<string>;
}

/** What recipients are found with. */
export interface RecipientParts {
  readonly directory: ActorDirectory;
  readonly absences: Pick<AbsenceBook, 'current'>;
  readonly keepers: CaseKeepers;
  readonly rules: DeliveryRules;
}

/**
 * Who hears a notice: the person or group it names, or who stands to the task as it says. Where a relation leads to nobody, those
 * who may take the task hear it. Whoever stands in for somebody who is away hears it too, and both are told why.
 */
export async function recipientsOf(parts: RecipientParts, notification: Notification): Promise<readonly Recipient[]> {
  const { directory } = parts;
  const { tenant, effect } = notification;
  if ('groups' in effect.to) return alone(await directory.membersOf(tenant, effect.to.groups));
  if ('actor' in effect.to) return withSubstitutes(parts, notification, effect.to.actor);

  const related = await relatedTo(parts, notification, effect.to);
  return related.length > 0 ? related : alone(await directory.membersOf(tenant, effect.to.unit));
}

/** People who hear something for themselves. */
export const alone = (people: readonly Person[]): readonly Recipient[] => people.map((person) => ({ person }));

async function relatedTo(
  parts: RecipientParts,
  notification: Notification,
  to: TaskRelation,
): Promise<readonly Recipient[]> {
  const { directory, keepers, rules } = parts;
  const { tenant, processInstanceId } = notification;
  switch (to.relation) {
    case 'leader': {
      const own = to.assignee === undefined ? undefined : await directory.person(tenant, to.assignee);
      const leaders = leadersOf(rules, to.unit.length > 0 ? to.unit : (own?.groups ?? []));
      return leaders.length === 0 ? [] : alone(await directory.membersOf(tenant, leaders));
    }
    case 'owner': {
      const owner = await keepers.keeperOf(tenant, processInstanceId);
      return owner === undefined ? [] : withSubstitutes(parts, notification, owner);
    }
    case 'substitute': {
      if (to.assignee === undefined) return [];
      const both = await withSubstitutes(parts, notification, to.assignee);
      return both.length > 1 ? both.slice(1) : both;
    }
  }
}

/** The groups of those who lead these units, each once. */
export function leadersOf({ leaders }: DeliveryRules, units: readonly string[]): readonly string[] {
  return [...new Set(units.flatMap((unit) => leaders[unit] ?? []))];
}

/** A person, and whoever stands in for that person that day: both, and both told why. Nobody where the person is not known. */
export async function withSubstitutes(
  { directory, absences }: Pick<RecipientParts, 'directory' | 'absences'>,
  { tenant, at }: Pick<Notification, 'tenant' | 'at'>,
  id: Id<'Actor'>,
): Promise<readonly Recipient[]> {
  const person = await directory.person(tenant, id);
  if (person === undefined) return [];

  const today = localDateOf(at);
  const current = await absences.current(tenant, today, id);
  const absence = current.find(({ fromOn }) => fromOn <= today);
  const substitute = absence && (await directory.person(tenant, absence.substitute));
  if (absence === undefined || substitute === undefined || substitute.id === id) return [{ person }];
  return [
    { person, why: reason('fravaer', substitute, absence) },
    { person: substitute, why: reason('vikar', person, absence) },
  ];
}

const reason =
  (why: 'vikar' | 'fravaer', { name }: Person, { toOn }: Absence): InWords<string> =>
  ({ grunner }, language) =>
    fillTemplate(grunner[why], { navn: name, dato: toOn }, language);
