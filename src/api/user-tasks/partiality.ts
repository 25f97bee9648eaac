import { ruleAgainst } from '../../cases/access/impartiality.js';
import type { ImpartialityRule } from '../../cases/access/impartiality.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { VisibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/**
 * The rule by which `who` may not work on this task (forvaltningsloven § 6), or undefined where they may. A task that is for the person
 * whom the case is about, and no unit's work, asks nobody to be impartial; nor does one that came to that person, who is of no unit it is for.
 */
export async function ruleAgainstWork(
  { clock, impartiality }: Pick<ApiPorts, 'clock' | 'impartiality'>,
  { tenant, actor }: RequestActor,
  { subject, candidateGroups }: Pick<VisibleUserTask, 'subject' | 'candidateGroups'>,
): Promise<ImpartialityRule | undefined> {
  if (subject === undefined || candidateGroups.length === 0) return undefined;
  const isOfUnit = actor.groups.some((group) => candidateGroups.includes(group));
  if (actor.id === subject && !isOfUnit) return undefined;

  const ties = await impartiality.ties.between(tenant, actor.id, subject);
  if (!Object.values(ties).includes(true)) return undefined;
  return ruleAgainst(impartiality.rules, ties, dateInNorway(await clock.now(tenant)));
}

/** Refuses work by somebody who is not impartial: 422 with the rule. */
export async function requireImpartial(...asked: Parameters<typeof ruleAgainstWork>): Promise<void> {
  const rule = await ruleAgainstWork(...asked);
  if (rule === undefined) return;
  throw problem('inhabil', { detail: rule.text, errors: [{ path: 'actor', message: rule.text, code: rule.id }] });
}
