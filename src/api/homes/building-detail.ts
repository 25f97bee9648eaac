import { may, mayCount } from '../../cases/access/may.js';
import { mayReadCase } from '../../cases/access/may-read-case.js';
import { mayStart } from '../../cases/access/may-start.js';
import { openGaps } from '../../cases/homes/agreement-gaps.js';
import { historyText } from '../../cases/homes/history-text.js';
import { mayChangeStaffing, mayFreeze, mayReadRepairs } from '../../cases/homes/may-use-homes.js';
import { staffingOf, windDownOf } from '../../cases/homes/told-by-history.js';
import type { BuildingDetail } from '../../contract/home.contract.js';
import type { BuildingRow, HistoryRow } from '../../runtime/homes/home-ports.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { buildingView } from './home-view.js';
import { repairViews } from './repair-view.js';

/** A building with what happened to it, what is under way, and what the reader may do. */
export async function buildingDetail(ports: ApiPorts, who: RequestActor, row: BuildingRow): Promise<BuildingDetail> {
  const { tenant, actor } = who;
  const { reader } = ports.homes;
  const history = await reader.history(tenant, 'building', row.id);
  const maySeeRepairs = mayReadRepairs(actor);
  const repairs = maySeeRepairs ? await reader.repairs(tenant, row.id) : undefined;
  return {
    ...buildingView(row, actor),
    history: historyView(history),
    staffing: staffingOf(history) ?? null,
    repairs: repairs === undefined ? null : await repairViews(ports, who, repairs),
    gaps: maySeeRepairs ? [...openGaps(row, await reader.gaps(tenant))] : null,
    windDown: await shownCaseId(ports, who, windDownOf(history)),
    may: {
      freeze: mayFreeze(actor),
      changeStaffing: mayChangeStaffing(actor, row.responsibleUnit),
      windDown: row.status !== 'avvikles' && row.status !== 'stengt' && mayStart(actor, 'avvikling') !== undefined,
      readMeetings: may(actor, 'read', { data: 'residents-meeting', isOfUnit: true }),
      countSafety: mayCount(actor, 'deviation'),
    },
  };
}

/** What happened to a record, for a reader of it. */
export const historyView = (history: readonly HistoryRow[]): BuildingDetail['history'] =>
  history.map(({ revision, at, actor, change }) => ({ ...{ revision, at, actor }, text: historyText({ change }) }));

async function shownCaseId(
  { cases }: Pick<ApiPorts, 'cases'>,
  { tenant, actor }: RequestActor,
  id: Id<'ProcessInstance'> | undefined,
): Promise<string | null> {
  const found = id === undefined ? undefined : await cases.find(tenant, id);
  return found !== undefined && mayReadCase(actor, found) ? found.id : null;
}
