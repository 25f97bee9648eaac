import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LocalDate } from '../../shared/time.js';
import { isValidOn } from '../../shared/valid-on.js';

const basisSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  law: z.string().min(1),
  verified: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().exactOptional(),
  appealBody: z.string().min(1),
  appealBodyIn: z.strictObject({ nn: z.string().min(1) }),
  appealRule: z.string().regex(/^[A-Z0-9-]+$/),
  letters: z.strictObject({ granted: z.string(), refused: z.string(), shutsOut: z.string().exactOptional() }),
  fourEyes: z.array(z.enum(['innvilget', 'delvis', 'avslag', 'utestenging'])),
});

/**
 * One version of a legal basis: what follows from deciding by it. The law says who takes the appeal and how long there is for it,
 * never the unit that decided (SOM-2024-1706). A version is told by `id` and `validFrom`.
 */
export interface LegalBasis {
  readonly id: string;
  readonly name: string;
  readonly law: string;
  readonly verified: boolean;
  readonly validFrom: LocalDate;
  /** First day on which it no longer applies. */
  readonly validTo?: LocalDate;
  readonly appealBody: string;
  /** The same in other languages that letters are written in. */
  readonly appealBodyIn: { readonly nn: string };
  /** A rule of the deadline register. */
  readonly appealRule: string;
  /** Templates under workflows/brev/. */
  readonly letters: { readonly granted: string; readonly refused: string; readonly shutsOut?: string };
  /** The outcomes that a second person must approve; `utestenging` is any that shuts somebody out of a place. */
  readonly fourEyes: readonly string[];
}

/** Every version of every legal basis. */
export type LegalBases = readonly LegalBasis[];

/** Reads the legal bases from workflows/hjemler.json. */
export async function readLegalBases(file: string): Promise<LegalBases> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  return z.array(basisSchema).parse(json);
}

/** The version of a legal basis in force on a date, or undefined when there is none. */
export const basisInForce = (bases: LegalBases, id: string, on: LocalDate): LegalBasis | undefined =>
  bases.find((one) => one.id === id && isValidOn(one, on));
