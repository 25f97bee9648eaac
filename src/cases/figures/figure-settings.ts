import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ChangePlace } from '../../runtime/changed-decision-ports.js';
import type { AnswerCounted, CheckpointAnswer } from '../../runtime/figure-ports.js';

const text = z.string().min(1);
const names = z.record(z.string(), text);
const breakdown = z.strictObject({ title: z.string().min(1), field: z.string().min(1), names });
const settingsSchema = z.strictObject({
  about: z.string(),
  need: breakdown,
  origin: breakdown,
  unknown: z.string().min(1),
  housedReason: z.string().min(1),
  alternatives: z.array(z.string().min(1)).min(1),
  pressure: z.array(z.strictObject({ task: z.string().min(1), field: z.string().min(1) })).min(1),
  changes: z.strictObject({
    places: z.array(z.strictObject({ task: text, outcome: text, names, cause: text, learned: text })).min(1),
    causes: names,
  }),
  contactRules: z.array(z.string()),
  checkpointOutcomes: names,
  checkpointAnswers: z.array(
    z.strictObject({ field: z.string().min(1), value: z.string().min(1), outcome: z.string().min(1) }),
  ),
  kostra: z.strictObject({
    application: z.string(),
    moveIn: z.string(),
    temporary: z.string(),
    temporaryEnd: z.string(),
    decision: z.string(),
    swap: z.string(),
    swapDecision: z.string(),
    retired: z.string(),
    shortLease: z.iso.duration(),
    shortLeaseName: z.string().min(1),
    support: z.array(breakdown.extend({ about: z.string().min(1), task: z.string().min(1) })),
  }),
});

/** By what people are told apart in figures: a field of a form, and what its values are called. */
export interface Breakdown {
  readonly title: string;
  readonly field: string;
  readonly names: Readonly<Record<string, string>>;
}

/** What figures are made of in this municipality. */
export interface FigureSettings {
  readonly need: Breakdown;
  readonly origin: Breakdown;
  /** What it is called where nobody said it. */
  readonly unknown: string;
  /** Why somebody left the waiting list who got a home: header `grunn` of the job that takes them off. */
  readonly housedReason: string;
  /** The fields of a form that say which homes somebody may choose between: lists, counted together. */
  readonly alternatives: readonly string[];
  /** Where people say that they felt pressed to answer: the tasks in which they do. */
  readonly pressure: readonly AnswerCounted[];
  /** What appeals have changed. */
  readonly changes: ChangeSettings;
  /** Rules of the deadline register for getting in touch with those who wait. */
  readonly contactRules: readonly string[];
  readonly checkpointOutcomes: Readonly<Record<string, string>>;
  /** Answers by which a checkpoint of a single person was not held. */
  readonly checkpointAnswers: readonly CheckpointAnswer[];
  readonly kostra: KostraSettings;
}

/** Where it is written that an appeal changed a decision, what became of it, and what the causes are called. */
export interface ChangeSettings {
  readonly places: readonly (Omit<ChangePlace, 'changed'> & { readonly names: Readonly<Record<string, string>> })[];
  readonly causes: Readonly<Record<string, string>>;
}

/** What the KOSTRA list is counted by: processes, user tasks, and the state of a home that is no longer one. */
export interface KostraSettings {
  readonly application: string;
  readonly moveIn: string;
  readonly temporary: string;
  readonly temporaryEnd: string;
  readonly decision: string;
  readonly swap: string;
  readonly swapDecision: string;
  readonly retired: string;
  /** A lease for a shorter time is short (ISO 8601), and what that is called. */
  readonly shortLease: string;
  readonly shortLeaseName: string;
  /** Answers that are counted when their task is completed: what helps somebody to pay for a home. */
  readonly support: readonly (Breakdown & { readonly about: string; readonly task: string })[];
}

/** Reads what figures are made of from workflows/tall.json. */
export async function readFigureSettings(file: string): Promise<FigureSettings> {
  return settingsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
