import type { AgreementGap, Repair } from '../../runtime/homes/building-event.js';
import { urgencies } from '../../runtime/homes/building-event.js';
import { kindsOfWork, repairers } from '../../runtime/homes/building-record.js';
import type { KindOfWork, Repairer } from '../../runtime/homes/building-record.js';
import type { RegisterRecords, RegisterStep, StepMoment } from '../../runtime/homes/register-step.js';
import { idOf } from '../../shared/id.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { refuse } from './refuse.js';

/** What happens to a repair: the words that a diagram may use in the header `hendelse`. */
export const repairEvents = ['meldt', 'fordelt', 'sikret', 'utfort', 'lost', 'ikke-lost'] as const;

/** One of them. */
export type RepairEvent = (typeof repairEvents)[number];

/** After so many times that the resident says "ikke løst", a leader has the repair. */
const reopeningsUntilLeader = 2;

/**
 * Writes what happened to the repair of a case, as its variables say: `bygg`, `bolig`, `arbeid`, `hastegrad`, `ansvarlig`, and what an
 * earlier step gave. Gives the case what the rules of repair ask for, `eier` and `avtaltMed`, how the repair stands;
 * never who lives there or why. Refuses a building or home that is not in the register.
 */
export const followRepair = (event: RepairEvent, said: JsonObject): RegisterStep => {
  const building = idOf<'Building'>(text(said['bygg']) ?? '');
  const named = text(said['bolig']);
  const home = named === undefined ? undefined : idOf<'Home'>(named);
  return {
    buildings: [building],
    homes: home === undefined ? [] : [home],
    decide: (records, moment) => {
      const place = records.buildings.get(building);
      if (place === undefined) return refuse('record-not-found', building);
      if (home !== undefined && records.homes.get(home)?.building !== building) return refuse('record-not-found', home);

      const repair = repairAfter(event, said, moment);
      if (repair === undefined)
        return refuse('register-input', building, { detail: 'Arbeid eller hastegrad mangler.' });
      const gives = { ...placeOf(records, repair), ...standing(repair) };
      return { ok: true, changes: [{ change: 'reparasjon', repair }], gives };
    },
  };
};

function repairAfter(event: RepairEvent, said: JsonObject, { at, processInstanceId: id }: StepMoment) {
  const work = wordOf(kindsOfWork, said['arbeid']);
  const urgency = wordOf(urgencies, said['hastegrad']);
  if (id === undefined || work === undefined || urgency === undefined) return undefined;

  const [home, responsible] = [text(said['bolig']), wordOf(repairers, said['ansvarlig'])];
  const madeSafeAt = event === 'sikret' ? at : text(said['sikretAt']);
  const reopened = (typeof said['gjenapnet'] === 'number' ? said['gjenapnet'] : 0) + (event === 'ikke-lost' ? 1 : 0);
  const repair: Repair = {
    ...{ id, building: idOf<'Building'>(text(said['bygg']) ?? ''), work, urgency, reopened },
    ...(home !== undefined && { home: idOf<'Home'>(home) }),
    ...(responsible !== undefined && { responsible }),
    state: stateAfter(event, reopened),
    reportedAt: text(said['meldtAt']) ?? at,
    ...(madeSafeAt !== undefined && { madeSafeAt }),
    ...(event === 'lost' && { endedAt: at }),
  };
  return repair;
}

const stateAfter = (event: RepairEvent, reopened: number): Repair['state'] => {
  if (event !== 'ikke-lost') return event;
  return reopened >= reopeningsUntilLeader ? 'hos-leder' : 'fordelt';
};

function placeOf({ buildings }: RegisterRecords, { building, work }: Repair): JsonObject {
  const place = buildings.get(building);
  const agreed = place?.repairRules.find((rule) => rule.work === work)?.responsible ?? null;
  return { byggNavn: place?.name ?? '', eier: place?.owner ?? null, avtaltMed: agreed };
}

const standing = ({ reportedAt, madeSafeAt, reopened, state }: Repair): JsonObject => ({
  ...{ meldtAt: reportedAt, gjenapnet: reopened, tilstand: state },
  ...(madeSafeAt !== undefined && { sikretAt: madeSafeAt }),
});

/** Logs that somebody refused work that the rules gave them: the agreement has a hole. Gives `avvistAv`, whom the rules pass over now. */
export const logAgreementGap = (said: JsonObject): RegisterStep => {
  const building = idOf<'Building'>(text(said['bygg']) ?? '');
  return {
    buildings: [building],
    decide: ({ buildings }, { at: foundAt, processInstanceId: id }) => {
      if (!buildings.has(building)) return refuse('record-not-found', building);
      const work: KindOfWork | undefined = wordOf(kindsOfWork, said['arbeid']);
      const refusedBy: Repairer | undefined = wordOf(repairers, said['ansvarlig']);
      if (id === undefined || work === undefined || refusedBy === undefined) return refuse('register-input', building);

      const gap: AgreementGap = { id, building, work, refusedBy, reason: text(said['avslagGrunn']) ?? '', foundAt };
      return { ok: true, changes: [{ change: 'hull-i-avtale', gap }], gives: { avvistAv: refusedBy } };
    },
  };
};

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const wordOf = <Word extends string>(words: readonly Word[], value: Json | undefined): Word | undefined =>
  words.find((word) => word === value);
