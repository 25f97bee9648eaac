import type { JobUse } from '../../definition/flow-node.js';
import { isDuration } from '../iso-texts.js';
import { warning, type Diagnostic } from '../../xml/diagnostic.js';
import {
  elementOf,
  extensionsOf,
  feelAttribute,
  idOfElement,
  present,
  textOf,
  type ModdleElement,
} from '../document/moddle-element.js';
import type { Reading } from './reading.js';

/** Constants for the worker of a job, from the headers of the elements that speak of it. */
export const headersOf = (...elements: readonly ModdleElement[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    elements
      .flatMap((element) => extensionsOf(element, 'boligflyt:Header'))
      .map((header) => [textOf(header, 'key') ?? '', textOf(header, 'value') ?? '']),
  );

/** The job of an element whose job type is known. */
export const jobOf = (element: ModdleElement, jobType: string): JobUse => ({
  jobType,
  headers: headersOf(element),
  ...retriesOf(element),
});

/** `R3/PT10M` says at once how often and how long after a failure; anything else is FEEL that says how often. */
function retriesOf(element: ModdleElement): Pick<JobUse, 'retries' | 'retryAfter'> {
  const text = textOf(element, 'retries');
  const [, retries, retryAfter] = /^R(\d+)\/(.+)$/.exec(text?.trim() ?? '') ?? [];
  if (retries !== undefined && retryAfter !== undefined && isDuration(retryAfter)) return { retries, retryAfter };
  return present('retries', feelAttribute(element, 'retries'));
}

/**
 * The job of a task that somebody must do: its own job type, else the operation or the implementation that it names
 * (BPMN 2.0.2 §10.3.3), else its id, with a warning.
 */
export function readJob(task: ModdleElement, reading: Reading): JobUse {
  const named = textOf(task, 'jobType') ?? operationName(task) ?? implementationName(task);
  if (named === undefined) reading.report(noJobType(idOfElement(task)));
  return jobOf(task, named ?? idOfElement(task));
}

function operationName(task: ModdleElement): string | undefined {
  const operation = elementOf(task, 'operationRef');
  return operation && (textOf(operation, 'name') ?? textOf(operation, 'id'));
}

// `##unspecified` and `##WebService` say how, not what.
function implementationName(task: ModdleElement): string | undefined {
  const implementation = textOf(task, 'implementation');
  return implementation?.startsWith('##') === true ? undefined : implementation;
}

const noJobType = (id: string): Diagnostic =>
  warning('missing-job-type', id, {
    message: `Expected '${id}' to say who does it, but it does not: its job type is '${id}'`,
    melding: 'Sett boligflyt:jobType, for eksempel «send-brev». Til da er jobbtypen elementets id.',
  });
