/** What is wrong, or only unusual, in a diagram: for machines (`code`), for developers and for the people who draw. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  /** Id of the element in the diagram; null when it is about the file. */
  readonly element: string | null;
  /** English: what was expected, what was there. */
  readonly message: string;
  /** Norwegian (bokmål): what to do about it. */
  readonly melding: string;
}

/** What to say in the two languages. */
export interface Wording {
  readonly message: string;
  readonly melding: string;
}

/** Something that must be put right before the process can be deployed. */
export const error = (code: string, element: string | null, wording: Wording): Diagnostic => ({
  severity: 'error',
  code,
  element,
  ...wording,
});

/** Something that can be deployed, but is probably not what was meant. */
export const warning = (code: string, element: string | null, wording: Wording): Diagnostic => ({
  severity: 'warning',
  code,
  element,
  ...wording,
});
