import { localDateOf } from '../../engine/index.js';
import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import { reserveHomes } from './claim-homes.js';
import { misfitsOf, requirementsOn } from './home-requirements.js';
import type { DatedHomeRequirements } from './home-requirements.js';
import { refuse } from './refuse.js';

/** Homes that somebody is to choose between. */
export interface HomeOffer {
  readonly homes: readonly Id<'Home'>[];
  readonly person: Id<'Actor'>;
  /** What the order asks for. */
  readonly need: JsonObject;
  /** Names the offer; its reservations are called after it. */
  readonly id: string;
  /** The case that keeps them until they are let or released; absent: the one that the step is taken in. */
  readonly keptIn?: Id<'ProcessInstance'>;
}

/**
 * Keeps every home of an offer for the person, or none. Refused where one is taken, frozen or not in use, as `reserveHomes` does, and where one
 * does not fit what the order asks for by the rules of that day (`dwelling-mismatch`, with every reason).
 */
export function offerHomes(
  versions: DatedHomeRequirements,
  { homes, person, need, id, keptIn }: HomeOffer,
): RegisterStep {
  const reserve = reserveHomes(
    homes.map((home, at) => ({ home, person, reservation: idOf<'Reservation'>(`${id}-${at + 1}`) })),
  );
  return {
    ...reserve,
    decide: (records, moment) => {
      const decision = reserve.decide(
        records,
        keptIn === undefined ? moment : { ...moment, processInstanceId: keptIn },
      );
      if (!decision.ok) return decision;
      const rules = requirementsOn(versions, localDateOf(moment.at));
      for (const wanted of homes) {
        const home = records.homes.get(wanted);
        const building = home && records.buildings.get(home.building);
        if (home === undefined || building === undefined) return refuse('record-not-found', wanted);
        const reasons = misfitsOf(rules, need, { home, building });
        if (reasons.length > 0) {
          const errors = reasons.map((message) => ({ path: 'boliger', message: `${home.name}: ${message}` }));
          return refuse('dwelling-mismatch', wanted, { detail: `${home.name}: ${reasons.join(' ')}`, errors });
        }
      }
      return decision;
    },
  };
}
