import type { UnattendedCase } from '../../runtime/attention-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { outsiders } from '../access/may-read-work.js';
import { alone, leadersOf, withSubstitutes } from '../notifications/recipients.js';
import type { Recipient, RecipientParts } from '../notifications/recipients.js';

/** A step of the ladder that a case has reached. */
export interface ReachedStep {
  readonly tenant: TenantId;
  readonly at: Instant;
  /** `owner`, `leader` or a group. */
  readonly to: string;
  readonly about: Pick<UnattendedCase, 'processInstanceId' | 'subject' | 'openCandidateGroups' | 'readers'>;
}

/**
 * Who hears that something in a case was left lying: whoever has it, who leads the unit, or the group that the step names. Where nobody
 * has it, the unit hears it; where that leads to nobody, the administrators. Never the person whom the case is about.
 */
export async function attentionListeners(parts: RecipientParts, step: ReachedStep): Promise<readonly Recipient[]> {
  const named = await namedBy(parts, step);
  const heard = named.filter(({ person }) => person.id !== step.about.subject);
  return heard.length > 0 ? heard : alone(await parts.directory.membersOf(step.tenant, ['admin']));
}

async function namedBy(parts: RecipientParts, step: ReachedStep): Promise<readonly Recipient[]> {
  const { directory, rules } = parts;
  const { tenant, to, about } = step;
  if (to === 'owner') return ownersOf(parts, step);

  const groups = to === 'leader' ? leadersOf(rules, unitsOf(about)) : [to];
  return groups.length === 0 ? [] : alone(await directory.membersOf(tenant, groups));
}

async function ownersOf(parts: RecipientParts, step: ReachedStep): Promise<readonly Recipient[]> {
  const { tenant, about } = step;
  const keeper = await parts.keepers.keeperOf(tenant, about.processInstanceId);
  const owners = keeper === undefined ? [] : await withSubstitutes(parts, step, keeper);
  return owners.length > 0 ? owners : alone(await parts.directory.membersOf(tenant, unitsOf(about)));
}

/** Staff who may take what is open in the case; where nothing is open for them, staff who read it. */
function unitsOf({ openCandidateGroups, readers }: ReachedStep['about']): readonly string[] {
  const staff = (groups: readonly string[]): readonly string[] => groups.filter((group) => !outsiders.includes(group));
  const open = staff(openCandidateGroups);
  return open.length > 0 ? open : staff(readers);
}
