import { mayCount } from '../../cases/access/may.js';
import { maySeeWhoWaits } from '../../cases/access/may-see-who-waits.js';
import { compareRules, figuresOf } from '../../cases/waiting-list/priority/compare-rules.js';
import type { ComparedEntry, ComparedRound, Rank } from '../../cases/waiting-list/priority/compare-rules.js';
import { lastYear } from '../../cases/waiting-list/priority/last-year.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { CompareRule, RuleComparisonView } from '../../contract/priority-rule.contract.js';
import { shownCases } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { readRule } from './read-rule.js';

/**
 * Replays past rounds with a proposed key. The staff of the whole list get who goes up and down, with names and reasons of those whose
 * cases they may see, for whom it is written down; others who may count get figures of five persons or more.
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
  // Who may count counts all of them; who is shown is asked of each (`named`).
  const reviews = await asSystem(() => ports.waitingList.reviews(tenant, wanted));
  const compared = compareRules(reviews, rule);
  const { rounds, up = null, down = null, same = null } = figuresOf(compared);
  const items = maySeeWhoWaits(actor) ? await named(ports, who, compared) : null;
  return { ...wanted, rounds, figures: { up, down, same }, items };
}

async function named(ports: ApiPorts, who: RequestActor, compared: readonly ComparedRound[]) {
  const ids = [...new Set(compared.flatMap(({ entries }) => entries.map((entry) => entry.processInstanceId)))];
  const shown = await shownCases(ports, who, { ids, part: 'waiting-list' });
  const open = new Set(shown.map(({ id }) => id));
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
  before: rankView(before, isNamed),
  after: rankView(after, isNamed),
});

const rankView = ({ place, group, reasons, ruleVersion }: Rank, isNamed: boolean) => ({
  place,
  group,
  reasons: isNamed ? [...reasons] : [],
  ruleVersion,
});
