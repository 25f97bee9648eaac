import { z } from 'zod';

/** Who is logged in, and what the menu may show. */
export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
  municipality: z.string(),
  demo: z.boolean(),
  /** What the reader may begin: about `anyone`, or about themselves only. */
  starts: z.array(z.object({ process: z.string(), about: z.enum(['anyone', 'self']) })),
});
export type Me = z.infer<typeof meSchema>;

/** Those who work in the reader's units. */
export const colleagueListSchema = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
export type ColleagueList = z.infer<typeof colleagueListSchema>;

/** One change that a page may want to read again; sent as a server-sent event, without content. */
export const changeSchema = z.object({ processInstanceId: z.string() });
