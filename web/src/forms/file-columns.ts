import { z } from 'zod';

/** A column of a file of records, and what may stand in it. */
export interface FileColumn {
  readonly name: string;
  readonly isRequired: boolean;
  readonly kind: 'text' | 'number' | 'date' | 'yesNo' | 'list' | 'choice';
  /** The words that may stand in it; none where it is free. */
  readonly words: readonly string[];
}

/** The rows of a file, as the contract has them. */
export type RowSchema = z.ZodObject<z.ZodRawShape>;

const propertySchema = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
});
const rowsSchema = z.object({
  properties: z.record(z.string(), propertySchema),
  required: z.array(z.string()).default([]),
});

/** The columns of a file whose rows are checked by this schema, in its order. */
export function columnsOf(rows: RowSchema): readonly FileColumn[] {
  const { properties, required } = rowsSchema.parse(z.toJSONSchema(rows, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    isRequired: required.includes(name),
    kind: kindOf(property),
    words: property.enum ?? [],
  }));
}

function kindOf({ type, format, enum: words }: z.infer<typeof propertySchema>): FileColumn['kind'] {
  if (words !== undefined) return 'choice';
  if (format === 'date') return 'date';
  if (type === 'boolean') return 'yesNo';
  if (type === 'array') return 'list';
  return type === 'integer' || type === 'number' ? 'number' : 'text';
}
