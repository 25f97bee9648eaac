import { z } from 'zod';
import { deadlineSchema } from './deadline.contract.js';
import { userTaskSchema } from './user-task.contract.js';

export const startProcessInstanceSchema = z.strictObject({
  process: z.string().min(1).max(100),
  businessKey: z.string().min(1).max(200).optional(),
  variables: z.record(z.string(), z.json()).default({}),
});

/** Which cases: of a process, in a state, in a phase. */
export const processInstanceListQuerySchema = z.strictObject({
  process: z.string().min(1).max(100).optional(),
  state: z.enum(['active', 'completed', 'cancelled', 'incident']).optional(),
  phase: z.coerce.number().int().min(1).max(8).optional(),
});
export type ProcessInstanceListQuery = z.infer<typeof processInstanceListQuerySchema>;

/** A case as a row of a list or a card of the portfolio. */
export const processInstanceSchema = z.object({
  id: z.string(),
  title: z.string(),
  process: z.string(),
  processName: z.string(),
  version: z.number().int(),
  state: z.enum(['active', 'completed', 'cancelled', 'incident']),
  revision: z.number().int(),
  businessKey: z.string().nullable(),
  parentId: z.string().nullable(),
  phase: z.number().int().nullable(),
  stage: z.number().int().nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type ProcessInstanceView = z.infer<typeof processInstanceSchema>;

/** One line of the text twin of the diagram, in the order a reader follows the flow. */
export const diagramLineSchema = z.object({
  node: z.string(),
  kind: z.string(),
  name: z.string(),
  /** Depth of the sub-process it stands in. */
  depth: z.number().int(),
  status: z.enum(['not-reached', 'active', 'completed']),
  /** How often it was entered. */
  times: z.number().int(),
  /** “Går videre til …”, one sentence for each way on. */
  next: z.array(z.string()),
});
export type DiagramLine = z.infer<typeof diagramLineSchema>;

/** Everything the case page shows apart from the diagram's XML and the journal. */
export const processInstanceDetailSchema = processInstanceSchema.extend({
  /** `tasks`: the reader's own tasks, and nothing else of the case. */
  sees: z.enum(['whole', 'tasks']),
  /** Nodes on which a token stands now. */
  activeNodes: z.array(z.string()),
  completedNodes: z.array(z.string()),
  text: z.array(diagramLineSchema),
  tasks: z.array(userTaskSchema),
  /** Alarms that are set: deadlines, waits, reminders. */
  timers: z.array(
    z.object({
      id: z.string(),
      node: z.string(),
      name: z.string(),
      purpose: z.enum(['event', 'reminder', 'escalation', 'breach', 'legal-breach', 'pause']),
      dueAt: z.iso.datetime(),
      deadline: deadlineSchema.nullable(),
    }),
  ),
  waitingFor: z.array(z.object({ node: z.string(), name: z.string(), message: z.string() })),
  incidents: z.array(
    z.object({
      ...{ id: z.string(), node: z.string(), code: z.string(), message: z.string(), melding: z.string() },
      /** The group that sees to it, and who has taken it. */
      owner: z.string(),
      assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
    }),
  ),
  children: z.array(processInstanceSchema),
  letters: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      to: z.string(),
      text: z.string(),
      sentAt: z.iso.datetime(),
      byPost: z.boolean(),
      /** Null until it was laid in the post. */
      postedOn: z.iso.date().nullable(),
      /** Once it was, the day from which it counts as having come. */
      arrivesOn: z.iso.date().nullable(),
      /** SHA-256 of what stands in it, from when it was sent. */
      checksum: z.string(),
    }),
  ),
  /** Whom it is about, where the reader may look them up. */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Whether its decisions (vedtak) are there for the reader to ask for. */
  opensDecisions: z.boolean(),
  /** Whether its mappings and orders are there for the reader to ask for, word by word. */
  opensRecords: z.boolean(),
  /** Whether the case is on the waiting list, and its place there is there for the reader to ask for. */
  isWaiting: z.boolean(),
});
export type ProcessInstanceDetail = z.infer<typeof processInstanceDetailSchema>;

/** One line of the timeline: an event of the journal told in Norwegian. */
export const journalEntrySchema = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  type: z.string(),
  node: z.string().nullable(),
  nodeName: z.string().nullable(),
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  text: z.string(),
  /** `milestone` for people, `detail` for those who want every token. */
  level: z.enum(['milestone', 'detail']),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

export const journalSchema = z.object({ items: z.array(journalEntrySchema) });
export const processInstanceListSchema = z.object({ items: z.array(processInstanceSchema) });
