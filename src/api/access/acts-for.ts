import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { isCurrent } from '../../runtime/person-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** Whether `who` acts for a person today (fullmektig, forvaltningsloven § 12). */
export async function actsFor(
  { persons, clock }: Pick<ApiPorts, 'persons' | 'clock'>,
  { tenant, actor }: RequestActor,
  subject: RequestActor['actor']['id'],
): Promise<boolean> {
  const [person, now] = await Promise.all([persons.person(tenant, subject), clock.now(tenant)]);
  const mandates = (person?.representatives ?? []).filter(({ kind }) => kind === 'fullmektig');
  return mandates.some((one) => one.actor === actor.id && isCurrent(one, dateInNorway(now)));
}
