import type { SafetyReport } from '../../runtime/homes/building-event.js';
import { kindsOfUnsafety, ladderSteps, safetyMeasures } from '../../runtime/homes/building-event.js';
import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { RegisterStep, StepMoment } from '../../runtime/homes/register-step.js';
import { idOf } from '../../shared/id.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { refuse } from '../homes/refuse.js';

/** What happens to a report of an unsafe building: the words that a diagram may use in the header `hendelse`. */
export const safetyEvents = ['meldt', 'trygt', 'fulgt-opp', 'utrygt-igjen', 'lukket'] as const;

/** One of them. */
export type SafetyEvent = (typeof safetyEvents)[number];

/**
 * Writes what became of the report of a case, as its variables say: `bygg`, `slag`, `tryggTiltak`, `trinn`, and what an earlier step gave. Whether
 * anybody knows who told is whether there is a `melder`; who it is, and what was said, stays in the case. Gives `meldtAt`,
 * `meldingerSisteManed` with this one, whether a freeze is waiting or decided (`stansErVurdert`), and whether a milder step was tried
 * (`mildereProvd`); `utrygtSidenAt` where it is not safe now. Refuses a building that is not in the register.
 */
export const followSafety = (event: SafetyEvent, said: JsonObject): RegisterStep => {
  const building = idOf<'Building'>(text(said['bygg']) ?? '');
  return {
    buildings: [building],
    decide: ({ buildings }, moment) => {
      const place = buildings.get(building);
      if (place === undefined) return refuse('record-not-found', building);
      const report = reportAfter(event, said, moment);
      if (report === undefined) return refuse('register-input', building, { detail: 'Slag eller tiltak mangler.' });

      const recent = place.recentReports + (report.revision === 1 ? 1 : 0);
      const gives = {
        ...{ ...placeOf(place), meldingerSisteManed: recent, ...standing(report) },
        ...(report.state === 'meldt' && { utrygtSidenAt: moment.at }),
      };
      return { ok: true, changes: [{ change: 'utrygghet', report }], gives };
    },
  };
};

function reportAfter(
  event: SafetyEvent,
  said: JsonObject,
  { at, processInstanceId: id }: StepMoment,
): SafetyReport | undefined {
  const kind = wordOf(kindsOfUnsafety, said['slag']);
  const [by, tried] = [wordOf(safetyMeasures, said['tryggTiltak']), wordOf(ladderSteps, said['trinn'])];
  if (id === undefined || kind === undefined) return undefined;
  if ((event === 'trygt' && by === undefined) || (event === 'fulgt-opp' && tried === undefined)) return undefined;

  const before = said['meldingRevisjon'];
  const madeSafeAt = text(said['trygtAt']) ?? (event === 'trygt' ? at : undefined);
  const step = highest(wordOf(ladderSteps, said['hoyesteTrinn']), event === 'fulgt-opp' ? tried : undefined);
  return {
    ...{
      id,
      building: idOf<'Building'>(text(said['bygg']) ?? ''),
      kind,
      state: event === 'utrygt-igjen' ? 'meldt' : event,
    },
    revision: typeof before === 'number' ? before + 1 : 1,
    anonymous: text(said['melder']) === undefined,
    reportedAt: text(said['meldtAt']) ?? at,
    ...(madeSafeAt !== undefined && { madeSafeAt }),
    ...(by !== undefined && { madeSafeBy: by }),
    ...(step !== undefined && { step }),
    ...(event === 'lukket' && { endedAt: at }),
  };
}

type LadderStep = (typeof ladderSteps)[number];

const highest = (...steps: readonly (LadderStep | undefined)[]): LadderStep | undefined =>
  ladderSteps.findLast((step) => steps.includes(step));

const placeOf = ({ name, freeze, freezeProposedAt }: BuildingRecord): JsonObject => ({
  byggNavn: name,
  stansErVurdert: freeze !== undefined || freezeProposedAt !== undefined,
});

const standing = ({ reportedAt, revision, madeSafeAt, step }: SafetyReport): JsonObject => ({
  ...{ meldtAt: reportedAt, meldingRevisjon: revision, mildereProvd: step === undefined ? 'nei' : 'ja' },
  ...(madeSafeAt !== undefined && { trygtAt: madeSafeAt }),
  ...(step !== undefined && { hoyesteTrinn: step }),
});

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const wordOf = <Word extends string>(words: readonly Word[], value: Json | undefined): Word | undefined =>
  words.find((word) => word === value);
