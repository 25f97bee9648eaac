import type { Command } from '../../engine/index.js';
import { listOf, objectOf, textOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';

/** Why something was done otherwise than the rule is, as answers say it; undefined where they are as the rule is. */
type ReasonIn = (answers: JsonObject) => string | undefined;

const when = (applies: boolean, reason: string): string | undefined => (applies ? reason : undefined);

/** What may be done otherwise than the rule is in a task. A diagram says where with `boligflyt:exception`; the names of fields are those of the forms. */
export const answeredExceptions = {
  /** A participation checkpoint is not held, with a leader's approval. */
  'participation-exempted': ({ unntakGodkjent, unntakVurdering }) =>
    when(unntakGodkjent === true, textOf(unntakVurdering)),
  /** An offer has one home, not two or more. */
  'single-alternative': ({ kunEttAlternativ, kunEttBegrunnelse }) =>
    when(kunEttAlternativ === true, textOf(kunEttBegrunnelse)),
  /** Somebody who stands above on the waiting list could live there, and does not get the offer. */
  'passed-over': ({ forbigattMedGrunn }) => {
    const lines = listOf(forbigattMedGrunn).map((one) => objectOf(one));
    return when(lines.length > 0, lines.map(({ plass, grunn }) => `${String(plass)}: ${textOf(grunn)}`).join('\n'));
  },
  /** A home is offered that the register of homes does not know. */
  'home-outside-register': ({ boligerUtenfor, utenforBegrunnelse }) =>
    when(listOf(boligerUtenfor).length > 0, textOf(utenforBegrunnelse)),
  /** An eviction goes on though the tenant has said no to the place to sleep. */
  'place-to-sleep-refused': ({ avgjorelse, lederBegrunnelse }) =>
    when(avgjorelse === 'sa-nei', textOf(lederBegrunnelse)),
} as const satisfies Readonly<Record<string, ReasonIn>>;

/** The same of what is done by beginning a case: the start event of its diagram names it, and the case begins with these variables. */
export const begunExceptions = {
  /** Somebody reads a case that they may not read (nødtilgang). */
  'emergency-access': ({ grunn, forklaring }) => `${textOf(grunn)}. ${textOf(forklaring)}`,
} as const satisfies Readonly<Record<string, ReasonIn>>;

/** The names that a diagram may use. */
export const drawnExceptions: readonly string[] = [...Object.keys(answeredExceptions), ...Object.keys(begunExceptions)];

/** What is done by hand to a case, whatever its diagram says; each of these commands carries a reason. */
export const givenExceptions = {
  SuspendProcessInstance: 'suspend',
  ResumeProcessInstance: 'resume',
  SetVariables: 'set-variables',
  ModifyProcessInstance: 'modify',
  MigrateProcessInstance: 'migrate',
  StartProcessInstance: 'restart',
  CancelProcessInstance: 'cancel',
  ChangeTimer: 'change-timer',
  PauseDeadline: 'pause-deadline',
  ExtendDeadline: 'extend-deadline',
} as const satisfies Partial<Record<Command['type'], string>>;

/** Every name that an exception has in the report. */
export type ExceptionKind =
  | keyof typeof answeredExceptions
  | keyof typeof begunExceptions
  | (typeof givenExceptions)[keyof typeof givenExceptions]
  /** Somebody gives work back because they are not impartial, or is impartial after all (forvaltningsloven § 8). */
  | 'partiality-declared'
  | 'partiality-withdrawn';

/** In the order of the report: what people decided of people first, what operators did last. */
export const exceptionKinds = [
  'emergency-access',
  'passed-over',
  'single-alternative',
  'home-outside-register',
  'place-to-sleep-refused',
  'participation-exempted',
  'partiality-declared',
  'partiality-withdrawn',
  'extend-deadline',
  'pause-deadline',
  'change-timer',
  'cancel',
  'restart',
  'set-variables',
  'modify',
  'migrate',
  'suspend',
  'resume',
] as const satisfies readonly ExceptionKind[];
