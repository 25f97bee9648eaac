/** What is wrong, or only unusual, in a diagram: for machines (`code`), for developers and for the people who draw. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** What kind of refusal it is, in few and stable words: `MODEL_INVALID`, `TIMER_TOO_SHORT`. */
  readonly code: string;
  /** The rule that found it, e.g. `start-event-incoming`; absent where the code says it all. */
  readonly rule?: string;
  /** Id of the element in the diagram; null when it is about the file. */
  readonly element: string | null;
  /** English: what was expected, what was there. */
  readonly message: string;
  /** Norwegian (bokmål): what to do about it. */
  readonly melding: string;
  /** The elements that a token passes on its way to what is wrong. */
  readonly witness?: readonly string[];
}

/** What to say in the two languages, and the way that shows it. */
export interface Wording {
  readonly message: string;
  readonly melding: string;
  readonly witness?: readonly string[];
}

// A rule without a line here finds what is not valid BPMN.
const codes: ReadonlyMap<string, string> = new Map([
  ['xml-doctype', 'MODEL_DOCTYPE_FORBIDDEN'],
  ['xml-limit', 'MODEL_TOO_LARGE'],
  ['too-many-nodes', 'MODEL_TOO_LARGE'],
  ['too-deep', 'MODEL_TOO_LARGE'],
  ['invalid-id', 'MODEL_ID_INVALID'],
  ['name-characters', 'NAME_CONTROL_CHARS'],
  ['name-length', 'NAME_TOO_LONG'],
  ['unsupported-element', 'MODEL_UNSUPPORTED'],
  ['script', 'MODEL_SCRIPT_FORBIDDEN'],
  ['vendor-code', 'MODEL_SCRIPT_FORBIDDEN'],
  ['expression-unsupported', 'MODEL_EXPRESSION_UNSUPPORTED'],
  ['invalid-time', 'TIMER_INVALID'],
  ['invalid-cycle', 'TIMER_INVALID'],
  ['timer-too-short', 'TIMER_TOO_SHORT'],
  ['user-task-owner', 'MODEL_WAIT_UNBOUNDED'],
  ['wait-unbounded', 'MODEL_WAIT_UNBOUNDED'],
  ['multi-instance-limit', 'MI_LIMIT'],
  ['deadlock', 'MODEL_UNSOUND'],
  ['multi-merge', 'MODEL_UNSOUND'],
  ['wait-free-cycle', 'MODEL_UNSOUND'],
  ['invalid-expression', 'EXPRESSION_INVALID'],
  ['unknown-form', 'FORM_UNKNOWN'],
  ['unknown-decision', 'DECISION_UNKNOWN'],
  ['unknown-job-type', 'JOB_TYPE_UNKNOWN'],
  ['unknown-deadline-rule', 'DEADLINE_RULE_UNKNOWN'],
]);

const upperSnake = (rule: string): string => rule.replaceAll('-', '_').toUpperCase();

/** Something that must be put right before the process can be deployed. */
export const error = (rule: string, element: string | null, wording: Wording): Diagnostic => ({
  severity: 'error',
  code: codes.get(rule) ?? 'MODEL_INVALID',
  rule,
  element,
  ...wording,
});

/** Something that can be deployed, but is probably not what was meant. */
export const warning = (rule: string, element: string | null, wording: Wording): Diagnostic => ({
  severity: 'warning',
  code: codes.get(rule) ?? upperSnake(rule),
  rule,
  element,
  ...wording,
});
