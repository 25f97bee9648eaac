import { evolveRecords } from '../../runtime/homes/evolve-records.js';
import type { RegisterChange, RegisterDecision, RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { reserveHomes } from './claim-homes.js';
import { endLease, letHome, rentOf } from './let-homes.js';

/** One move of a chain. */
export interface Link {
  readonly person: Id<'Actor'>;
  readonly to: Id<'Home'>;
  /** The home that this person leaves; absent: they have none. */
  readonly from?: Id<'Home'>;
  readonly reservation: Id<'Reservation'>;
  readonly tenancy: Id<'Tenancy'>;
}

/** What a person reads where a step was not taken: `homes` are the names of homes. */
export type HindranceText = (reason: string, home: string) => string;

/**
 * Reserves every home of a chain, or none. Gives `reservert`, and `hinder` (text, or null): a home that cannot be had is an answer, not an
 * error, because somebody is to change the chain then.
 */
export const reserveChain = (links: readonly Link[], text: HindranceText): RegisterStep =>
  answered(
    'reservert',
    reserveHomes(
      links.map(({ person, to: home, from: leaves, reservation }) => ({
        ...{ home, person, reservation },
        ...(leaves && { leaves }),
      })),
    ),
    text,
  );

/** Lets go of every home that the chain keeps; those that somebody let go already stay so. Leases are not touched. */
export const releaseChain = (links: readonly Link[]): RegisterStep => ({
  homes: links.map(({ to }) => to),
  decide: ({ homes }, { at }) => {
    const changes = links.flatMap(({ to: home, reservation }): readonly RegisterChange[] => {
      const live = homes.get(home)?.reservation;
      if (live?.id !== reservation) return [];
      return [{ change: 'frigitt', home, reservation: { ...live, releasedAt: at, released: 'nei' } }];
    });
    return { ok: true, changes, gives: {} };
  },
});

/**
 * Everybody in the chain has moved on that day: old leases end and new ones begin, all or none. Gives `flyttingFort`, and `hinder` (text,
 * or null).
 */
export const moveChain = (links: readonly Link[], movedOn: LocalDate, text: HindranceText): RegisterStep => {
  const homes = [...new Set(links.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to])))];
  const decide: RegisterStep['decide'] = (before, moment) => {
    const leaves = links.flatMap(({ from, person }) => {
      const lease = from === undefined ? undefined : before.homes.get(from)?.tenancy;
      return from !== undefined && lease?.person === person
        ? [endLease(from, lease.id, { endedOn: movedOn, endReason: 'flyttekjede' })]
        : [];
    });
    const begins = links.map(({ to: home, person, tenancy: id }) =>
      letHome({ home, person, id, fromOn: movedOn, ...rentOf(before.homes.get(home)) }),
    );
    let records = before;
    const changes: RegisterChange[] = [];
    for (const step of [...leaves, ...begins]) {
      const decision = step.decide(records, moment);
      if (!decision.ok) return decision;
      changes.push(...decision.changes);
      for (const change of decision.changes) records = evolveRecords(records, change);
    }
    return { ok: true, changes, gives: {} };
  };
  return answered('flyttingFort', { homes, decide }, text);
};

/** The step, with its refusal as an answer: nothing is changed then. */
const answered = (name: string, step: RegisterStep, text: HindranceText): RegisterStep => ({
  ...step,
  decide: (records, moment): RegisterDecision => {
    const decision = step.decide(records, moment);
    if (decision.ok) return { ...decision, gives: { [name]: true, hinder: null } };
    const { reason, record } = decision.rejection;
    const hinder = text(reason, records.homes.get(record)?.name ?? record);
    return { ok: true, changes: [], gives: { [name]: false, hinder } };
  },
});
