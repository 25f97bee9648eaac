import { z } from 'zod';
import type { DeadlineRegister } from '../../src/engine/index.js';
import { readWorkflowJson } from './workflow-files.js';

const period = z.string().regex(/^P\d+[DWMY]$/);
const rungSchema = z.strictObject({
  kind: z.enum(['reminder', 'escalation']),
  offset: z.string().regex(/^-?P\d+D$/),
  to: z.string(),
});
const ruleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  name: z.string().min(1),
  length: z.union([z.strictObject({ period }), z.strictObject({ workingDays: z.int().positive() })]),
  kind: z.enum(['right', 'authority', 'guidance', 'local']),
  rounding: z.enum(['forward', 'backward', 'none']),
  law: z.string().min(1),
  verified: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().exactOptional(),
  ladder: z.array(rungSchema),
  breachTo: z.string().exactOptional(),
});

/** The deadline register of workflows/frister.json, checked. */
export const deadlineRegister: DeadlineRegister = z.array(ruleSchema).parse(readWorkflowJson('frister.json'));
