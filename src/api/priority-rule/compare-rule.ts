import { mayReadCase } from '../../cases/access/may-read-case.js';
import { may, mayCount, partsFor } from '../../cases/access/may.js';
import { compareRules, figuresOf } from '../../cases/waiting-list/priority/compare-rules.js';
import type { ComparedEntry, ComparedRound, Rank } from '../../cases/waiting-list/priority/compare-rules.js';
import { lastYear } from '../../cases/waiting-list/priority/last-year.js';
import type { CompareRule, RuleComparisonView } from '../../contract/priority-rule.contract.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { readRule } from './read-rule.js';

/**
 * Replays past rounds with a proposed key. The staff of the whole list get who goes up and down and why, with the names of those whose
 * cases they may see; others who may count get figures of five persons or more. Changes nothing.
 */
export async function compareRule(
  ports: ApiPorts,
  who: RequestActor,
  { dmn, ...asked }: CompareRule,
): Promise<RuleComparisonView> {
  const { tenant, actor } = who;
  if (!mayCount(actor, 'waiting-list')) throw problem('actor-not-allowed');

  const rule = await readRule(dmn);
  const wanted = { ...lastYear(await ports.clock.now(tenant)), ...asked };
  const compared = compareRules(await ports.waitingList.reviews(tenant, wanted), rule);
  const { rounds, up = null, down = null, same = null } = figuresOf(compared);
  const isWhole = partsFor(actor, 'waiting-list') === undefined;
  const seesPersons = isWhole && may(actor, 'read', { data: 'waiting-list', isOfUnit: true });
  const items = seesPersons ? await named(ports, who, compared) : null;
  return { ...wanted, rounds, figures: { up, down, same }, items };
}

async function named(ports: ApiPorts, { tenant, actor }: RequestActor, compared: readonly ComparedRound[]) {
  const ids = [...new Set(compared.flatMap(({ entries }) => entries.map((entry) => entry.processInstanceId)))];
  const cases = await Promise.all(ids.map((id) => ports.cases.find(tenant, id)));
  const open = new Set(cases.flatMap((one) => (one !== undefined && mayReadCase(actor, one) ? [one.id] : [])));
  return compared.map(({ round, on, entries }) => ({
    round,
    on,
    entries: entries.map((entry) => entryView(entry, open.has(entry.processInstanceId))),
  }));
}

const entryView = ({ processInstanceId, title, change, before, after }: ComparedEntry, isNamed: boolean) => ({
  processInstanceId: isNamed ? processInstanceId : null,
  title: isNamed ? title : null,
  change,
  before: rankView(before),
  after: rankView(after),
});

const rankView = ({ place, group, reasons, ruleVersion }: Rank) => ({
  place,
  group,
  reasons: [...reasons],
  ruleVersion,
});
