import type { CallActivity } from '../definition/flow-node.js';
import { feelAttribute, present, textOf, type ModdleElement } from './moddle-element.js';
import { readBinding } from './read-binding.js';

/** What a call activity calls, and what goes in and out beside its mappings. */
export function readCall(
  call: ModdleElement,
): Pick<CallActivity, 'calledProcess' | 'binding' | 'businessKey' | 'passesAll' | 'returnsAll'> {
  return {
    calledProcess: localName(textOf(call, 'calledElement') ?? ''),
    ...present('binding', readBinding(call)),
    ...present('businessKey', feelAttribute(call, 'businessKey')),
    ...present('passesAll', truth(call, 'passesAll')),
    ...present('returnsAll', truth(call, 'returnsAll')),
  };
}

// `calledElement` is a QName (BPMN 2.0.2 §10.3.6): the prefix says in which document the process stands.
const localName = (name: string): string => (/^[\w.-]+:[\w.-]+$/.test(name) ? name.slice(name.indexOf(':') + 1) : name);

function truth(element: ModdleElement, name: string): boolean | undefined {
  const value = element.get(name);
  return typeof value === 'boolean' ? value : undefined;
}
