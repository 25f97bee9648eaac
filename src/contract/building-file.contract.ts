import { z } from 'zod';
import { buildingFields, repairRuleSchema } from './home.contract.js';
import { idSchema } from './id.contract.js';

const { work, responsible } = repairRuleSchema.shape;
const rule = new RegExp(`^(${work.options.join('|')})=(${responsible.options.join('|')})(:.{1,500})?$`, 's');

/** A building as a row of a file: constraints and repair rules are written in one cell each. */
export const buildingRowSchema = z.strictObject({
  id: idSchema,
  ...buildingFields,
  constraints: z
    .array(z.string().regex(/^[a-z0-9-]{1,50}=.{1,200}$/, { error: 'Skriv navn=verdi, og skill flere med |.' }))
    .default([]),
  repairRules: z
    .array(z.string().regex(rule, { error: 'Skriv arbeid=ansvarlig, og skill flere med |.' }))
    .max(20)
    .default([]),
});
