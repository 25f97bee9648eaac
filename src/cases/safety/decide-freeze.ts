import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { RegisterChange, RegisterStep, StepMoment } from '../../runtime/homes/register-step.js';
import type { Actor } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { refuse } from '../homes/refuse.js';

/** What becomes of a freeze: the words that a diagram may use in the header `hendelse`. */
export const freezeEvents = ['foreslatt', 'stanset', 'ikke-stanset', 'sett-pa', 'gjenopptatt'] as const;

/** One of them. */
export type FreezeEvent = (typeof freezeEvents)[number];

/** What a case says of a freeze, and who has decided it there. */
export interface FreezeSaid {
  readonly variables: JsonObject;
  readonly decidedBy?: Actor['id'];
}

/**
 * Proposes that nobody is given a home in the building of a case (`bygg`), or does what a person has decided about that, with their reason
 * (`stansBegrunnelse`, `apneBegrunnelse`). Gives `meldingerSisteManed`, `forslagSendt` (false where a proposal waits or the building is frozen
 * already) and `stansIKraft`. Never lifts a freeze that was decided elsewhere.
 */
export const decideFreeze = (event: FreezeEvent, said: FreezeSaid): RegisterStep => {
  const building = idOf<'Building'>(text(said.variables['bygg']));
  return {
    buildings: [building],
    decide: ({ buildings }, moment) => {
      const place = buildings.get(building);
      if (place === undefined) return refuse('record-not-found', building);
      const changes = changesOf(place, { ...said, event }, moment);
      const isFrozen = changes.reduce(frozenAfter, place.freeze !== undefined);
      const gives = {
        ...{ byggNavn: place.name, meldingerSisteManed: place.recentReports, stansIKraft: isFrozen },
        ...(event === 'foreslatt' && { forslagSendt: changes.length > 0 }),
      };
      return { ok: true, changes, gives };
    },
  };
};

function changesOf(
  { id: building, freeze, freezeProposedAt }: BuildingRecord,
  { event, variables, decidedBy }: FreezeSaid & { readonly event: FreezeEvent },
  { at, actor }: StepMoment,
): readonly RegisterChange[] {
  const reason = text(variables['stansBegrunnelse']);
  switch (event) {
    case 'foreslatt':
      return (freeze ?? freezeProposedAt) ? [] : [{ change: 'frys-foreslatt', building, at }];
    case 'stanset':
      return [{ change: 'frosset', building, freeze: { since: freeze?.since ?? at, reason, by: decidedBy ?? actor } }];
    case 'ikke-stanset':
      return freeze === undefined ? [{ change: 'ikke-frosset', building, reason }] : [];
    case 'gjenopptatt':
      return freeze?.reason === reason
        ? [{ change: 'ikke-frosset', building, reason: text(variables['apneBegrunnelse']) }]
        : [];
    case 'sett-pa':
      return [];
  }
}

const frozenAfter = (before: boolean, { change }: RegisterChange): boolean =>
  change === 'frosset' || (before && change !== 'ikke-frosset');

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
