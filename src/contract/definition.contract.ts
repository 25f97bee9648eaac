import { z } from 'zod';

export const definitionSchema = z.object({
  key: z.string(),
  name: z.string(),
  version: z.number().int(),
  family: z.string(),
  deployedAt: z.iso.datetime(),
  deployedBy: z.string(),
  latest: z.boolean(),
});
export type DefinitionView = z.infer<typeof definitionSchema>;
export const definitionListSchema = z.object({ items: z.array(definitionSchema) });

/** One process with all its versions, newest first. */
export const definitionDetailSchema = definitionSchema.extend({ versions: z.array(definitionSchema) });
export type DefinitionDetail = z.infer<typeof definitionDetailSchema>;

/** What a version of a process is, in words. */
export const processFactsSchema = z.object({
  about: z.string().nullable(),
  /** Groups whose members may read every case of it; the first has it. */
  readers: z.array(z.string()),
  /** How often somebody must look at a case. */
  attention: z.string().nullable(),
  starts: z.array(z.object({ name: z.string(), text: z.string() })),
  tasks: z.array(
    z.object({
      node: z.string(),
      name: z.string(),
      about: z.string().nullable(),
      groups: z.array(z.string()),
      deadline: z.object({ rule: z.string(), name: z.string(), law: z.string(), length: z.string() }).nullable(),
    }),
  ),
  /** The text twin of the diagram. */
  text: z.array(
    z.object({
      node: z.string(),
      kind: z.string(),
      name: z.string(),
      depth: z.number().int(),
      next: z.array(z.string()),
    }),
  ),
  /** Cases that run, of those that the reader may see, at most 500: how many keep each version, the newest first. */
  running: z.array(z.object({ version: z.number().int(), cases: z.number().int() })),
});
export type ProcessFacts = z.infer<typeof processFactsSchema>;

/** A set of files that is deployed whole or not at all: BPMN diagrams, decision models (DMN) and forms. All of a municipality's fit. */
export const deploySchema = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), content: z.string().min(1).max(1_000_000) }))
    .min(1)
    .max(500),
});

/** What the validator says of a model: code, element, and a sentence in each language. */
export const diagnosticSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  element: z.string().nullable(),
  message: z.string(),
  melding: z.string(),
});
export const deployedSchema = z.object({
  processes: z.array(z.object({ key: z.string(), version: z.number().int() })),
  decisions: z.array(z.object({ key: z.string(), version: z.number().int() })),
  warnings: z.array(diagnosticSchema),
});
export type Deployed = z.infer<typeof deployedSchema>;
