import { isObject, objectOf } from '../../../shared/json.js';
import type { Json, JsonObject } from '../../../shared/json.js';

/** A row of the priority key that somebody meets, with its words. */
export interface PlacementReason {
  /** `A` to `H` of the key. */
  readonly condition: string;
  readonly text: string;
}

/** Where the priority key puts somebody, why, and by which version of it. */
export interface Placement {
  readonly ruleVersion: number;
  /** From 1, which goes first. */
  readonly group: number;
  readonly reasons: readonly PlacementReason[];
  /** Within a group the greater goes first: days of waiting, as the key is delivered. */
  readonly tieBreak: number;
  /** Whether a home that is free now is for people like this one; absent where nobody knows. */
  readonly fitsVacancy?: boolean;
  /** What the key was asked with. */
  readonly given: JsonObject;
}

/** Who goes first by the key: the lower group, then the greater tie-break. */
export const byKey = (one: Placement, other: Placement): number =>
  one.group - other.group || other.tieBreak - one.tieBreak;

/** A placement as cases and reviews keep it. */
export function placementJson({ ruleVersion, group, reasons, tieBreak, fitsVacancy, given }: Placement): JsonObject {
  return {
    regelVersjon: ruleVersion,
    plassgruppe: group,
    grunner: reasons.map(({ condition, text }) => ({ vilkar: condition, grunn: text })),
    likeStilt: tieBreak,
    passerLedigBolig: fitsVacancy ?? null,
    forhold: given,
  };
}

/** Reads what was kept; undefined where it is no placement, as of rounds before there was a key. */
export function parsePlacement(json: Json | undefined): Placement | undefined {
  if (!isObject(json) || typeof json['regelVersjon'] !== 'number') return undefined;
  const found = parseKeyAnswer(json);
  return found === undefined
    ? undefined
    : { ...found, ruleVersion: json['regelVersjon'], given: objectOf(json['forhold']) };
}

/** Reads what the key answers: `{ plassgruppe, grunner: [{ vilkar, grunn }], likeStilt, passerLedigBolig }`. */
export function parseKeyAnswer(json: Json | undefined): Omit<Placement, 'ruleVersion' | 'given'> | undefined {
  if (!isObject(json)) return undefined;
  const { plassgruppe, grunner, likeStilt, passerLedigBolig } = json;
  if (typeof plassgruppe !== 'number' || plassgruppe < 1 || !Number.isInteger(plassgruppe)) return undefined;
  if (!Array.isArray(grunner) || typeof likeStilt !== 'number') return undefined;

  const reasons = grunner.map(reasonOf);
  return {
    group: plassgruppe,
    reasons: reasons.flatMap((reason) => reason ?? []),
    tieBreak: likeStilt,
    ...(typeof passerLedigBolig === 'boolean' && { fitsVacancy: passerLedigBolig }),
  };
}

function reasonOf(item: Json): PlacementReason | undefined {
  if (!isObject(item)) return undefined;
  const { vilkar, grunn } = item;
  return typeof vilkar === 'string' && typeof grunn === 'string' ? { condition: vilkar, text: grunn } : undefined;
}
