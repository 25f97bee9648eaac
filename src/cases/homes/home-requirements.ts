import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import { isValidOn } from '../../shared/valid-on.js';

const text = z.string().min(1);
const versionSchema = z.strictObject({
  validFrom: z.iso.date(),
  validTo: z.iso.date().exactOptional(),
  requirements: z.array(
    z.strictObject({ need: text, is: z.union([text, z.boolean()]), anyOf: z.array(text).min(1), text }),
  ),
  sameBuilding: z.strictObject({ need: text, text }),
  constraints: z.array(z.strictObject({ name: text, is: text, text })),
});

/** What a home must have to be offered to somebody, and what is said where it has not: one version of it. */
export type HomeRequirements = z.infer<typeof versionSchema>;

/** Every version of what a home must have, the oldest first, without a day between two: data of the municipality. */
export type DatedHomeRequirements = readonly [HomeRequirements, ...HomeRequirements[]];

const rulesSchema = z.strictObject({
  about: z.string(),
  versions: z
    .tuple([versionSchema], versionSchema)
    .refine(
      (versions) => versions.every(({ validTo }, at) => validTo === versions[at + 1]?.validFrom),
      'Expected each version to apply until the day the next begins, but there is a gap or an overlap',
    ),
});

/** Reads what a home must have from workflows/boligkrav.json. */
export async function readHomeRequirements(file: string): Promise<DatedHomeRequirements> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  return rulesSchema.parse(json).versions;
}

/** What a home had to have on a day. The oldest version applies to earlier days, too: nothing was dated then. */
export const requirementsOn = (versions: DatedHomeRequirements, on: LocalDate): HomeRequirements =>
  versions.find((version) => isValidOn(version, on)) ?? versions[0];

/** A building as far as it decides who may live there. */
export interface Surroundings extends Pick<BuildingRecord, 'groups' | 'constraints'> {
  readonly id: string;
}

/**
 * Why a home does not fit what an order (bestilling) asks for, in Norwegian, one sentence for each reason; none where it fits. A
 * building's constraint that the order says nothing of is a reason, too: nobody is offered such a home by accident.
 */
export function misfitsOf(
  { requirements, sameBuilding, constraints }: HomeRequirements,
  need: JsonObject,
  { home, building }: { readonly home: Pick<HomeRecord, 'egenskaper'>; readonly building: Surroundings },
): readonly string[] {
  const has = new Set([...home.egenskaper, ...building.groups]);
  const wanted = need[sameBuilding.need];
  return [
    ...requirements.filter(({ need: field, is, anyOf }) => need[field] === is && !anyOf.some((one) => has.has(one))),
    ...(typeof wanted === 'string' && wanted !== '' && wanted !== building.id ? [sameBuilding] : []),
    ...Object.entries(building.constraints)
      .filter(([name, value]) => need[name] !== value)
      .map(
        ([name, value]) =>
          constraints.find((one) => one.name === name && one.is === value) ?? {
            text: `Bygget har et vilkår som bestillingen ikke sier noe om: ${name}.`,
          },
      ),
  ].map((reason) => reason.text);
}
