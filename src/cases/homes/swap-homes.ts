import { evolveRecords } from '../../runtime/homes/evolve-records.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { RegisterChange, RegisterRecords, RegisterStep, StepMoment } from '../../runtime/homes/register-step.js';
import { localDateOf } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { changeLease, endLease, letHome } from './let-homes.js';
import type { Lease } from './let-homes.js';

/** Who has moved on, to which home if that is known, and on which day. */
export interface MovedOn {
  readonly person: Id<'Actor'>;
  readonly to?: Id<'Home'>;
  readonly movedOn: LocalDate;
}

/**
 * Lets a home to somebody who leaves another one for it (bytte), in one step. What they rent besides ends on the day that the new lease begins: at
 * once where that day has come, and until then the old home has a day on which it becomes vacant.
 */
export const swapHomes = (lease: Lease): RegisterStep => {
  const begin = letHome(lease);
  return {
    ...begin,
    rentedBy: [lease.person],
    decide: (records, moment) => {
      const begun = begin.decide(records, moment);
      if (!begun.ok) return begun;
      const after = begun.changes.reduce(evolveRecords, records);
      const left = leave(after, moment, { person: lease.person, to: lease.home, movedOn: lease.fromOn });
      return left.ok ? { ...begun, changes: [...begun.changes, ...left.changes] } : left;
    },
  };
};

/** Ends what somebody still rents besides the home that they have moved into. Nothing to do is no refusal. */
export const leaveOldHome = (moved: MovedOn): RegisterStep => ({
  rentedBy: [moved.person],
  decide: (records, moment) => {
    const left = leave(records, moment, moved);
    return left.ok ? { ...left, gives: {} } : left;
  },
});

type Left = { readonly ok: true; readonly changes: readonly RegisterChange[] } | Refused;
type Refused = Extract<ReturnType<RegisterStep['decide']>, { readonly ok: false }>;

function leave(records: RegisterRecords, moment: StepMoment, { person, to, movedOn }: MovedOn): Left {
  const old = [...records.homes.values()].filter((home) => home.id !== to && home.tenancy?.person === person);
  const changes: RegisterChange[] = [];
  for (const home of old) {
    const decision = stepOut(home, movedOn, localDateOf(moment.at))?.decide(records, moment);
    if (decision === undefined) continue;
    if (!decision.ok) return decision;
    changes.push(...decision.changes);
  }
  return { ok: true, changes };
}

function stepOut({ id, tenancy }: HomeRecord, movedOn: LocalDate, today: LocalDate): RegisterStep | undefined {
  if (tenancy === undefined) return undefined;
  return movedOn <= today
    ? endLease(id, tenancy.id, { endedOn: movedOn, endReason: 'bytte' })
    : changeLease(id, tenancy.id, { leavesOn: movedOn });
}
