import { z } from 'zod';

/** RFC 9457 problem details, with the machine-readable `code` that clients branch on. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  /** Which field or element the problem is about. */
  errors: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        code: z.string().optional(),
        /** Where in the text of the field it begins and has ended, in UTF-16 units from 0. */
        from: z.number().int().optional(),
        to: z.number().int().optional(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof problemSchema>;
