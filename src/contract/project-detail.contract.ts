import { z } from 'zod';
import { checkpointStorySchema } from './checkpoint.contract.js';
import { deadlineSchema } from './deadline.contract.js';
import { evaluationSchema } from './evaluation.contract.js';
import { invitationSchema } from './participation.contract.js';
import { projectSchema } from './project.contract.js';

const visit = z.object({ from: z.iso.datetime(), to: z.iso.datetime().nullable() });

const step = z.object({
  node: z.string(),
  name: z.string(),
  kind: z.enum(['task', 'checkpoint', 'wait']),
  state: z.enum(['done', 'open', 'ahead']),
  doneAt: z.iso.datetime().nullable(),
  /** Who has what is open, and until when. */
  who: z.string(),
  deadline: deadlineSchema.nullable(),
});

/** One of the eight phases: every stay in it, and what must be done before the next. */
const phase = z.object({
  phase: z.int().min(1).max(8),
  name: z.string(),
  state: z.enum(['done', 'now', 'ahead']),
  visits: z.array(visit),
  steps: z.array(step),
});

const politicalCase = z.object({
  caseNumber: z.string(),
  decision: z.string(),
  decidedAt: z.iso.datetime(),
  /** What they wanted to be done; the outcome is null while nobody has answered for it. */
  conditions: z.array(z.object({ text: z.string(), outcome: z.string().nullable(), answer: z.string() })),
  reason: z.string(),
});

const sites = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      staffRank: z.int().nullable(),
      residentRank: z.int().nullable(),
      isChosen: z.boolean(),
    }),
  ),
  assessment: z.string(),
  reason: z.string(),
  staffText: z.string(),
  residentText: z.string(),
});

const hearing = z.object({
  publishedOn: z.string(),
  openUntil: z.iso.date().nullable(),
  statements: z.int(),
  /** What waits to be redacted before anybody may read it. */
  held: z.int(),
  answer: z.object({ count: z.int(), text: z.string() }).nullable(),
  /** Whether the reader handles what is said in it, and the open task in which it is answered. */
  isYours: z.boolean(),
  answerTask: z.string().nullable(),
});

const budget = z.object({
  granted: z.number().nullable(),
  cost: z.number().nullable(),
  deviationPercent: z.number().nullable(),
  thresholdPercent: z.number().nullable(),
  isOver: z.boolean(),
  reason: z.string(),
});

/** When the project is likely to be done, and what each phase that is left is reckoned from. */
const forecast = z.object({
  earliestOn: z.iso.date(),
  likelyOn: z.iso.date(),
  latestOn: z.iso.date(),
  phases: z.array(
    z.object({
      phase: z.int(),
      name: z.string(),
      basis: z.enum(['history', 'rules']),
      cases: z.int(),
      shortest: z.int(),
      middle: z.int(),
      longest: z.int(),
    }),
  ),
});

/** Why a project ends before it is built: told to everybody who has taken part. */
export const stopProjectSchema = z.strictObject({
  reason: z.string().trim().min(20, { error: 'Skriv minst 20 tegn om hvorfor.' }).max(4000),
});
export type StopProjectInput = z.output<typeof stopProjectSchema>;

/** Everything about one housing project. */
export const projectDetailSchema = projectSchema.extend({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  phases: z.array(phase),
  need: z.object({
    waiting: z.int().nullable(),
    missing: z.string(),
    approved: z.string(),
    homes: z.int().nullable(),
    /** The published picture of needs that the mapping began with. */
    picture: z
      .object({
        version: z.int(),
        needs: z.array(z.object({ name: z.string(), people: z.int().nullable() })),
      })
      .nullable(),
  }),
  politicalCases: z.array(politicalCase),
  sites: sites.nullable(),
  hearing: hearing.nullable(),
  budget: budget.nullable(),
  forecast: forecast.nullable(),
  plannedOn: z.string(),
  /** The building that came of it, as soon as it is taken over, and whether the reader may open it in the register. */
  building: z.object({ id: z.string(), name: z.string(), isInRegister: z.boolean() }).nullable(),
  participation: z.array(checkpointStorySchema),
  /** How the building is evaluated; null before the project is over. */
  evaluation: evaluationSchema.nullable(),
  /** What the reader is asked to take part in here, and has answered. */
  invitations: z.array(invitationSchema),
  /** Why the municipality stopped it; null where it has not. */
  stopReason: z.string().nullable(),
  /** Whether the reader may stop it now. */
  canStop: z.boolean(),
  /** Null for whoever does not read the work of staff. */
  risks: z.array(z.object({ text: z.string(), saidAt: z.iso.datetime(), saidIn: z.string() })).nullable(),
});
export type ProjectDetail = z.infer<typeof projectDetailSchema>;
