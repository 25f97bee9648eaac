import type { RegisterDesk, RegisterOutcome, RegisterRequest } from '../../runtime/homes/home-ports.js';
import type { RegisterRecords } from '../../runtime/homes/register-step.js';
import { addDuration } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import { rowsOfStep } from '../homes/rows-of-step.js';
import type { DecidedStep } from '../homes/rows-of-step.js';
import { receiptName } from '../process-instances/receipts.js';
import type { Municipalities, Municipality } from './municipality.js';

/** Where people change registers, in memory: each step is one breath. */
export class MemoryRegisterDesk implements RegisterDesk {
  constructor(private readonly municipalities: Municipalities) {}

  async change({ tenant, actor, receipt, step }: RegisterRequest): Promise<RegisterOutcome> {
    const municipality = this.municipalities.of(tenant);
    const name = receiptName(actor, receipt.key);
    const first = municipality.registers.receipts.get(name);
    if (first !== undefined)
      return first.requestHash === receipt.requestHash
        ? { ok: true, gives: first.gives }
        : { ok: false, rejection: { reason: 'receipt-reused' } };

    const before = recordsAt(municipality, municipality.now);
    const moment = { at: municipality.now, actor };
    const decision = step.decide(before, moment);
    if (!decision.ok) return decision;

    const { changes, gives } = decision;
    keepRegisters(municipality, { before, changes, moment });
    municipality.registers.receipts.set(name, { requestHash: receipt.requestHash, gives });
    return { ok: true, gives };
  }
}

/** Every record, with the reports of the month before `at`. */
export function recordsAt({ registers }: Municipality, at: Instant): RegisterRecords {
  const since = addDuration(at, '-P1M');
  const reports = [...registers.reports.values()].filter(({ reportedAt }) => reportedAt > since);
  const count = (id: string): number => reports.filter(({ building }) => building === id).length;
  const buildings = [...registers.buildings].map(
    ([id, record]) => [id, { ...record, recentReports: count(id) }] as const,
  );
  return { buildings: new Map(buildings), homes: new Map(registers.homes), claims: new Map(registers.claims) };
}

/** Keeps what a step does to registers. */
export function keepRegisters({ registers }: Municipality, step: DecidedStep): void {
  const { history, buildings, homes, reservations, tenancies, claims, repairs, gaps, reports, meetings, items } =
    rowsOfStep(step);
  registers.history.push(...history);
  for (const building of buildings) registers.buildings.set(building.id, building);
  for (const home of homes) registers.homes.set(home.id, home);
  for (const reservation of reservations) registers.reservations.set(reservation.id, reservation);
  for (const tenancy of tenancies) registers.tenancies.set(tenancy.id, tenancy);
  for (const claim of claims) registers.claims.set(claim.id, claim);
  for (const repair of repairs) registers.repairs.set(repair.id, repair);
  for (const gap of gaps) if (!registers.gaps.has(gap.id)) registers.gaps.set(gap.id, gap);
  for (const report of reports) registers.reports.set(report.id, report);
  for (const meeting of meetings) registers.meetings.set(meeting.id, meeting);
  for (const item of items) registers.items.set(item.id, item);
}
