import type { XmlElement } from '../../../xml/xml-node.js';
import { warning } from '../../../xml/diagnostic.js';
import { vendorExtensions, type DialectPlace } from '../dialect-words.js';
import { withOurWords } from '../our-words.js';
import { camunda } from './camunda-text.js';
import { withAttributeTexts } from './camunda-attributes.js';
import { callMappings, withCall } from './camunda-call.js';
import { withExpression } from './camunda-expressions.js';
import { eventMappings, withEventWords } from './camunda-events.js';
import { withUndeclaredErrors } from './camunda-errors.js';
import { parameterMappings, withAllResults } from './camunda-parameters.js';
import { withPeople } from './camunda-people.js';
import { withWork, workHeaders } from './camunda-work.js';

/** Says in our words what one element of a model for Camunda 7 says in Camunda's. */
export function translateCamunda(element: XmlElement, place: DialectPlace): XmlElement {
  reportListeners(element, place);
  if (element.local === 'definitions') return withUndeclaredErrors(element);
  const steps = [withExpression, withAttributeTexts, withEventWords, withPeople, withWork, withCall, withAllResults];
  const translated = steps.reduce((done, step) => step(done, place), element);
  const extensions = [
    ...parameterMappings(element, place),
    ...callMappings(element, place),
    ...eventMappings(element, place),
    ...workHeaders(element),
  ];
  return extensions.length === 0 ? translated : withOurWords(translated, { extensions });
}

function reportListeners(element: XmlElement, { element: id, report }: DialectPlace): void {
  const listeners = vendorExtensions(element, camunda).filter(({ local }) =>
    /^(?:execution|task)Listener$/.test(local),
  );
  if (listeners.length === 0) return;
  report(
    warning('vendor-words', id, {
      message: `Expected work as tasks, but '${id ?? 'the document'}' has listeners, which are ignored`,
      melding: 'Lyttere blir ikke kjørt. Tegn arbeidet som en oppgave.',
    }),
  );
}
