import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { DeadlineRegister } from '../../engine/index.js';

const rungSchema = z.strictObject({ kind: z.enum(['reminder', 'escalation']), offset: z.string(), to: z.string() });

const ruleSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  length: z.union([z.strictObject({ period: z.string() }), z.strictObject({ workingDays: z.number().int() })]),
  kind: z.enum(['right', 'authority', 'guidance', 'local']),
  rounding: z.enum(['forward', 'backward', 'none']),
  law: z.string(),
  verified: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().exactOptional(),
  ladder: z.array(rungSchema),
  breachTo: z.string().exactOptional(),
});

/** Reads the deadline register (workflows/frister.json); a row that is not complete is refused. */
export async function readDeadlineRegister(file: string): Promise<DeadlineRegister> {
  return z.array(ruleSchema).parse(JSON.parse(await readFile(file, 'utf8')));
}
