import { basisInForce } from '../../cases/decisions/legal-bases.js';
import { causeOf, changedCounts, outcomeOf } from '../../cases/figures/changed-counts.js';
import { fewestShown } from '../../cases/figures/suppress.js';
import type { ChangedDecisionsQuery, ChangedDecisionsView } from '../../contract/changed-decision.contract.js';
import { shownCases } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/**
 * The decisions that appeals changed on these days: one by one in cases that the reader sees whole, which is written down for the person;
 * and as figures for everybody who may ask.
 */
export async function changedDecisions(
  ports: ApiPorts,
  who: RequestActor,
  { from, to }: ChangedDecisionsQuery,
): Promise<ChangedDecisionsView> {
  const { changes: settings } = ports.figureSettings;
  const places = settings.places.map(({ names, ...place }) => ({ ...place, changed: Object.keys(names) }));
  const changes = await ports.changedDecisions.between(who.tenant, { from, to }, places);
  const ids = [...new Set(changes.map(({ processInstanceId }) => processInstanceId))];
  const shown = new Map((await shownCases(ports, who, { ids, part: 'decision' })).map((one) => [one.id, one]));

  const items = changes.flatMap((change) => {
    const { id, on, week, learned, legalBasis, processInstanceId } = change;
    const found = shown.get(processInstanceId);
    if (found === undefined) return [];
    const basis = legalBasis === null ? undefined : basisInForce(ports.legalBases, legalBasis, on);
    return {
      ...{ id, on, week, learned, processInstanceId, title: found.title, legalBasis: basis?.name ?? legalBasis },
      ...{ outcome: outcomeOf(settings, change), cause: causeOf(settings, change) },
    };
  });
  const { total, causes, outcomes } = changedCounts(settings, changes, items.length === changes.length);
  return { fewestShown, total, causes: [...causes], outcomes: [...outcomes], items };
}
