import { ruleAgainst, ruleOfFormerDecision } from '../../cases/access/impartiality.js';
import type { ImpartialityRule } from '../../cases/access/impartiality.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { knownInCase } from '../../cases/homes/task-registers.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import type { VisibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

type Ports = Pick<ApiPorts, 'clock' | 'impartiality' | 'cases'>;

/** Work that somebody wants to do; a case that is opened in an emergency has no task. */
type Work = Pick<VisibleUserTask, 'subject' | 'candidateGroups'> & Partial<Pick<VisibleUserTask, 'node' | 'case'>>;

/**
 * The rule by which `who` may not work on this task (forvaltningsloven § 6), or undefined where they may. A task that is for the person
 * whom the case is about, and no unit's work, asks nobody to be impartial; nor does one that came to that person, who is of no unit it is for.
 */
export async function ruleAgainstWork(
  ports: Ports,
  who: RequestActor,
  work: Work,
): Promise<ImpartialityRule | undefined> {
  const { subject, candidateGroups } = work;
  const { tenant, actor } = who;
  if (subject === undefined || candidateGroups.length === 0) return undefined;
  const isOfUnit = actor.groups.some((group) => candidateGroups.includes(group));
  if (actor.id === subject && !isOfUnit) return undefined;

  const { ties, rules } = ports.impartiality;
  const [between, now] = await Promise.all([ties.between(tenant, actor.id, subject), ports.clock.now(tenant)]);
  const today = dateInNorway(now);
  return ruleAgainst(rules, between, today) ?? ruleOfOwnDecision(ports, who, { ...work, subject, today });
}

/** Who made a decision is not the one to consider it anew, where the municipality wants it so. */
async function ruleOfOwnDecision(
  { impartiality: { ties, rules }, cases }: Ports,
  { tenant, actor }: RequestActor,
  { node, case: of, subject: person, today }: Work & { readonly subject: Id<'Actor'>; readonly today: LocalDate },
): Promise<ImpartialityRule | undefined> {
  if (node === undefined || of === undefined) return undefined;
  const rule = ruleOfFormerDecision(rules, { process: of.process, node }, today);
  const instance = rule && (await cases.snapshot(tenant, of.id));
  if (instance === undefined) return undefined;
  const { vedtak } = knownInCase(instance);
  const anew = { processInstanceId: of.id, person, ...(typeof vedtak === 'string' && { decision: vedtak }) };
  return (await ties.hasDecided(tenant, actor.id, anew)) ? rule : undefined;
}

/** Refuses work by somebody who is not impartial: 422 with the rule. */
export async function requireImpartial(...asked: Parameters<typeof ruleAgainstWork>): Promise<void> {
  const rule = await ruleAgainstWork(...asked);
  if (rule === undefined) return;
  throw problem('inhabil', { detail: rule.text, errors: [{ path: 'actor', message: rule.text, code: rule.id }] });
}
