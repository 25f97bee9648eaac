import type { CancelInstruction, StartInstruction } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';

/** Which version a case is to go on with, and where each of its nodes goes. */
export interface Migration {
  readonly kind: 'migrate';
  /** Of the same process. */
  readonly version: number;
  /** Absent: the plan that is generated from the case's own version to the new one. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** Why a case may end without the decision that it owes; the words stand before the operator's reason in the journal. */
export const endWithoutDecision = {
  trukket: 'Søkeren har trukket saken.',
  feilregistrert: 'Saken er registrert ved en feil.',
} as const;

/** One of them. */
export type EndWithoutDecision = keyof typeof endWithoutDecision;

/** Said of everything that is done by hand. */
export interface Reasoned {
  /** Why, in the operator's words. */
  readonly reason: string;
}

/** What an operator does to a running case, whether to one or to many, and why: plain data that can be kept until it is done. */
export type CaseOperation = Reasoned &
  (
    | { readonly kind: 'suspend' }
    | { readonly kind: 'resume' }
    | {
        readonly kind: 'cancel';
        /** Must be said of a case that owes a decision. */
        readonly withoutDecision?: EndWithoutDecision | undefined;
      }
    | {
        readonly kind: 'modify';
        readonly cancel: readonly CancelInstruction[];
        readonly start: readonly StartInstruction[];
      }
    | {
        readonly kind: 'set-variables';
        readonly variables: JsonObject;
        /** Absent: the process. */
        readonly elementInstanceId?: Id<'ElementInstance'>;
      }
    | Migration
  );
